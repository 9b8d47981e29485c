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

  /* The words of a block that the mouse was drawn over, in characters from its first; `null` where there are none. */
  parts.readSelected = function (block) {
    var selection = window.getSelection();
    if (selection.isCollapsed || !block.contains(selection.anchorNode) || !block.contains(selection.focusNode)) return null;
    var range = selection.getRangeAt(0);
    var before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(range.startContainer, range.startOffset);
    var from = Array.from(before.toString()).length;
    return { from, to: from + Array.from(range.toString()).length };
  };
})();
