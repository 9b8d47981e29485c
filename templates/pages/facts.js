/* The table of all facts: narrow it by words, section, theme, kind, unit; order it; take what is shown away. Its state
   stands in the address. Without this script it is whole.
   Values are set in order inside one unit only: 元, 件 and % say nothing of one another. */
(function () {
  "use strict";

  var form = document.querySelector(".filters");
  if (!form) {
    return;
  }
  var table = document.querySelector(".fact-table--all");
  var output = document.querySelector(".taking__count");
  var unfolding = document.querySelector(".filters__fold");
  var saving = document.querySelector("[data-save]");
  var query = form.querySelector("[data-query]");
  var sort = form.querySelector("[data-sort]");
  var caption = table.caption;
  var selects = Array.prototype.slice.call(form.querySelectorAll("[data-filter]"));
  var sections = Array.prototype.slice.call(table.tBodies);
  var groups = sections;
  var rows = Array.prototype.slice.call(table.querySelectorAll("[data-row]")).map(function (row) {
    return { row: row, home: row.parentNode, shown: true, words: "", sentence: "" };
  });
  var order = "";
  var units = {};
  rows.forEach(function (entry, index) {
    var unit = entry.row.dataset.unit;
    units[unit] = units[unit] === undefined ? index : units[unit];
  });
  var compare = {
    value: function (a, b) {
      return units[a.dataset.unit] - units[b.dataset.unit] || Number(b.dataset.value) - Number(a.dataset.value);
    },
    name: function (a, b) {
      return a.dataset.name.localeCompare(b.dataset.name, "zh-CN");
    },
  };

  /* Words as they are compared: full width as half, capitals as small, without spaces. */
  function fold(text) {
    return text
      .replace(/[\uff01-\uff5e]/g, function (char) {
        return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
      })
      .replace(/[\s\u2060]+/g, "")
      .toLowerCase();
  }

  function readCell(row, index) {
    return row.cells[index].textContent.replace(/\u2060/g, "").trim();
  }

  /* What is looked through: name, printed value and scope, then the sentence. */
  function readWords(entry) {
    if (!entry.words) {
      entry.words = [0, 1, 3]
        .map(function (index) {
          return fold(readCell(entry.row, index));
        })
        .join("\n");
      entry.sentence = fold(entry.row.dataset.sentence);
    }
  }

  /* A row that only its sentence lets in shows it. */
  function showSentence(entry, isDue) {
    var said = entry.row.querySelector(".fact-table__said");
    if (isDue && !said) {
      said = entry.row.cells[0].appendChild(document.createElement("span"));
      said.className = "fact-table__said";
      said.textContent = entry.row.dataset.sentence;
    } else if (!isDue && said) {
      said.remove();
    }
  }

  function matches(entry, chosen, words) {
    var row = entry.row;
    var fits = chosen.every(function (select) {
      return row.dataset[select.dataset.filter] === select.value;
    });
    if (words) {
      readWords(entry);
    }
    var isNamed = !words || entry.words.indexOf(words) >= 0;
    var isShown = fits && (isNamed || entry.sentence.indexOf(words) >= 0);
    showSentence(entry, isShown && !isNamed);
    return isShown;
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
    order = key;
    if (groups !== sections) {
      groups.forEach(function (group) {
        group.remove();
      });
    }
    if (!key) {
      groups = sections;
      rows.forEach(function (entry) {
        entry.home.appendChild(entry.row);
      });
      return;
    }
    groups = [];
    rows
      .map(function (entry) {
        return entry.row;
      })
      .sort(compare[key])
      .forEach(function (row) {
        var unit = key === "value" ? row.dataset.unit : "";
        if (!made[unit]) {
          made[unit] = createGroup(unit);
          groups.push(made[unit]);
        }
        made[unit].appendChild(row);
      });
  }

  function countGroup(group) {
    var shown = group.querySelectorAll("[data-row]:not([hidden])").length;
    var count = group.querySelector("[data-count]");
    group.hidden = !shown;
    if (count) {
      count.textContent = "　" + shown + " 个";
    }
  }

  function update() {
    var shown = 0;
    var words = fold(query.value);
    var chosen = selects.filter(function (select) {
      return select.value;
    });
    if (order !== sort.value) {
      arrange(sort.value);
    }
    rows.forEach(function (entry) {
      entry.shown = matches(entry, chosen, words);
      if (entry.row.hidden === entry.shown) {
        entry.row.hidden = !entry.shown;
      }
      shown += entry.shown ? 1 : 0;
    });
    sections.forEach(countGroup);
    if (groups !== sections) {
      groups.forEach(countGroup);
    }
    form.querySelector("[data-note]").hidden = sort.value !== "value";
    caption.textContent = "全部数字，" + sort.options[sort.selectedIndex].text;
    output.textContent = shown ? "共 " + shown + " 个" : "没有符合条件的数字，请放宽条件。";
    saving.hidden = !canSave || !shown || shown === rows.length;
  }

  /* The state in the address: ?q=…&unit=…&sort=value. */

  function listFields() {
    return [["q", query], ["sort", sort]].concat(
      selects.map(function (select) {
        return [select.dataset.filter, select];
      }),
    );
  }

  function readAddress() {
    var given = {};
    window.location.search
      .slice(1)
      .split("&")
      .forEach(function (pair) {
        var at = pair.indexOf("=");
        try {
          given[pair.slice(0, at)] = decodeURIComponent(pair.slice(at + 1).replace(/\+/g, " "));
        } catch (error) {
          return; /* an address that was cut off */
        }
      });
    listFields().forEach(function (field) {
      field[1].value = given[field[0]] || "";
      if (field[1].selectedIndex === -1) {
        field[1].selectedIndex = 0; /* a choice that this report has not */
      }
    });
  }

  function writeAddress() {
    var pairs = listFields()
      .filter(function (field) {
        return field[1].value;
      })
      .map(function (field) {
        return field[0] + "=" + encodeURIComponent(field[1].value);
      });
    var search = pairs.length ? "?" + pairs.join("&") : "";
    try {
      window.history.replaceState(null, "", window.location.pathname + search + window.location.hash);
    } catch (error) {
      return; /* a page that was opened from a folder may not change its address everywhere */
    }
  }

  function change() {
    update();
    writeAddress();
  }

  /* What is shown as CSV, where the device can save a file: WeChat's browser cannot. */

  var canSave = "download" in document.createElement("a") && !!window.Blob && !/MicroMessenger/.test(navigator.userAgent);

  function quote(cell) {
    var text = /^\s*[=+@\-\t\r]/.test(cell) && !/^-?[0-9.]+$/.test(cell) ? "'" + cell : cell;
    return /[",\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function listLines() {
    var lines = [["指标", "数值", "种类", "限定", "单位", "范围", "主题", "节", "核对", "所在句子"]];
    Array.prototype.forEach.call(table.querySelectorAll("[data-row]:not([hidden])"), function (row) {
      var name = row.cells[0].querySelector("a").textContent;
      var value = row.cells[1].cloneNode(true);
      var last = value.querySelector(".fact-table__last");
      if (last) {
        last.remove();
      }
      lines.push([
        name, value.textContent, readCell(row, 2), row.dataset.qualifier, row.dataset.unit, readCell(row, 3),
        row.dataset.theme, row.dataset.marker, readCell(row, 5).replace("—", ""), row.dataset.sentence,
      ]);
    });
    return lines;
  }

  function save() {
    var lines = listLines();
    var text = lines
      .map(function (line) {
        return line
          .map(function (cell) {
            return quote(cell.replace(/\u2060/g, "").trim());
          })
          .join(",");
      })
      .join("\r\n");
    var link = document.createElement("a");
    var whole = document.querySelector("[data-csv]").getAttribute("href");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + text + "\r\n"], { type: "text/csv" }));
    link.download = (whole ? whole.replace(/^.*data\/|\.csv$/g, "").replace("/", "-") : "facts") + "-" + (lines.length - 1) + ".csv";
    document.body.appendChild(link);
    link.click();
    link.remove();
    window.setTimeout(function () {
      URL.revokeObjectURL(link.href);
    }, 10000);
  }

  /* On a phone the choices are folded until they are asked for, or until an address brings some. */
  function unfold(isOpen) {
    form.classList.toggle("filters--open", isOpen);
    unfolding.setAttribute("aria-expanded", String(isOpen));
  }

  var waiting = 0;
  form.hidden = unfolding.hidden = false;
  unfolding.addEventListener("click", function () {
    unfold(unfolding.getAttribute("aria-expanded") === "false");
  });
  form.addEventListener("change", change);
  query.addEventListener("input", function () {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(change, rows.length > 200 ? 150 : 0);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  form.addEventListener("reset", function () {
    window.setTimeout(change, 0);
  });
  saving.addEventListener("click", save);
  window.addEventListener("popstate", function () {
    readAddress();
    update();
  });
  readAddress();
  unfold(
    listFields().some(function (field) {
      return field[1].value;
    }),
  );
  update();
})();
