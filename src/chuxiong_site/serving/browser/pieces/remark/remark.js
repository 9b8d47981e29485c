/* What a check says: the place in the text or in the file, and the mend where only one is right. */
(function () {
  "use strict";
  var parts = window.deskParts;

  function createWay(record, choose) {
    if (record.number) {
      return parts.button({
        words: "去看",
        act: function () {
          choose(record.number);
        },
      });
    }
    var link = parts.make("a", "", "在编辑器里打开");
    link.href = record.open;
    return link;
  }

  parts.remark = function ({ record, choose, mend }) {
    var element = parts.problem({ record });
    element.classList.add("remark");
    if (record.number || record.open) element.append(createWay(record, choose));
    if (record.mend) {
      element.append(
        parts.button({
          words: record.mend.words,
          act: function () {
            mend(record);
          },
        })
      );
    }
    return element;
  };
})();
