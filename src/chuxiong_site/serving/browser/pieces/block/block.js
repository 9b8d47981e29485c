/* A heading, a paragraph or a table with its numbers, and the marks of its words. */
(function () {
  "use strict";
  var parts = window.deskParts;

  var OPENING = /[（“‘《〈【「『]+$/;
  var CLOSING = /^[，。；：、！？）”’》〉】」』]+/;

  function markAs(element, marks) {
    (marks || []).forEach(function (mark) {
      element.classList.add("marked", "marked--" + mark);
    });
    return element;
  }

  function find(pattern, piece) {
    var found = piece && !piece.number && !piece.marks && pattern.exec(piece.text);
    return found ? found[0] : "";
  }

  /* A number with the punctuation that touches it: no line may begin with the one, nor end with the other. */
  function createNumber(piece, before, after, given) {
    var record = given.numbers[piece.number];
    var made = parts.number({ record, states: given.states, choose: given.choose });
    var tie = parts.make("span", "tie");
    tie.append(find(OPENING, before), markAs(made, piece.marks), find(CLOSING, after));
    return tie;
  }

  function fill(element, pieces, given) {
    pieces.forEach(function (piece, index) {
      var before = pieces[index - 1];
      var after = pieces[index + 1];
      if (piece.number) element.append(createNumber(piece, before, after, given));
      else if (piece.marks) element.append(markAs(parts.make("span", "", piece.text), piece.marks));
      else {
        var words = before && before.number ? piece.text.replace(CLOSING, "") : piece.text;
        element.append(after && after.number ? words.replace(OPENING, "") : words);
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
