/* Interactive charts. The picture in the page is complete; Plotly is drawn over it once a reader asks, and from then
   on over every chart of the page that comes into view. Whatever fails, the picture stays. */
(function () {
  "use strict";

  const HOVER = "(hover: hover) and (pointer: fine)";
  const NEAR = "200px";
  const MARGIN = 24;
  const LINE = 17;
  const STOPS = /[，。；：！？]/;
  const DOWNLOAD_ICON = { width: 16, height: 16, path: "M7 1h2v7h3l-4 4-4-4h3zM2 13h12v2H2z" };

  /* WeChat opens no file that a page has made; there the plain addresses of SVG and CSV stay. */
  const SAVES_FILES = !/MicroMessenger/i.test(navigator.userAgent);

  const plotly = window.chuxiongPlotly;
  const charts = [];
  let isAsked = false;

  /* The figure: the page's colours, the box's size */

  function findColour(style, role, fallback) {
    return style.getPropertyValue("--" + role).trim() || fallback;
  }

  function setColours(figure, element) {
    const style = getComputedStyle(element);
    figure.theme.forEach(function (entry) {
      const path = entry[0];
      const last = path[path.length - 1];
      const holder = path.slice(0, -1).reduce(function (value, key) {
        return value[key];
      }, figure);
      holder[last] = findColour(style, entry[1], holder[last]);
    });
  }

  /* The marks lie where the picture has them: their places are measured, so they are right in every type size. */

  function placeMarks(figure, chart) {
    const box = chart.box.getBoundingClientRect();
    const lane = chart.box.querySelector(".chart__lane").getBoundingClientRect();
    const marks = Array.from(chart.box.querySelectorAll(".chart__bar, .chart__dot"), (mark) => mark.getBoundingClientRect());
    const layout = figure.layout;
    const trace = figure.data[0];
    const heights = marks.map((mark) => mark.height);
    layout.width = box.width;
    layout.height = box.height;
    layout.margin.l = lane.left - box.left;
    layout.margin.r = box.right - lane.right;
    layout.yaxis.range = [box.height, 0];
    trace.y = marks.map((mark) => (mark.top + mark.bottom) / 2 - box.top);
    if (trace.type === "bar") {
      trace.width = heights;
    } else {
      trace.marker.size = heights;
    }
    figure.data.push(plotly.coverMarks(lane, marks, layout.xaxis.range, trace.y));
    const larger = Math.min(parseFloat(getComputedStyle(document.documentElement).fontSize) / 16, box.width / 240);
    layout.hoverlabel.font.size *= larger;
    trace.customdata = chart.rows.map((row, index) => describeMark(chart, row, trace.customdata[index], (box.width - MARGIN) / larger));
  }

  /* A label adds to what the picture says already: the words around the number, the result of its check, a way there. */

  function describeMark(chart, row, given, room) {
    const link = document.getElementById(row.fact);
    const sentence = link && link.closest(".sentence");
    const words = [sentence ? "原句：" + quoteClause(sentence, link) : "", findCheck(row.fact)];
    const most = Math.max(8, Math.floor(room / LINE));
    return words
      .filter(Boolean)
      .map((line) => plotly.wrap(line, most))
      .concat(given, "点这里，到" + (sentence ? "原句" : "它的原句"))
      .join("<br>");
  }

  function quoteClause(sentence, link) {
    const text = sentence.textContent;
    const before = document.createRange();
    before.setStart(sentence, 0);
    before.setEndBefore(link);
    let start = before.toString().length;
    let end = start + link.textContent.length;
    while (start > 0 && !STOPS.test(text[start - 1])) {
      start -= 1;
    }
    while (end < text.length && !STOPS.test(text[end])) {
      end += 1;
    }
    return "「" + (start ? "…" : "") + text.slice(start, end).trim() + (end < text.length - 1 ? "…" : "") + "」";
  }

  function findCheck(fact) {
    const row = document.getElementById("_row-" + fact);
    const heads = row ? Array.from(row.closest("table").tHead.rows[0].cells) : [];
    const cell = row && row.cells[heads.findIndex((head) => head.textContent.trim() === "核对")];
    const link = cell && cell.querySelector("a");
    return link ? "核对：" + link.textContent.trim() : "";
  }

  /* A mark leads to its number: to the note where the page has one, else to the sentence. */

  function listRows(figure) {
    return Array.from(figure.querySelectorAll(".chart__table [data-fact]"), function (cell) {
      return { fact: cell.dataset.fact, link: cell.querySelector("a") };
    });
  }

  function follow(chart, index) {
    const row = chart.rows[index];
    const note = window.chuxiongNote;
    if (row && note && note.open && document.getElementById(row.fact)) {
      note.open(row.fact);
    } else if (row && row.link) {
      row.link.click();
    }
  }

  function prepare(chart) {
    const figure = JSON.parse(chart.json);
    setColours(figure, chart.figure);
    placeMarks(figure, chart);
    figure.config.modeBarButtons = [[createDownloadButton(chart)]];
    figure.config.displayModeBar = matchMedia(HOVER).matches && SAVES_FILES ? "hover" : false;
    chart.width = figure.layout.width;
    return figure;
  }

  /* A downloaded picture is that of the file, with its title above and its source below. */

  function createDownloadButton(chart) {
    return {
      name: "downloadPng",
      title: "下载 PNG",
      icon: DOWNLOAD_ICON,
      click: function () {
        window.chuxiongPictures.save(chart.figure);
      }
    };
  }

  /* Drawing */

  function createPlot(chart) {
    const plot = document.createElement("div");
    const picture = chart.box.querySelector(".chart__picture");
    plot.className = "chart__plot";
    plot.setAttribute("role", "group");
    plot.setAttribute("aria-labelledby", picture.getAttribute("aria-labelledby"));
    plot.setAttribute("aria-describedby", picture.getAttribute("aria-describedby"));
    plot.tabIndex = -1;
    chart.box.appendChild(plot);
    return plot;
  }

  function draw(chart) {
    const figure = prepare(chart);
    const plot = createPlot(chart);
    return new Promise(function (resolve) {
      resolve(window.Plotly.newPlot(plot, figure.data, figure.layout, figure.config));
    }).then(
      function () {
        chart.plot = plot;
        chart.button.hidden = true;
        chart.box.classList.add("chart__box--drawn");
        plotly.listen(plot, function (point) {
          follow(chart, point.pointNumber);
        });
      },
      function (error) {
        plot.remove();
        throw error;
      }
    );
  }

  function redraw(chart) {
    if (chart.plot) {
      const figure = prepare(chart);
      window.Plotly.react(chart.plot, figure.data, figure.layout, figure.config);
    }
  }

  function start(chart) {
    if (!chart.started) {
      chart.started = plotly
        .draw(function () {
          return draw(chart);
        })
        .catch(function (error) {
          chart.started = null;
          throw error;
        });
    }
    return chart.started;
  }

  /* When: nothing is fetched before a reader asks. */

  function nameButton(chart) {
    if (!chart.button.disabled) {
      chart.button.textContent = plotly.describeButton();
    }
  }

  function offerButton(chart) {
    chart.button.hidden = false;
    nameButton(chart);
    chart.button.addEventListener("click", function () {
      chart.button.disabled = true;
      chart.button.textContent = "正在载入";
      start(chart).then(
        function () {
          chart.status.textContent = "";
          chart.plot.focus({ preventScroll: true });
          watchOthers();
        },
        function () {
          chart.button.disabled = false;
          chart.button.textContent = "再试一次";
          chart.status.textContent = "互动图没有载入，图片和数据表照常可用。";
        }
      );
    });
  }

  function watchOthers() {
    if (isAsked || !("IntersectionObserver" in window)) {
      charts.forEach(nameButton);
      return;
    }
    isAsked = true;
    const observer = new IntersectionObserver(
      function (entries) {
        entries.forEach(function (entry) {
          if (entry.isIntersecting) {
            observer.unobserve(entry.target);
            start(charts.find((chart) => chart.box === entry.target)).catch(function () {});
          }
        });
      },
      { rootMargin: NEAR }
    );
    charts.forEach(function (chart) {
      nameButton(chart);
      observer.observe(chart.box);
    });
  }

  /* The page changes: theme, width */

  function redrawAll() {
    charts.forEach(redraw);
  }

  function redrawResized() {
    charts.forEach(function (chart) {
      if (chart.plot && Math.abs(chart.box.getBoundingClientRect().width - chart.width) > 0.5) {
        redraw(chart);
      }
    });
  }

  /* On paper the picture stands in its place again (the style sheet's doing) and the table is open. */

  function openTables() {
    charts.forEach(function (chart) {
      chart.wasOpen = chart.details.open;
      chart.details.open = true;
    });
  }

  function closeTables() {
    charts.forEach(function (chart) {
      chart.details.open = chart.wasOpen;
    });
  }

  function followPage() {
    plotly.followColours(redrawAll);
    let timer = 0;
    window.addEventListener("resize", function () {
      clearTimeout(timer);
      timer = setTimeout(redrawResized, 150);
    });
  }

  function collect() {
    Array.from(document.querySelectorAll("figure.chart")).forEach(function (figure) {
      const data = figure.querySelector("script.chart__data");
      const box = figure.querySelector("[data-plotly-box]");
      if (data && box) {
        charts.push({
          figure: figure,
          box: box,
          rows: listRows(figure),
          json: data.textContent,
          button: figure.querySelector(".chart__start"),
          status: figure.querySelector(".chart__status"),
          details: figure.querySelector(".chart__details")
        });
      }
    });
  }

  collect();
  window.addEventListener("beforeprint", openTables);
  window.addEventListener("afterprint", closeTables);
  if (charts.length && plotly) {
    followPage();
    charts.forEach(offerButton);
  }
})();
