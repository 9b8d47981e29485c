/* A heading, a paragraph or a table with its numbers. */
(function () {
  "use strict";
  var parts = window.deskParts;

  function fill(element, pieces, given) {
    pieces.forEach(function (piece) {
      if (piece.number) {
        element.append(
          parts.number({ record: given.numbers[piece.number], states: given.states, choose: given.choose })
        );
      } else {
        element.append(piece.text);
      }
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
    return fill(parts.make(record.heading === 1 ? "h2" : record.heading ? "h3" : "p"), record.pieces, given);
  };
})();
