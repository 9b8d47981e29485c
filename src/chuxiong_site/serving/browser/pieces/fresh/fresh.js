/* Register an indicator: what the text says is filled in, the rest is chosen. */
(function () {
  "use strict";
  var parts = window.deskParts;

  function listRows(proposal, measures, themes) {
    var own = { id: proposal.theme, name: proposal.themeName + "（新的主题）" };
    return [
      { label: "名称", name: "name", value: proposal.name, required: true },
      { label: "标识", name: "indicator", value: proposal.id, required: true },
      { label: "数的是", name: "measure", options: measures, value: proposal.measure, empty: "选一种", required: true },
      { label: "单位", name: "unit", value: proposal.unit, required: true },
      { label: "范围", name: "scope", value: proposal.scope, required: true },
      { label: "主题", name: "theme", options: proposal.themeName ? themes.concat(own) : themes, value: proposal.theme },
      { name: "themeName", value: proposal.themeName, hidden: true },
    ];
  }

  parts.fresh = function ({ proposal, measures, themes, roles, send }) {
    var rows = listRows(proposal, measures, themes).concat(parts.listPartRows(roles, proposal.role));
    var form = parts.fields({ words: "登记并写上", rows, send });
    var theme = form.querySelector('[name="theme"]');
    theme.addEventListener("change", function () {
      form.querySelector('[name="themeName"]').value = theme.value === proposal.theme ? proposal.themeName : "";
    });
    return form;
  };
})();
