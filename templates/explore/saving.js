/* The picture and its rows as files: title, unit, source and notice are inside, colours are those of the page. */
(function () {
  "use strict";

  const explore = (window.chuxiongExplore = window.chuxiongExplore || {});
  const MARGIN = 20;
  const PAINT = ["fill", "stroke", "stroke-width", "font-weight"];
  const SCALE = 3;
  /* WeChat opens no file that a page has made: there the picture is shown, and held with a finger. */
  const SAVES_FILES = !/MicroMessenger/i.test(navigator.userAgent);

  function save(blob, ending) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "explore." + ending;
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  function addLines(root, words, y, size, weight, colour, family) {
    words.forEach(function (text) {
      explore.wrap(text, root.room, size, weight).forEach(function (line) {
        y += 1.5 * size;
        const values = { x: MARGIN, y: y, "font-size": size, "font-weight": weight, fill: colour, "font-family": family };
        root.svg.appendChild(explore.create("text", values, line));
      });
    });
    return y;
  }

  /* A picture that stands alone: what a class says here is said by attributes there. */
  function createFile(picture, words) {
    const style = getComputedStyle(document.documentElement);
    const colour = (role) => style.getPropertyValue("--" + role).trim();
    const family = getComputedStyle(document.body).fontFamily;
    const room = Number(picture.getAttribute("width"));
    const svg = explore.create("svg", { xmlns: "http://www.w3.org/2000/svg", lang: "zh-CN" });
    const root = { svg: svg, room: room };
    const ground = svg.appendChild(explore.create("rect", { width: "100%", height: "100%", fill: colour("page") }));
    let y = addLines(root, [words.title], MARGIN / 2, 17, 600, colour("text"), family);
    y = addLines(root, words.meta, y + 4, 13, 400, colour("muted"), family) + 14;
    const copy = picture.cloneNode(true);
    Array.from(picture.children).forEach(function (element, index) {
      PAINT.forEach((name) => copy.children[index].setAttribute(name, getComputedStyle(element)[name]));
      copy.children[index].setAttribute("font-family", family);
    });
    copy.setAttribute("x", MARGIN);
    copy.setAttribute("y", y);
    svg.appendChild(copy);
    y = addLines(root, words.foot, y + Number(picture.getAttribute("height")) + 4, 12, 400, colour("muted"), family) + MARGIN;
    svg.setAttribute("width", room + 2 * MARGIN);
    svg.setAttribute("height", Math.ceil(y));
    ground.setAttribute("height", Math.ceil(y));
    return { text: new XMLSerializer().serializeToString(svg), width: room + 2 * MARGIN, height: Math.ceil(y) };
  }

  function paint(file, done, failed) {
    const image = new Image();
    image.onload = function () {
      const canvas = document.createElement("canvas");
      canvas.width = file.width * SCALE;
      canvas.height = file.height * SCALE;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      done(canvas);
    };
    image.onerror = failed;
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(file.text);
  }

  /* A cell that a spreadsheet would take for a formula begins with an apostrophe; an amount never does. */
  function writeCell(text) {
    const safe = /^[=+\-@\t\r]/.test(text) && !/^-?[0-9.]+$/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }

  function listCells(rows) {
    const head = ["名称", "年", "数值", "值", "单位", "范围", "出处", "标识", "网址"];
    return [head].concat(
      rows.map((row) => [row.name, row.year, row.shown, row.amount, row.unit, row.scope, row.place, row.id, row.link.href])
    );
  }

  explore.saveCsv = function (rows) {
    const lines = listCells(rows).map((cells) => cells.map(writeCell).join(",") + "\r\n");
    save(new Blob(["\ufeff" + lines.join("")], { type: "text/csv" }), "csv");
  };

  explore.saveSvg = function (picture, words) {
    save(new Blob([createFile(picture, words).text], { type: "image/svg+xml" }), "svg");
  };

  explore.savePng = function (picture, words, say) {
    paint(
      createFile(picture, words),
      function (canvas) {
        if (SAVES_FILES) {
          canvas.toBlob((blob) => save(blob, "png"));
          return;
        }
        const image = new Image();
        image.className = "explore__saved";
        image.alt = words.title;
        image.src = canvas.toDataURL("image/png");
        picture.closest("figure").appendChild(image);
        say("长按下面的图片，可以保存或转发。");
      },
      () => say("图片没有生成，请再试一次。")
    );
  };

  explore.endings = SAVES_FILES ? ["png", "svg", "csv"] : ["png"];
})();
