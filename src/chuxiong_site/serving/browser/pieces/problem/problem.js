/* A mistake: where it is, what stands there, what should, and what helps. */
(function () {
  "use strict";
  var parts = window.deskParts;

  parts.problem = function ({ record }) {
    var element = parts.make("div", "problem");
    element.append(parts.make("p", "", record.code + "　" + record.title + "　" + record.place));
    [["现在", record.found], ["应为", record.expected], ["办法", record.hint]].forEach(function (pair) {
      if (pair[1]) element.append(parts.make("p", "hint", pair[0] + "：" + pair[1]));
    });
    return element;
  };
})();
