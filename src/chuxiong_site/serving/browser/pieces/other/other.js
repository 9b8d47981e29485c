/* Say what else the number is. */
(function () {
  "use strict";
  var parts = window.deskParts;

  parts.other = function ({ kinds, send }) {
    var rows = [{ label: "它是", name: "numeral", options: kinds, empty: "照程序的读法，去掉标记" }];
    return parts.fields({ words: "写上", rows, send });
  };
})();
