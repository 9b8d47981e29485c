/* The chosen facts as a picture in the page: bars, or dots and lines where an indicator has several years. It needs no
   library, and is what is saved. Everything is measured in rem and px of the page; amounts begin at zero. */
(function () {
  "use strict";

  const explore = (window.chuxiongExplore = window.chuxiongExplore || {});
  const SVG = "http://www.w3.org/2000/svg";
  const GAP = 0.4;
  const BAR = 1.25;
  const STRIP = 5;
  const STOP = /[，。；：！？、）”」』》%]/;
  const pen = document.createElement("canvas").getContext("2d");

  let family = "";
  let font = "";

  function measure(text, size, weight) {
    const wanted = weight + " " + size + "px " + family;
    if (wanted !== font) {
      font = pen.font = wanted;
    }
    return pen.measureText(text).width;
  }

  /* Lines no wider than there is room; no line begins with a stop. */
  function wrap(text, room, size, weight) {
    const lines = [];
    let line = "";
    if (measure(text, size, weight) <= room) {
      return [text];
    }
    Array.from(text).forEach(function (char) {
      if (line && measure(line + char, size, weight) > room && !STOP.test(char)) {
        lines.push(line);
        line = "";
      }
      line += char;
    });
    return lines.concat(line);
  }

  function span(rows) {
    const values = rows.map((row) => row.value).concat(0);
    const isShare = rows.every((row) => row.unit === "%" && row.measure === "占比");
    const low = Math.min.apply(null, values);
    const high = Math.max.apply(null, values.concat(isShare ? 100 : low));
    return { low: low, high: high > low ? high : low + 1 };
  }

  /* Rows of one indicator, role and place; several years of one of them make a picture over years. */
  function listSeries(rows) {
    const series = [];
    rows.forEach(function (row) {
      const own = series.find((other) => other[0].series === row.series);
      if (own) {
        own.push(row);
      } else {
        series.push([row]);
      }
    });
    series.forEach((own) => own.sort((a, b) => a.year - b.year));
    return series;
  }

  function isOverYears(rows) {
    const known = rows.every((row) => /^[0-9]{4}$/.test(row.year));
    return known && listSeries(rows).some((own) => new Set(own.map((row) => row.year)).size > 1);
  }

  /* Which neighbours are joined: years that follow each other, each said once. */
  function isJoined(own, index) {
    const [before, row] = [own[index - 1], own[index]];
    const once = (year) => own.filter((other) => other.year === year).length === 1;
    return index > 0 && row.year - before.year === 1 && once(row.year) && once(before.year);
  }

  /* A name without the year that its number tells: a picture over years says the years below. */
  function nameSeries(row) {
    const year = row.year + "年";
    return row.name.replace("（" + year + "）", "").replace("，" + year, "").replace(year + "，", "");
  }

  function describeLabel(row, rows) {
    const isYearSaid = new Set(rows.map((other) => other.year)).size > 1;
    return isYearSaid ? nameSeries(row) + "，" + row.year + (/^[0-9]{4}$/.test(row.year) ? "年" : "") : row.name;
  }

  function layOutBars(rows, width, rem) {
    const scale = span(rows);
    const size = 0.875 * rem;
    const value = 0.9375 * rem;
    const room = Math.max.apply(null, rows.map((row) => measure(row.shown, value, 600)));
    const lane = Math.max(3 * rem, width - room - 2 * GAP * rem);
    const place = (amount) => ((amount - scale.low) / (scale.high - scale.low)) * lane;
    const shapes = [];
    let y = 0;
    const marks = rows.map(function (row, index) {
      wrap(describeLabel(row, rows), width, size, 400).forEach(function (line) {
        shapes.push({ kind: "text", role: "label", x: 0, y: y + size, size: size, text: line });
        y += 1.35 * size;
      });
      y += 0.15 * rem;
      const left = place(Math.min(0, row.value));
      const right = place(Math.max(0, row.value));
      shapes.push({ kind: "bar", index: index, x: left, y: y, width: right - left, height: BAR * rem, isBound: row.isBound });
      shapes.push({ kind: "line", role: "baseline", x1: place(0), x2: place(0), y1: y, y2: y + BAR * rem });
      shapes.push({
        kind: "text", role: "value", x: right + GAP * rem, y: y + (BAR / 2) * rem + 0.36 * value, size: value, text: row.shown
      });
      y += (BAR + 0.75) * rem;
      return { row: row, panel: 0 };
    });
    return {
      isOverYears: false, width: width, height: y, shapes: shapes, marks: marks, scale: scale, lane: lane, panels: []
    };
  }

  function layOutYears(rows, width, rem) {
    const scale = span(rows);
    const size = 0.875 * rem;
    const small = 0.8125 * rem;
    const years = rows.map((row) => Number(row.year));
    const first = Math.min.apply(null, years);
    const last = Math.max.apply(null, years);
    const widest = Math.max.apply(null, rows.map((row) => measure(row.shown, small, 600)));
    const pad = Math.min(widest / 2 + 2, width / 3);
    const step = (width - 2 * pad) / Math.max(1, last - first);
    const across = (year) => (last > first ? pad + (year - first) * step : width / 2);
    const shapes = [];
    const marks = [];
    const panels = [];
    let y = 0;
    listSeries(rows).forEach(function (own, panel) {
      wrap(nameSeries(own[0]), width, size, 400).forEach(function (line) {
        shapes.push({ kind: "text", role: "label", x: 0, y: y + size, size: size, text: line });
        y += 1.35 * size;
      });
      const top = y + 1.6 * small;
      const bottom = top + STRIP * rem;
      const down = (amount) => bottom - ((amount - scale.low) / (scale.high - scale.low)) * (bottom - top);
      shapes.push({ kind: "line", role: "baseline", x1: 0, x2: width, y1: down(0), y2: down(0) });
      own.forEach(function (row, index) {
        const [x, at] = [across(Number(row.year)), down(row.value)];
        if (isJoined(own, index)) {
          const before = own[index - 1];
          shapes.push({ kind: "line", role: "joint", x1: across(Number(before.year)), y1: down(before.value), x2: x, y2: at });
        }
        if (step >= widest + 8 || index === 0 || index === own.length - 1) {
          shapes.push({ kind: "text", role: "value", middle: true, x: x, y: at - 0.6 * rem, size: small, text: row.shown });
        }
        if (!index || row.year !== own[index - 1].year) {
          shapes.push({ kind: "text", role: "year", middle: true, x: x, y: bottom + 1.3 * small, size: small, text: row.year });
        }
        marks.push({ row: row, panel: panel });
      });
      own.forEach(function (row) {
        shapes.push({
          kind: "dot", index: rows.indexOf(row), x: across(Number(row.year)), y: down(row.value), isBound: row.isBound
        });
      });
      panels.push({ rows: own, top: top, bottom: bottom });
      y = bottom + 2.6 * small;
    });
    const ends = [first - pad / step, first - pad / step + width / step];
    return {
      isOverYears: true, width: width, height: y, shapes: shapes, marks: marks, scale: scale, panels: panels,
      years: last > first ? ends : [first - 1, first + 1]
    };
  }

  /* Shapes and their places; `marks` are the rows in the order in which they are drawn. */
  explore.layOut = function (rows, width) {
    family = getComputedStyle(document.body).fontFamily;
    font = "";
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    return (isOverYears(rows) ? layOutYears : layOutBars)(rows, width, rem);
  };

  explore.isGap = function (rows) {
    return isOverYears(rows) && listSeries(rows).some((own) => own.some((row, index) => index && !isJoined(own, index)));
  };

  function create(name, values, text) {
    const element = document.createElementNS(SVG, name);
    Object.keys(values).forEach((key) => element.setAttribute(key, values[key]));
    element.textContent = text || "";
    return element;
  }

  explore.createShape = function (shape) {
    const mark = "explore__mark" + (shape.isBound ? " explore__mark--bound" : "");
    if (shape.kind === "text") {
      const anchor = shape.middle ? "middle" : "start";
      const values = { class: "explore__" + shape.role, x: shape.x, y: shape.y, "font-size": shape.size, "text-anchor": anchor };
      return create("text", values, shape.text);
    }
    if (shape.kind === "bar") {
      return create("rect", { class: mark, x: shape.x, y: shape.y, width: shape.width, height: shape.height });
    }
    if (shape.kind === "dot") {
      return create("circle", { class: mark, cx: shape.x, cy: shape.y, r: 5 });
    }
    return create("line", { class: "explore__" + shape.role, x1: shape.x1, x2: shape.x2, y1: shape.y1, y2: shape.y2 });
  };

  explore.createPicture = function (layout, name) {
    const size = { width: layout.width, height: layout.height, viewBox: "0 0 " + layout.width + " " + layout.height };
    const picture = create("svg", Object.assign({ class: "explore__picture", role: "img", "aria-label": name }, size));
    layout.shapes.forEach((shape) => picture.appendChild(explore.createShape(shape)));
    return picture;
  };

  explore.create = create;
  explore.wrap = wrap;
})();
