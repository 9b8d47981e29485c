/* What is chosen: the boxes in the lists, the narrowing of the lists, the address of it all. A choice is a request:
   it fetches Plotly, unless the reader saves data. */
(function () {
  "use strict";

  const explore = window.chuxiongExplore;
  const plotly = window.chuxiongPlotly;
  const figure = document.querySelector("[data-explore]");
  if (!figure || !plotly) {
    return;
  }
  const MOST = 20;
  const FIRST = 6;
  const form = document.querySelector(".explore-form");
  const box = figure.querySelector(".explore__box");
  const status = figure.querySelector("[role=status]");
  const button = figure.querySelector("[data-draw]");
  const filters = ["group", "year", "marker", "words"].reduce(function (all, name) {
    all[name] = form.querySelector("[data-" + name + "]");
    return all;
  }, {});
  const groups = Array.from(document.querySelectorAll(".explore-list"), readGroup);
  let asks = false;
  let shown = null;

  function textOf(element) {
    return element.textContent.trim();
  }

  function readGroup(table) {
    const name = textOf(table.caption);
    const words = name.split("；");
    return { table: table, name: name, unit: words[0].replace(/^单位：|^没有单位$/, ""), measure: words[1], rows: null };
  }

  /* Rows are read when their list is wanted: a long page has hundreds. */
  function rowsOf(group) {
    group.rows = group.rows || Array.from(group.table.tBodies[0].rows, (element) => readRow(element, group));
    return group.rows;
  }

  function readRow(element, group) {
    element.querySelector("input").hidden = false;
    const [name, value, year, scope, marker] = Array.from(element.cells, textOf);
    const data = element.querySelector("data");
    return {
      element: element, group: group, choice: element.querySelector("input"), link: element.querySelector("td a"),
      id: data.dataset.report + "/" + data.dataset.fact, report: data.dataset.report, series: element.dataset.series,
      isBound: "bound" in element.dataset, amount: data.value, value: Number(data.value),
      name: name, shown: value, year: year, scope: scope, marker: marker, unit: group.unit, measure: group.measure,
      place: data.dataset.report + (isYear(data.dataset.report) ? "年度报告" : " ") + marker
    };
  }

  function isYear(text) {
    return /^[0-9]{4}$/.test(text);
  }

  function unique(values) {
    return values.filter((value, index) => values.indexOf(value) === index);
  }

  function listChosen() {
    return rowsOf(currentGroup()).filter((row) => row.choice.checked);
  }

  function currentGroup() {
    return groups[filters.group.selectedIndex] || groups[0];
  }

  /* Words of the picture, all from the rows. */

  function describe(rows) {
    const names = unique(rows.map((row) => row.name));
    const years = unique(rows.map((row) => row.year)).sort();
    const title = names.length > 2 ? names[0] + "等 " + rows.length + " 个数字" : names.join("、");
    const scopes = unique(rows.map((row) => row.scope));
    const isOneScope = scopes.length === 1;
    const period = years.length > 1 ? years[0] + "—" + years[years.length - 1] : years[0];
    const meta = period + (isYear(years[0]) ? "年" : "") + "；" + rows[0].group.name + (isOneScope ? "；范围：" + scopes[0] : "");
    const warnings = [
      isOneScope ? "" : "范围不同，不能相加。",
      rows.some((row) => row.isBound) ? "空心的：原文写的是约数或界限，末端不是准确的数。" : "",
      explore.isGap(rows) ? "没有连线的地方，中间的年份没有这个数，或者同一年有不止一个数。" : ""
    ].filter(Boolean);
    return { title: title, meta: meta, warnings: warnings };
  }

  function listSources(rows) {
    const reports = rows.map((row) => row.report);
    return Array.from(figure.querySelectorAll("[data-report]")).filter(function (source) {
      source.hidden = !reports.includes(source.dataset.report);
      return !source.hidden;
    }).map(textOf);
  }

  function listFoot(rows) {
    const notice = document.querySelector(".masthead__notice");
    const address = /^http/.test(location.href) ? location.href : "";
    return listSources(rows).concat(notice ? textOf(notice) : "", address).filter(Boolean);
  }

  function describeFile() {
    const words = describe(shown.rows);
    return { title: words.title, meta: [words.meta].concat(words.warnings), foot: listFoot(shown.rows) };
  }

  /* Showing */

  function showPicture() {
    const rows = listChosen();
    const words = rows.length ? describe(rows) : { title: "还没有选数字", meta: "在下面的表里选。", warnings: [] };
    figure.querySelector(".explore__title").textContent = words.title;
    figure.querySelector(".explore__meta").textContent = words.meta;
    figure.querySelector(".explore__warning").textContent = words.warnings.join("");
    listSources(rows);
    figure.querySelectorAll("[data-save], [data-share]").forEach(function (element) {
      const isOff = "share" in element.dataset && location.protocol === "file:";
      element.hidden = !rows.length || isOff || ("save" in element.dataset && !explore.endings.includes(element.dataset.save));
    });
    const old = box.querySelector(".explore__picture");
    const layout = rows.length ? explore.layOut(rows, box.clientWidth) : null;
    shown = rows.length ? { rows: rows, layout: layout, picture: explore.createPicture(layout, words.title + "。数值见下面的表。") } : null;
    if (old) {
      old.remove();
    }
    if (shown) {
      box.insertBefore(shown.picture, box.firstChild);
    }
    button.hidden = !shown || explore.hasPlot();
    button.textContent = plotly.describeButton();
    return shown;
  }

  function drawLater() {
    const wanted = shown;
    if (!wanted) {
      explore.clear(box);
      return;
    }
    if (!explore.hasPlot()) {
      say("正在载入互动图。");
    }
    plotly
      .draw(() => (wanted === shown ? explore.draw(box, wanted.layout) : null))
      .then(
        function () {
          button.hidden = true;
          say("");
        },
        function () {
          button.hidden = false;
          button.textContent = "再试一次";
          say("互动图没有载入，图和表照常可用。");
        }
      );
  }

  function say(words) {
    status.textContent = words;
  }

  function update() {
    showPicture();
    if (asks || explore.hasPlot()) {
      drawLater();
    }
  }

  /* The lists */

  function narrow() {
    const words = filters.words.value.trim();
    groups.forEach(function (group) {
      group.table.hidden = group !== currentGroup();
      group.table.classList.toggle("explore-list--shown", !group.table.hidden);
    });
    rowsOf(currentGroup()).forEach(function (row) {
      row.element.hidden =
        (filters.year.value && row.year !== filters.year.value) ||
        (filters.marker.value && row.marker !== filters.marker.value) ||
        (words && (row.name + " " + row.scope).indexOf(words) < 0);
    });
  }

  /* What leaves nothing to choose is not shown. */
  function fill(select, values) {
    select.textContent = "";
    select.add(new Option("全部", ""));
    values.forEach((value) => select.add(new Option(value)));
    select.parentNode.hidden = values.length < 2;
  }

  function fillFilters() {
    const rows = rowsOf(currentGroup());
    fill(filters.year, unique(rows.map((row) => row.year)).sort().reverse());
    fill(filters.marker, unique(rows.map((row) => row.marker)));
    filters.words.value = "";
  }

  /* The address: report/fact of each chosen one; what is narrowed is a matter of this screen. */

  function writeAddress() {
    const query = "?show=" + listChosen().map((row) => encodeURIComponent(row.id).replace(/%2F/g, "/")).join(",");
    try {
      history.replaceState(null, "", location.pathname + query);
    } catch (error) {
      /* Some browsers let a page from a folder keep no address. */
    }
  }

  function readAddress() {
    const match = /[?&]show=([^&#]*)/.exec(location.search);
    const ids = match ? match[1].split(",").map(decodeURIComponent) : [];
    const boxes = ids.map(findChoice).filter(Boolean);
    if (boxes.length) {
      const table = boxes[0].closest("table");
      clearChoices();
      boxes.forEach(function (choice) {
        choice.checked = table.contains(choice);
      });
    }
    filters.group.selectedIndex = Math.max(0, groups.findIndex((group) => group.table.querySelector("input:checked")));
  }

  function findChoice(id) {
    const row = document.getElementById("_value-" + id.replace("/", "-"));
    return row && row.querySelector("input");
  }

  function clearChoices() {
    document.querySelectorAll(".explore-list input:checked").forEach(function (choice) {
      choice.checked = false;
    });
  }

  function chooseFirst() {
    const rows = rowsOf(currentGroup());
    const alike = rows.filter((row) => row.scope === rows[0].scope && !row.isBound);
    clearChoices();
    (alike.length > 1 ? alike : rows).slice(0, FIRST).forEach(function (row) {
      row.choice.checked = true;
    });
  }

  function ask() {
    asks = asks || !plotly.savesData();
    writeAddress();
    update();
  }

  function limit(choice) {
    if (listChosen().length > MOST) {
      choice.checked = false;
      say("一张图里最多画 " + MOST + " 个。");
      return true;
    }
    return false;
  }

  function start() {
    groups.forEach((group) => filters.group.add(new Option(group.name)));
    readAddress();
    fillFilters();
    document.addEventListener("change", function (event) {
      if (event.target.closest(".explore-list") && !limit(event.target)) {
        ask();
      }
    });
    form.hidden = false;
    narrow();
    requestAnimationFrame(() => setTimeout(showPicture));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", narrow);
    form.addEventListener("reset", function () {
      const at = filters.group.selectedIndex;
      setTimeout(function () {
        filters.group.selectedIndex = at;
        clearChoices();
        narrow();
        writeAddress();
        update();
      });
    });
    filters.group.addEventListener("change", function () {
      fillFilters();
      chooseFirst();
      narrow();
      ask();
    });
    button.addEventListener("click", function () {
      asks = true;
      update();
    });
    figure.addEventListener("click", function (event) {
      const ending = event.target.dataset.save;
      if ("share" in event.target.dataset) {
        writeAddress();
        window.chuxiongCopying.copy(location.href, "链接已复制。", status);
      } else if (ending === "csv") {
        explore.saveCsv(shown.rows);
      } else if (ending) {
        (ending === "svg" ? explore.saveSvg : explore.savePng)(shown.picture, describeFile(), say);
      }
    });
    plotly.followColours(update);
    let timer = 0;
    window.addEventListener("resize", function () {
      clearTimeout(timer);
      timer = setTimeout(function () {
        if (shown && Math.abs(box.clientWidth - shown.layout.width) > 0.5) {
          update();
        }
      }, 150);
    });
  }

  start();
})();
