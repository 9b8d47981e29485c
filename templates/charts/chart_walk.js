/* A chart is one stop of the tab key; arrow keys walk from row to row, each a link to its sentence.
   Works on the picture and on the drawn figure alike. */
(function () {
  "use strict";

  var STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  function prepare(figure) {
    var status = figure.querySelector(".chart__status");
    var rows = Array.prototype.slice.call(figure.querySelectorAll(".chart__picture .chart__row"));
    if (!rows.length) {
      return;
    }

    function point(index) {
      var plot = figure.querySelector(".js-plotly-plot");
      if (plot && window.Plotly && window.Plotly.Fx) {
        if (index < 0) {
          window.Plotly.Fx.unhover(plot);
        } else {
          window.Plotly.Fx.hover(plot, [{ curveNumber: 0, pointNumber: index }]);
        }
      }
    }

    function say(words) {
      if (status) {
        status.textContent = words;
      }
    }

    function go(index) {
      rows[Math.max(0, Math.min(rows.length - 1, index))].focus();
    }

    rows.forEach(function (row, index) {
      row.tabIndex = index ? -1 : 0;
      row.addEventListener("focus", function () {
        rows.forEach(function (other) {
          other.tabIndex = other === row ? 0 : -1;
        });
        point(index);
      });
      row.addEventListener("blur", function () {
        point(-1);
        say("");
      });
      row.addEventListener("keydown", function (event) {
        if (event.altKey || event.ctrlKey || event.metaKey) {
          return;
        }
        if (event.key in STEPS) {
          go(index + STEPS[event.key]);
        } else if (event.key === "Home" || event.key === "End") {
          go(event.key === "Home" ? 0 : rows.length - 1);
        } else {
          return;
        }
        event.preventDefault();
        say("第 " + (rows.indexOf(document.activeElement) + 1) + " 项，共 " + rows.length + " 项；回车看原句。");
      });
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll("figure.chart"), prepare);
})();
