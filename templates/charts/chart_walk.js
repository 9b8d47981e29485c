/* Arrow keys walk through a chart's rows; each is said aloud. Works on the picture and on the drawn figure alike. */
(function () {
  "use strict";

  var STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  function wordsOf(element) {
    return element ? element.textContent.trim() : "";
  }

  function prepare(figure) {
    var box = figure.querySelector(".chart__box");
    var status = figure.querySelector(".chart__status");
    var rows = Array.prototype.slice.call(figure.querySelectorAll(".chart__picture .chart__row"));
    var at = -1;
    if (!box || !status || !rows.length) {
      return;
    }

    function show(index) {
      rows.forEach(function (row, other) {
        row.classList.toggle("chart__row--walked", other === index);
      });
      var plot = figure.querySelector(".js-plotly-plot");
      if (plot && window.Plotly && window.Plotly.Fx) {
        if (index < 0) {
          window.Plotly.Fx.unhover(plot);
        } else {
          window.Plotly.Fx.hover(plot, [{ curveNumber: 0, pointNumber: index }]);
        }
      }
    }

    function go(index) {
      at = Math.max(0, Math.min(rows.length - 1, index));
      show(at);
      var row = rows[at];
      status.textContent =
        wordsOf(row.querySelector(".chart__label")) +
        "：" +
        wordsOf(row.querySelector(".chart__value")) +
        "（第 " + (at + 1) + " 项，共 " + rows.length + " 项）";
    }

    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", wordsOf(figure.querySelector(".chart__title")) + "。用方向键逐项看。");
    box.addEventListener("keydown", function (event) {
      if (event.altKey || event.ctrlKey || event.metaKey) {
        return;
      }
      if (event.key in STEPS) {
        go(at < 0 ? 0 : at + STEPS[event.key]);
      } else if (event.key === "Home" || event.key === "End") {
        go(event.key === "Home" ? 0 : rows.length - 1);
      } else if (event.key === "Escape" && at >= 0) {
        at = -1;
        show(at);
        status.textContent = "";
      } else {
        return;
      }
      event.preventDefault();
    });
    box.addEventListener("blur", function () {
      show(-1);
    });
    box.addEventListener("focus", function () {
      if (at >= 0) {
        show(at);
      }
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll("figure.chart"), prepare);
})();
