/* A known indicator that the number may state: last year's sentence and value, and what speaks against it; or the change of
   the number before it. */
(function () {
  "use strict";
  var parts = window.deskParts;

  function describeTaken(record) {
    if (record.again) return parts.make("p", "", "这份报告里前面写过它，数相同：是又说了一遍。");
    return parts.make("p", "choice__doubt", "这份报告里已经有一个数是它：" + record.taken);
  }

  parts.suggestion = function ({ record, order, accept }) {
    var element = parts.make("div", "choice");
    var name = record.name + (record.of ? "（" + record.of + "）" : "");
    var what = record.beside ? "前面那个数的变化：" + name + "　" : name + "　" + record.report + " 年 ";
    element.append(parts.make("p", "", what + record.shown));
    element.append(parts.make("p", "quote", record.quote));
    record.doubts.forEach(function (doubt) {
      element.append(parts.make("p", "choice__doubt", "拿不准：" + doubt));
    });
    if (record.again || record.taken) element.append(describeTaken(record));
    function act() {
      accept(record);
    }
    element.append(parts.button({ words: "是它", key: String(order), act }));
    return element;
  };
})();
