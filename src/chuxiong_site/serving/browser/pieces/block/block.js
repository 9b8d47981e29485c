/* A heading, a paragraph or a table with its numbers, and the marks of its words. */
(function () {
  "use strict";
  var parts = window.deskParts;

  function fill(element, pieces, given) {
    pieces.forEach(function (piece) {
      var made = piece.number
        ? parts.number({ record: given.numbers[piece.number], states: given.states, choose: given.choose })
        : parts.make("span", "", piece.text);
      (piece.marks || []).forEach(function (mark) {
        made.classList.add("marked", "marked--" + mark);
      });
      element.append(piece.number || piece.marks ? made : piece.text);
    });
    return element;
  }

  function createTable(rows, given) {
    var frame = parts.make("div", "table");
    var table = parts.make("table");
    rows.forEach(function (cells) {
      var row = table.insertRow();
      cells.forEach(function (cell) {
        row.append(fill(parts.make(cell.head ? "th" : "td"), cell.pieces, given));
      });
    });
    frame.append(table);
    return frame;
  }

  /* Is given the record, all `numbers` by id, the names of their `states`, and `choose`, which hears the id that is pressed. */
  parts.block = function (given) {
    var record = given.record;
    if (record.rows) return createTable(record.rows, given);
    var tag = record.isTitle ? "h1" : record.heading === 1 ? "h2" : record.heading ? "h3" : "p";
    var element = fill(parts.make(tag, "block"), record.pieces, given);
    element.dataset.block = record.start;
    return element;
  };
})();
