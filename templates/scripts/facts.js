/* The table of all facts: narrow it by section, theme, kind, unit; order it. Without this script it is whole. */
(function () {
  "use strict";

  var form = document.querySelector(".filters");
  if (!form) {
    return;
  }
  var table = document.querySelector(".fact-table--all");
  var output = form.querySelector("output");
  var sort = form.querySelector("[data-sort]");
  var groups = Array.prototype.slice.call(table.tBodies);
  var rows = Array.prototype.slice.call(table.querySelectorAll("[data-row]"));
  var homes = rows.map(function (row) {
    return row.parentNode;
  });
  var sorted = document.createElement("tbody");
  var compare = {
    value: function (a, b) {
      return Number(b.dataset.value) - Number(a.dataset.value);
    },
    name: function (a, b) {
      return a.dataset.name.localeCompare(b.dataset.name, "zh-CN");
    },
  };

  function matches(row) {
    return Array.prototype.every.call(form.querySelectorAll("[data-filter]"), function (select) {
      return !select.value || row.dataset[select.dataset.filter] === select.value;
    });
  }

  function arrange(key) {
    if (key) {
      rows.slice().sort(compare[key]).forEach(function (row) {
        sorted.appendChild(row);
      });
      table.appendChild(sorted);
    } else {
      rows.forEach(function (row, index) {
        homes[index].appendChild(row);
      });
      sorted.remove();
    }
  }

  function update() {
    var shown = 0;
    arrange(sort.value);
    rows.forEach(function (row) {
      row.hidden = !matches(row);
      shown += row.hidden ? 0 : 1;
    });
    groups.forEach(function (group) {
      group.hidden = Boolean(sort.value) || !group.querySelector("[data-row]:not([hidden])");
    });
    output.textContent = shown ? "共 " + shown + " 个" : "没有符合条件的数字，请放宽条件。";
  }

  form.hidden = false;
  form.addEventListener("change", update);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  form.addEventListener("reset", function () {
    window.setTimeout(update, 0);
  });
  update();
})();
