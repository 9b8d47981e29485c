/* The table of all facts: narrow it by section, theme, kind, unit; order it. Without this script it is whole.
   Values are set in order inside one unit only: 元, 件 and % say nothing of one another. */
(function () {
  "use strict";

  var form = document.querySelector(".filters");
  if (!form) {
    return;
  }
  var table = document.querySelector(".fact-table--all");
  var output = form.querySelector("output");
  var sort = form.querySelector("[data-sort]");
  var caption = table.caption;
  var sections = Array.prototype.slice.call(table.tBodies);
  var groups = sections;
  var rows = Array.prototype.slice.call(table.querySelectorAll("[data-row]"));
  var homes = rows.map(function (row) {
    return row.parentNode;
  });
  var units = rows.map(function (row) {
    return row.dataset.unit;
  });
  var compare = {
    value: function (a, b) {
      return units.indexOf(a.dataset.unit) - units.indexOf(b.dataset.unit) || Number(b.dataset.value) - Number(a.dataset.value);
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

  function createGroup(unit) {
    var group = document.createElement("tbody");
    if (unit) {
      var line = group.appendChild(document.createElement("tr"));
      var head = line.appendChild(document.createElement("th"));
      line.className = "fact-table__group";
      head.scope = "rowgroup";
      head.colSpan = table.tHead.rows[0].cells.length;
      head.textContent = "单位：" + unit;
    }
    return table.appendChild(group);
  }

  /* One group a unit for values, a single one for names, the sections as they were without a key. */
  function arrange(key) {
    var made = {};
    if (groups !== sections) {
      groups.forEach(function (group) {
        group.remove();
      });
    }
    if (!key) {
      groups = sections;
      rows.forEach(function (row, index) {
        homes[index].appendChild(row);
      });
      return;
    }
    groups = [];
    rows.slice().sort(compare[key]).forEach(function (row) {
      var unit = key === "value" ? row.dataset.unit : "";
      if (!made[unit]) {
        made[unit] = createGroup(unit);
        groups.push(made[unit]);
      }
      made[unit].appendChild(row);
    });
  }

  function update() {
    var shown = 0;
    arrange(sort.value);
    rows.forEach(function (row) {
      row.hidden = !matches(row);
      shown += row.hidden ? 0 : 1;
    });
    sections.concat(groups).forEach(function (group) {
      group.hidden = !group.querySelector("[data-row]:not([hidden])");
    });
    caption.textContent = "全部数字，" + sort.options[sort.selectedIndex].text;
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
