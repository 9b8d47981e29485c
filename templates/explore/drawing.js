/* Plotly over the picture: its marks in the picture's places, the words stay the picture's. */
(function () {
  "use strict";

  const explore = (window.chuxiongExplore = window.chuxiongExplore || {});
  const plotly = window.chuxiongPlotly;
  const LINE = 18;
  const CONFIG = {
    locale: "zh-CN", responsive: false, scrollZoom: false, doubleClick: false, showTips: false,
    displaylogo: false, displayModeBar: false, showSendToCloud: false, plotlyServerURL: ""
  };

  function findColour(role) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + role).trim();
  }

  /* What the picture does not say of a mark. */
  function describe(row) {
    return ["范围：" + row.scope, "出处：" + row.place, "点这里，到原句"].map((line) => plotly.wrap(line, LINE)).join("<br>");
  }

  function createTrace(rows) {
    const ink = findColour("chart-2");
    const page = findColour("page");
    return {
      customdata: rows.map(describe),
      text: rows.map((row) => row.shown),
      textposition: "none",
      hovertemplate: "%{customdata}<extra></extra>",
      showlegend: false,
      marker: {
        color: rows.map((row) => (row.isBound ? page : ink)),
        line: { color: ink, width: rows.map((row) => (row.isBound ? 1.5 : 0)) }
      }
    };
  }

  function createLayout(layout) {
    const family = getComputedStyle(document.body).fontFamily;
    const font = { family: family, size: 14, color: findColour("text") };
    const clear = "rgba(0,0,0,0)";
    return {
      autosize: false, width: layout.width, height: layout.height, margin: { l: 0, r: 0, t: 0, b: 0, pad: 0 },
      paper_bgcolor: clear, plot_bgcolor: clear, font: font, showlegend: false, dragmode: false, hovermode: "closest",
      barmode: "overlay",
      hoverlabel: { align: "left", bgcolor: findColour("page"), bordercolor: findColour("muted"), font: font },
      xaxis: { visible: false, fixedrange: true, range: layout.years },
      yaxis: { visible: false, fixedrange: true }
    };
  }

  function describeBars(layout) {
    const figure = createLayout(layout);
    const bars = layout.shapes.filter((shape) => shape.kind === "bar");
    const rows = layout.marks.map((mark) => mark.row);
    const range = [layout.scale.low, layout.scale.high];
    const middles = bars.map((bar) => bar.y + bar.height / 2);
    const boxes = bars.map((bar) => ({ left: bar.x, right: bar.x + bar.width, width: bar.width, height: bar.height }));
    figure.margin.r = layout.width - layout.lane;
    figure.xaxis.range = range;
    figure.yaxis.range = [layout.height, 0];
    const trace = { type: "bar", orientation: "h", base: 0, x: rows.map((row) => row.value), y: middles, width: bars.map((bar) => bar.height) };
    const cover = plotly.coverMarks({ left: 0, width: layout.lane }, boxes, range, middles);
    return { data: [Object.assign(trace, createTrace(rows)), cover], layout: figure };
  }

  /* A line stops where a year is missing: between two points that are not joined stands an empty one. */
  function describeYears(layout) {
    const figure = createLayout(layout);
    const joints = layout.shapes.filter((shape) => shape.role === "joint");
    const data = layout.panels.map(function (panel, index) {
      const axis = "y" + (index ? index + 1 : "");
      figure["yaxis" + axis.slice(1)] = {
        visible: false, fixedrange: true, anchor: "x", range: [layout.scale.low, layout.scale.high],
        domain: [1 - panel.bottom / layout.height, 1 - panel.top / layout.height]
      };
      const trace = Object.assign(createTrace(panel.rows), {
        type: "scatter", mode: "markers", cliponaxis: false, yaxis: axis,
        x: panel.rows.map((row) => Number(row.year)), y: panel.rows.map((row) => row.value)
      });
      trace.marker.size = 10;
      return trace;
    });
    figure.shapes = joints.map((joint) => ({
      type: "line", xref: "paper", yref: "paper", layer: "below", line: { color: findColour("chart-2"), width: 2 },
      x0: joint.x1 / layout.width, x1: joint.x2 / layout.width,
      y0: 1 - joint.y1 / layout.height, y1: 1 - joint.y2 / layout.height
    }));
    return { data: data, layout: figure };
  }

  let plot = null;

  explore.clear = function (box) {
    box.classList.remove("explore__box--drawn");
    if (plot) {
      window.Plotly.purge(plot);
      plot.remove();
      plot = null;
    }
  };

  explore.hasPlot = () => Boolean(plot);

  /* Draw or draw again; `box` holds the picture. */
  explore.draw = function (box, layout) {
    const figure = (layout.isOverYears ? describeYears : describeBars)(layout);
    const place = plot || document.createElement("div");
    place.className = "chart__plot";
    box.appendChild(place);
    return new Promise(function (resolve) {
      resolve((plot ? window.Plotly.react : window.Plotly.newPlot)(place, figure.data, figure.layout, CONFIG));
    }).then(
      function () {
        if (!plot) {
          plot = place;
          plotly.listen(plot, function (point) {
            const rows = explore.drawn.isOverYears ? explore.drawn.panels[point.curveNumber].rows : explore.drawn.marks.map((mark) => mark.row);
            rows[point.pointNumber].link.click();
          });
        }
        explore.drawn = layout;
        box.classList.add("explore__box--drawn");
      },
      function (error) {
        if (!plot) {
          place.remove();
        }
        throw error;
      }
    );
  };
})();
