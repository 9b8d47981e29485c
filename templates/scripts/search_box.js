/* The box on every page, and the keys of search: / goes to the box, arrows move among results, Escape clears.
   The box is a plain form; what it suggests is loaded when a reader first goes into it. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  const box = document.querySelector(".search-box");
  const form = box || document.querySelector(".search__form");
  if (!form) {
    return;
  }
  const field = form.querySelector("input");
  const area = box || document.querySelector("main");
  let asked = false;

  function listResults() {
    return Array.from(area.querySelectorAll("[data-result]")).filter((link) => link.offsetParent !== null);
  }

  function isTyping(element) {
    return element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }

  function clear() {
    field.value = "";
    field.dispatchEvent(new Event("input"));
    field.focus();
  }

  function move(step) {
    const stops = [field].concat(listResults());
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + step];
    if (at >= 0 && next) {
      next.focus();
    }
    return at >= 0;
  }

  function goToBox() {
    if (form.offsetParent === null) {
      location.href = form.getAttribute("action");
    } else {
      field.focus();
      field.select();
    }
  }

  function handleKey(event) {
    const inside = document.activeElement === field || document.activeElement.hasAttribute("data-result");
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "/" && !isTyping(event.target)) {
      event.preventDefault();
      goToBox();
    } else if (event.key === "Escape" && inside && area.contains(document.activeElement)) {
      event.preventDefault();
      clear();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && move(event.key === "ArrowDown" ? 1 : -1)) {
      event.preventDefault();
    }
  }

  document.addEventListener("keydown", handleKey);
  if (!box) {
    return;
  }

  /* Suggestions */

  const list = document.createElement("ul");
  const page = form.getAttribute("action").split("/").pop();
  const root = form.getAttribute("action").slice(0, -page.length);
  list.className = "search-box__list";
  list.hidden = true;
  list.setAttribute("aria-label", "相近的词和数字");
  box.append(list);

  function load() {
    if (asked) {
      return;
    }
    asked = true;
    box.getAttribute("data-search-box").split(" ").forEach(function (source) {
      const script = document.createElement("script");
      script.src = source;
      script.async = false;
      script.onload = update;
      document.head.append(script);
    });
  }

  function addLine(href, words, value) {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = root + href;
    link.setAttribute("data-result", "");
    link.append(words);
    if (value) {
      const figure = document.createElement("span");
      figure.className = "search-box__value";
      figure.append(value);
      link.append(figure);
    }
    line.append(link);
    list.append(line);
  }

  function suggest() {
    list.textContent = "";
    if (search.find && window.chuxiongSearchData && field.value.trim()) {
      const found = search.find(field.value);
      found.pages.slice(0, 2).forEach((page) => addLine(page.path, page.name, "网页"));
      found.answers.slice(0, 4).forEach((fact) => addLine(search.address(search.describeFact(fact)), fact.name, fact.shown));
      search.suggest(field.value, 6).forEach((word) => addLine(page + "?q=" + search.encode(word), word));
    }
    list.hidden = !list.firstChild;
  }

  function update(event) {
    if (!event.isComposing && search.prepare) {
      search.prepare(suggest);
    }
  }

  field.addEventListener("focus", load);
  field.addEventListener("input", update);
  field.addEventListener("compositionend", suggest);
  field.addEventListener("focus", suggest);
  box.addEventListener("focusout", function (event) {
    if (!box.contains(event.relatedTarget)) {
      list.hidden = true;
    }
  });
})();
