/* What a catalogue file says: each entry to be changed or taken out, and what more can be entered. */
(function () {
  "use strict";
  var parts = window.deskParts;

  parts.entries = function ({ group, shapes, open, drop }) {
    var box = parts.make("div", "entries");
    if (group.note) box.append(parts.make("p", "hint", group.note));
    group.entries.forEach(function (entry) {
      var item = parts.make("div", "entries__item");
      item.append(parts.make("p", "", entry.title));
      if (entry.result) item.append(parts.make("p", "hint", entry.result));
      var change = parts.button({
        words: "改",
        act: function () {
          open({ group: group.id, shape: entry.values.kind || "", entry });
        },
      });
      var remove = parts.button({
        words: "去掉",
        act: function () {
          drop({ group: group.id, id: entry.id });
        },
      });
      change.setAttribute("aria-label", "改" + entry.title);
      remove.setAttribute("aria-label", "去掉" + entry.title);
      item.append(change, remove);
      box.append(item);
    });
    shapes.forEach(function (shape) {
      box.append(
        parts.button({
          words: "新的：" + shape.name,
          act: function () {
            open({ group: group.id, shape: shape.id, entry: null });
          },
        })
      );
    });
    return box;
  };
})();
