/* A page opened from a result: the words that were looked for are marked in the sentence that the address names.
   The official wording stays as it is; the marks go when the reader wants them gone. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  const query = new URLSearchParams(location.search).get("q");
  const main = document.querySelector("main");
  let sentence = null;
  try {
    sentence = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch (error) {
    return;
  }
  if (!query || !sentence || !sentence.classList.contains("sentence")) {
    return;
  }

  function listTexts(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      texts.push(walker.currentNode);
    }
    return texts;
  }

  function wrap(text, from, to) {
    const rest = text.splitText(from);
    rest.splitText(to - from);
    const mark = document.createElement("mark");
    mark.className = "found";
    rest.parentNode.insertBefore(mark, rest);
    mark.append(rest);
  }

  /* From the end, so that the places before stay true. */
  function markRanges(ranges) {
    const texts = listTexts(sentence);
    let end = sentence.textContent.length;
    texts.reverse().forEach(function (text) {
      const start = end - text.data.length;
      ranges.slice().reverse().forEach(function (range) {
        const from = Math.max(range[0], start);
        const to = Math.min(range[1], start + text.data.length);
        if (from < to) {
          wrap(text, from - start, to - start);
        }
      });
      end = start;
    });
  }

  function unmark() {
    sentence.querySelectorAll("mark.found").forEach(function (mark) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    });
    note.remove();
    document.removeEventListener("keydown", handleKey);
    try {
      history.replaceState(null, "", location.pathname + location.hash);
    } catch (error) {
      /* The address keeps its query; the page is clean all the same. */
    }
  }

  function handleKey(event) {
    if (event.key === "Escape" && !event.defaultPrevented) {
      unmark();
    }
  }

  function createNote() {
    const note = document.createElement("p");
    const button = document.createElement("button");
    const back = document.createElement("a");
    note.className = "found-note";
    note.setAttribute("role", "status");
    button.type = "button";
    button.append("去掉标记");
    button.addEventListener("click", unmark);
    back.append("搜索结果");
    back.href = (document.querySelector(".search-box") || { getAttribute: () => "../search.html" }).getAttribute("action") + "?q=" + search.encode(query);
    note.append("已标出「" + query + "」", button, back);
    return note;
  }

  const ranges = search.locateAny(search.form(sentence.textContent), query);
  const note = createNote();
  if (ranges.length) {
    markRanges(ranges);
    main.append(note);
    document.addEventListener("keydown", handleKey);
  }
})();
