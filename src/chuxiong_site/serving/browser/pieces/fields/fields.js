/* A form of labelled fields, one a row; what is filled in is sent by the fields' names. */
(function () {
  "use strict";
  var parts = window.deskParts;
  var count = 0;

  /* Several forms stand on a page with fields of one name: each label has to find its own. */
  function createId() {
    count += 1;
    return "field-" + count;
  }

  function createInput(row) {
    var element = parts.make("input");
    element.value = row.value || "";
    element.autocomplete = "off";
    if (row.hidden) element.type = "hidden";
    return element;
  }

  /* Values that are offered while one is typed. */
  function createList(row, input) {
    var element = parts.make("datalist");
    element.id = createId();
    input.setAttribute("list", element.id);
    row.offers.forEach(function (offer) {
      var option = parts.make("option", "", offer.name);
      option.value = offer.id;
      element.append(option);
    });
    return element;
  }

  function addRow(form, row) {
    var input = row.options ? parts.select(row) : createInput(row);
    input.name = row.name;
    input.required = Boolean(row.required);
    if (!row.hidden) {
      var label = parts.make("label", "", row.label);
      input.id = label.htmlFor = createId();
      form.append(label);
    }
    form.append(input);
    if (row.offers) form.append(createList(row, input));
  }

  parts.fields = function ({ words, rows, send }) {
    var form = parts.make("form", "fields");
    rows.forEach(function (row) {
      addRow(form, row);
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var said = {};
      form.querySelectorAll("input, select").forEach(function (one) {
        said[one.name] = one.value.trim();
      });
      send(said);
    });
    form.append(parts.make("span"), parts.make("button", "", words));
    return form;
  };

  /* The rows that every name of a fact has: which of an indicator's values it is. */
  parts.listPartRows = function (roles, role) {
    return [
      { label: "角色", name: "as", options: roles, value: role, empty: "报告这一年的数" },
      { label: "年份", name: "year" },
      { label: "所指", name: "of" },
    ];
  };
})();
