/* What does the preview add to a page? It reloads it after a save, shows mistakes over it, and says where a number is written. */
(function () {
  "use strict";
  var own = document.currentScript;
  var path = own.getAttribute("data-path");
  var version = own.getAttribute("data-version");
  var remembered = "preview-sources";
  var events = null;

  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  var host = make("div");
  host.id = "_preview";
  host.lang = "zh-CN";
  var shadow = host.attachShadow({ mode: "open" });
  var styles = make("link");
  styles.rel = "stylesheet";
  styles.href = "/_preview/preview.css";
  var problems = make("section", "panel");
  problems.setAttribute("role", "alert");
  problems.hidden = true;
  var sources = make("section", "panel panel--source");
  sources.setAttribute("role", "status");
  sources.hidden = true;
  var bar = make("div", "bar");
  var toggle = make("button", "", "预览：点数字看出处");
  toggle.type = "button";
  var gone = make("span", "bar__note", "预览已停止");
  gone.hidden = true;
  var desk = make("a", "bar__link", "标注");
  desk.href = "/_preview/desk.html" + (/^\d{4}\//.test(path) ? "?report=" + path.slice(0, 4) : "");
  bar.append(toggle, desk, gone);
  shadow.append(styles, problems, sources, bar);

  function placeOf(item) {
    if (!item.open) return make("span", "item__place", item.place);
    var link = make("a", "item__place", item.place);
    link.href = item.open;
    link.title = "在 VS Code 里打开";
    return link;
  }

  function lineOf(parts) {
    var line = make("pre", "item__line");
    line.append(parts[0], make("mark", "item__mark", parts[1]), parts[2]);
    return line;
  }

  function itemOf(item, title, words) {
    var box = make("div", "item");
    var head = make("p", "item__title", title + " ");
    head.append(placeOf(item));
    box.append(head);
    if (item.excerpt.length) box.append(lineOf(item.excerpt));
    words.forEach(function (pair) {
      if (pair[1]) box.append(make("p", "item__words", pair[0] + "：" + pair[1]));
    });
    return box;
  }

  function fill(panel, title, items) {
    var head = make("div", "panel__head");
    var close = make("button", "", "收起");
    close.type = "button";
    close.addEventListener("click", function () {
      panel.hidden = true;
    });
    head.append(make("h2", "panel__title", title), close);
    panel.replaceChildren(head);
    items.forEach(function (item) {
      panel.append(item);
    });
    panel.hidden = false;
  }

  function showProblems(found) {
    if (!found.length) {
      problems.hidden = true;
      return;
    }
    var items = found.map(function (problem) {
      var title = (problem.warning ? "提醒 " : "错误 ") + problem.code + " " + problem.title;
      return itemOf(problem, title, [
        ["现在", problem.found],
        ["应为", problem.expected],
        ["建议", problem.hint],
      ]);
    });
    var stopped = found.some(function (problem) {
      return !problem.warning;
    });
    var count = found.length + " 处错误或提醒";
    fill(problems, stopped ? count + "；下面是最近一次没有错误的网站" : count, items);
  }

  function showSources(found) {
    var items = found.map(function (source) {
      return itemOf(source, source.name + " " + source.shown, []);
    });
    fill(sources, "这个数字写在哪里", items);
  }

  function listen() {
    if (events || document.hidden) return;
    var query = "?path=" + encodeURIComponent(path) + "&version=" + encodeURIComponent(version);
    events = new EventSource("/_preview/events" + query);
    events.addEventListener("open", function () {
      gone.hidden = true;
    });
    events.addEventListener("error", function () {
      gone.hidden = false;
    });
    events.addEventListener("problems", function (event) {
      showProblems(JSON.parse(event.data).problems);
    });
    events.addEventListener("reload", function () {
      location.reload();
    });
  }

  function rest() {
    if (events) events.close();
    events = null;
  }

  function isOn() {
    return toggle.getAttribute("aria-pressed") === "true";
  }

  function turn(on) {
    toggle.setAttribute("aria-pressed", String(on));
    if (!on) sources.hidden = true;
    try {
      sessionStorage.setItem(remembered, on ? "1" : "");
    } catch (error) {
      return;
    }
  }

  function askForSource(event) {
    if (!isOn()) return;
    var shown = event.target.closest ? event.target.closest("[data-fact]") : null;
    if (!shown) return;
    event.preventDefault();
    event.stopPropagation();
    var carrier = shown.closest("[data-report]");
    var report = carrier ? carrier.getAttribute("data-report") : "";
    var query = "?fact=" + encodeURIComponent(shown.getAttribute("data-fact"));
    query += "&path=" + encodeURIComponent(path) + "&report=" + encodeURIComponent(report);
    fetch("/_preview/source" + query)
      .then(function (response) {
        return response.json();
      })
      .then(function (answer) {
        showSources(answer.sources || []);
      });
  }

  toggle.addEventListener("click", function () {
    turn(!isOn());
  });
  document.addEventListener("click", askForSource, true);
  document.addEventListener("visibilitychange", function () {
    if (document.hidden) rest();
    else listen();
  });
  document.body.append(host);
  var before = "";
  try {
    before = sessionStorage.getItem(remembered) || "";
  } catch (error) {
    before = "";
  }
  turn(before === "1");
  listen();
})();
