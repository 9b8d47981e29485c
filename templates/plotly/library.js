/* plotly.js for whoever draws with it: its size before a reader asks, fetched once and only then, and one thing drawn
   a task, so that the page goes on answering. */
(function () {
  "use strict";

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

  const FINGER = 24;
  const library = document.querySelector('meta[name="plotly-src"]');
  const waiting = [];
  let loading = null;
  let isBusy = false;

  function fetchLibrary(resolve, reject) {
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

  function load() {
    if (!loading) {
      loading = new Promise(fetchLibrary).then(function () {
        window.Plotly.register(LOCALE);
      });
      loading.catch(function () {
        loading = null;
      });
    }
    return loading;
  }

  /* "互动图（0.4 MB）" until it is here. */
  function describeButton() {
    return window.Plotly ? "互动图" : "互动图（" + library.dataset.size + "）";
  }

  function takeTurn() {
    const action = waiting.shift();
    isBusy = Boolean(action);
    if (action) {
      setTimeout(function () {
        action().then(takeTurn, takeTurn);
      });
    }
  }

  /* Load, then do it in its turn: what is passed returns a promise, and so does this. */
  function draw(action) {
    return load().then(function () {
      return new Promise(function (resolve, reject) {
        waiting.push(function () {
          return Promise.resolve().then(action).then(resolve, reject);
        });
        if (!isBusy) {
          takeTurn();
        }
      });
    });
  }

  /* Marks take the page's colours again when these change. */
  function followColours(action) {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    if (dark.addEventListener) {
      dark.addEventListener("change", action);
    } else {
      dark.addListener(action);
    }
    new MutationObserver(function () {
      action();
    }).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "data-type"] });
  }

  function savesData() {
    const connection = navigator.connection;
    return Boolean(connection && connection.saveData) || matchMedia("(prefers-reduced-data: reduce)").matches;
  }

  /* A line break where a line of a label is full; what Plotly would read as markup is written as itself. */
  function wrap(text, most) {
    const lines = [];
    for (let rest = Array.from(text); rest.length; ) {
      let end = Math.min(most, rest.length);
      while (end > most - 3 && end < rest.length && /[，。；：！？、）”」』%]/.test(rest[end])) {
        end -= 1;
      }
      lines.push(rest.splice(0, end).join("").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"));
    }
    return lines.join("<br>");
  }

  /* What a pointer meets of a bar or dot is never smaller than a finger; it lies inside the lane, where pointers are
     heard. `lane` and `marks` are boxes on the page, `range` is what the lane's ends stand for. */
  function coverMarks(lane, marks, range, y) {
    const unit = (range[1] - range[0]) / lane.width;
    const widths = marks.map((mark) => Math.max(mark.width, FINGER));
    return {
      type: "bar",
      orientation: "h",
      base: marks.map(function (mark, index) {
        const left = (mark.left + mark.right - widths[index]) / 2 - lane.left;
        return range[0] + Math.max(0, Math.min(left, lane.width - widths[index])) * unit;
      }),
      x: widths.map((width) => width * unit),
      y: y,
      width: marks.map((mark) => Math.max(mark.height, FINGER)),
      marker: { color: "rgba(0,0,0,0)" },
      hoverinfo: "none",
      showlegend: false
    };
  }

  /* A cover has no label: its mark's is shown. What is clicked is handed on. */
  function listen(plot, follow) {
    plot.on("plotly_hover", function (event) {
      const point = event.points[0];
      if (point.data.hoverinfo === "none") {
        window.Plotly.Fx.hover(plot, [{ curveNumber: 0, pointNumber: point.pointNumber }]);
      }
    });
    plot.on("plotly_click", function (event) {
      follow(event.points[0]);
    });
  }

  if (library) {
    window.chuxiongPlotly = {
      draw: draw,
      describeButton: describeButton,
      followColours: followColours,
      savesData: savesData,
      coverMarks: coverMarks,
      listen: listen,
      wrap: wrap
    };
  }
})();
