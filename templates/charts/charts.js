/* Interactive charts. The picture in the page is complete; Plotly is drawn over it when the reader gains by it:
   by itself on a wide screen with a fine pointer, by a button elsewhere, and by that button only where the site
   has the full bundle: nobody gets a megabyte that nobody asked for. Whatever fails, the picture stays. */
(function () {
  "use strict";

  const WIDE = "(min-width: 1000px) and (pointer: fine)";
  const HOVER = "(hover: hover) and (pointer: fine)";
  const NEAR = "200px";
  const LOCALE = {
    moduleType: "locale",
    name: "zh-CN",
    dictionary: { "Download plot as a PNG": "下载 PNG" },
    format: {
      days: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
      shortDays: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
      months: ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"],
      shortMonths: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
      date: "%Y年%-m月%-d日",
      decimal: ".",
      thousands: ""
    }
  };
  const DOWNLOAD_ICON = { width: 16, height: 16, path: "M7 1h2v7h3l-4 4-4-4h3zM2 13h12v2H2z" };

  /* WeChat opens no file that a page has made; there the plain addresses of SVG and CSV stay. */
  const SAVES_FILES = !/MicroMessenger/i.test(navigator.userAgent);

  const library = document.querySelector('meta[name="plotly-src"]');
  let loading = null;
  const charts = [];

  /* The library */

  function loadPlotly() {
    if (!loading) {
      loading = new Promise(addLibrary).then(function () {
        window.Plotly.register(LOCALE);
        charts.forEach(nameButton);
      });
      loading.catch(function () {
        loading = null;
      });
    }
    return loading;
  }

  function addLibrary(resolve, reject) {
    const script = document.createElement("script");
    script.src = library.content;
    script.async = true;
    script.onload = resolve;
    script.onerror = function () {
      script.remove();
      reject(new Error("plotly"));
    };
    document.head.appendChild(script);
  }

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
    layout.hoverlabel.font.size *= Math.min(parseFloat(getComputedStyle(document.documentElement).fontSize) / 16, box.width / 240);
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
        chart.box.classList.add("chart__box--drawn");
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
      chart.started = loadPlotly()
        .then(function () {
          return draw(chart);
        })
        .catch(function (error) {
          chart.started = null;
          throw error;
        });
    }
    return chart.started;
  }

  /* When */

  function savesData() {
    const connection = navigator.connection;
    return Boolean(connection && connection.saveData) || matchMedia("(prefers-reduced-data: reduce)").matches;
  }

  /* Until the library is here, its size is said before it is fetched. */

  function nameButton(chart) {
    if (!chart.button.disabled) {
      chart.button.textContent = window.Plotly ? "互动图" : "互动图（" + library.dataset.size + "）";
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
          chart.button.hidden = true;
          chart.status.textContent = "";
          chart.plot.focus({ preventScroll: true });
        },
        function () {
          chart.button.disabled = false;
          chart.button.textContent = "再试一次";
          chart.status.textContent = "互动图没有载入，图片和数据表照常可用。";
        }
      );
    });
  }

  function watch() {
    const observer = new IntersectionObserver(
      function (entries) {
        entries.forEach(function (entry) {
          if (entry.isIntersecting) {
            observer.unobserve(entry.target);
            const chart = charts.find((item) => item.box === entry.target);
            start(chart).catch(function () {
              offerButton(chart);
            });
          }
        });
      },
      { rootMargin: NEAR }
    );
    charts.forEach((chart) => observer.observe(chart.box));
  }

  function afterLoad(action) {
    if (document.readyState === "complete") {
      action();
    } else {
      window.addEventListener("load", action);
    }
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
    const dark = matchMedia("(prefers-color-scheme: dark)");
    if (dark.addEventListener) {
      dark.addEventListener("change", redrawAll);
    } else {
      dark.addListener(redrawAll);
    }
    new MutationObserver(function () {
      redrawAll();
    }).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "data-type"] });
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
  if (charts.length && library) {
    followPage();
    if (!("onRequest" in library.dataset) && matchMedia(WIDE).matches && !savesData() && "IntersectionObserver" in window) {
      afterLoad(watch);
    } else {
      charts.forEach(offerButton);
    }
  }
})();
