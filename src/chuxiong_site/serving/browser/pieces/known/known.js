/* Choose one of the indicators that are registered. */
(function () {
  "use strict";
  var parts = window.deskParts;

  parts.known = function ({ indicators, roles, role, send }) {
    var offers = indicators.map(function (indicator) {
      return { id: indicator.id, name: indicator.name + "（" + indicator.unit + "）" };
    });
    var rows = [{ label: "指标", name: "indicator", offers, required: true }];
    return parts.fields({ words: "写上", rows: rows.concat(parts.listPartRows(roles, role)), send });
  };
})();
