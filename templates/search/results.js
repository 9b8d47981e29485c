/* The search page: what was found, whole sentences with the words marked, each leading to its place. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  const form = document.querySelector(".search__form");
  const AT_ONCE = 40;
  const WAIT = 120;
  if (!form) {
    return;
  }
  const field = form.querySelector("input");
  const part = (name) => document.querySelector("[data-search-" + name + "]");
  const title = document.title;
  const later = Array.from(document.querySelectorAll("[data-search-years] a")).map((link) => new URLSearchParams(link.search).get("report"));
  let timer = 0;
  let settled = true;
  let isReady = false;

  function create(name, className, children) {
    const element = document.createElement(name);
    if (className) {
      element.className = className;
    }
    (Array.isArray(children) ? children : [children]).forEach((child) => child && element.append(child));
    return element;
  }

  function link(href, children) {
    const element = create("a", "", children);
    element.href = href;
    return element;
  }

  /* What arrow keys go to. */
  function result(className, href, children) {
    const element = link(href, children);
    element.className = className;
    element.setAttribute("data-result", "");
    return element;
  }

  /* For those who hear a list of links: what the figure counts. */
  function nameLink(element, words) {
    element.setAttribute("aria-label", words);
    return element;
  }

  function mark(text, ranges, start, end) {
    const pieces = [];
    let at = start;
    ranges.filter((range) => range[0] < end && range[1] > start).forEach(function (range) {
      const from = Math.max(range[0], start);
      const to = Math.min(range[1], end);
      pieces.push(text.slice(at, from), create("mark", "", text.slice(from, to)));
      at = to;
    });
    return pieces.concat(text.slice(at, end));
  }

  /* The words that were looked for are marked; a figure with its unit never wraps. */
  function dress(hit) {
    const figures = search.join(hit.sentence.facts.map((fact) => fact.range));
    let pieces = [];
    let at = 0;
    figures.forEach(function (range) {
      pieces = pieces.concat(mark(hit.text, hit.ranges, at, range[0]), create("span", "nb", mark(hit.text, hit.ranges, range[0], range[1])));
      at = range[1];
    });
    return pieces.concat(mark(hit.text, hit.ranges, at, hit.text.length));
  }

  /* The report's name before what stands in it, where there are several. */
  function nameYear(report) {
    return report && (later.length || search.getIndex().reports.length > 1) ? report.name + " " : "";
  }

  function place(sentence) {
    return create("span", "hit__place", nameYear(sentence.report) + sentence.section.marker);
  }

  function createTools(children) {
    return create("div", "hit__tools", children.concat(search.createCopy ? search.createCopy() : []));
  }

  /* The numbers of a sentence, each with its name. */
  function listNumbers(sentence) {
    const list = create("ul");
    const fill = () => list.childNodes.length || list.append(...sentence.facts.map((fact) => create("li", "", link(search.address(search.describeFact(fact)), [fact.name + " ", create("span", "hit__figure", fact.shown)]))));
    const details = create("details", "hit__numbers", [create("summary", "", "这句的 " + sentence.facts.length + " 个数字"), list]);
    details.addEventListener("toggle", fill);
    return sentence.facts.length ? details : null;
  }

  function describeSentence(hit) {
    const line = result("hit__link", search.address(hit), [place(hit.sentence), create("span", "hit__text", dress(hit))]);
    return create("li", "hit", [line, createTools([listNumbers(hit.sentence)])]);
  }

  /* The sentence stands with its number unless it is among those below. */
  function describeNumber(fact, shown) {
    const hit = search.describeFact(fact);
    const text = [
      create("span", "hit__value", fact.shown),
      create("span", "hit__name", fact.name),
      create("span", "hit__scope", "范围：" + fact.scope),
      shown.has(fact.sentence) ? null : create("span", "hit__sentence", dress(hit))
    ];
    const line = result("hit__link", search.address(hit), [place(fact.sentence), create("span", "hit__text", text)]);
    const indicator = fact.isNamed ? nameLink(link(fact.report.indicator.replace("*", fact.indicator), "指标"), "指标：" + fact.baseName) : null;
    return create("li", "hit hit--number", [line, createTools([indicator])]);
  }

  function describePage(page) {
    return create("li", "entry", result("hit__name", page.path, nameYear(page.report) + page.name));
  }

  function describeTerm(term) {
    const href = term.address.replace("*", search.encode(term.word));
    return create("li", "entry", [result("hit__name", href, term.word), create("span", "entry__values", term.defined ? "有出处的解释" : "报告未给出定义")]);
  }

  /* A list of results: as many as are read at once; the others are made when they are wanted. */
  function group(kind, name, things, describe) {
    const heading = create("h2", "", [name, create("span", "search__number", " " + things.length)]);
    const list = create("ol", "search__list", things.slice(0, AT_ONCE).map(describe));
    heading.id = "_search-" + kind;
    const section = create("section", "search__group search__group--" + kind, [heading, list]);
    section.setAttribute("aria-labelledby", heading.id);
    if (things.length > AT_ONCE) {
      section.append(createMore(list, things.slice(AT_ONCE), describe));
    }
    return section;
  }

  function createMore(list, rest, describe) {
    const button = create("button", "search__more", "再显示其余 " + rest.length + " 条");
    button.type = "button";
    button.addEventListener("click", function () {
      const items = rest.map(describe);
      list.append(...items);
      button.remove();
      items[0].querySelector("a").focus();
    });
    return button;
  }

  function quote(words) {
    return words.map((word) => "「" + word + "」").join("");
  }

  function shorten(query) {
    const words = query.trim();
    return words.length > 40 ? words.slice(0, 40) + "…" : words;
  }

  function describeCount(found) {
    const counts = [[found.pages.length, " 个网页"], [found.answers.length, " 个数字"], [found.sentences.length, " 句"], [found.close.length, " 句相近的"], [found.terms.length, " 个词语"]];
    const words = counts.filter((row) => row[0]).map((row) => row[0] + row[1]);
    const none = found.absent.length || hasResults(found) ? "" : "没有找到「" + shorten(found.query) + "」。";
    return none + (words.length ? "找到 " + words.join("、") + "。" : "");
  }

  function hasResults(found) {
    return found.pages.length + found.answers.length + found.sentences.length + found.terms.length > 0;
  }

  function nameReports() {
    const reports = search.getIndex().reports;
    const names = later.length ? reports.map((report) => report.name).join("、") : reports.length > 1 ? "各份报告" : "报告";
    return names + (reports.length > 1 ? "里都" : "里");
  }

  /* Which reports there are, where another year is asked for. */
  function describeYears() {
    const reports = search.getIndex().reports;
    return later.length ? "别的年度，在下面选。" : "本站只有" + reports.map((report) => report.name).join("、") + "。";
  }

  function describeLacking(found) {
    return found.lacking.length ? nameReports() + "没有写" + quote(found.lacking.map(shorten)) + "。" : "";
  }

  /* What the report does not print, and which years there are. */
  function describeAbsent(found) {
    const number = found.absent.length ? nameReports() + "没有写 " + found.absent.map(shorten).join("、") + "。" : "";
    return number + (hasResults(found) ? describeLacking(found) : "") + (found.asksForOtherYear ? describeYears() : "");
  }

  /* How the sentences were found when they do not hold the query as it was typed. */
  function describeWay(found) {
    const kept = quote(found.kept);
    if (found.sentences.some((hit) => hit.isPart)) {
      return found.sentences.every((hit) => hit.isPart) ? "下面的句子里，它只是别的数的一部分。" : "最后几句里，它只是别的数的一部分。";
    }
    const dropped = found.dropped.length ? "略去了" + quote(found.dropped) + "。" : "";
    if (found.mode === "across") {
      return found.sentences.length ? "这段话跨了几句，以下逐句列出。" : "";
    }
    if (found.mode === "number") {
      return "报告里没有这样写法的句子；这是同一个数值。";
    }
    if (found.mode === "section") {
      return "没有哪一句逐字写着「" + shorten(found.query) + "」。下面各节同时写到" + kept + "，列出其中写到的每一句。" + dropped;
    }
    if (found.mode === "sentence") {
      return "没有哪一句逐字写着「" + shorten(found.query) + "」。下面的句子" + (found.kept.length > 1 ? "同时" : "") + "含有" + kept + "。" + dropped;
    }
    return found.isTooLong ? "没有哪一处与这段话逐字相同。请截取其中一句再找。" : describeLacking(found);
  }

  function fillNear(found) {
    const nothing = !found.sentences.length && !found.numbers.length;
    const words = nothing && found.near.length ? found.near : search.suggest(found.query, 8);
    part("near").textContent = "";
    if (words.length) {
      part("near").append(create("span", "search__near-label", nothing && found.near.length ? "报告里有：" : "相近的词："), ...words.map((word) => link(ask(word), word)));
    }
  }

  /* What was read otherwise than it was typed, and the way back to what was typed. */
  function fillRead(found) {
    const rows = found.said.concat(found.slip ? [[found.slip.typed, found.slip.read]] : []);
    const words = rows.map((row) => "没有「" + row[0] + "」，按「" + row[1] + "」找。").join("");
    const modern = found.modern ? "按报告的字形「" + shorten(found.modern) + "」找。" : "";
    const back = words + modern ? link(ask(found.query.trim()) + "&exact=1", "只找原来的字") : "";
    part("read").textContent = "";
    part("read").append(modern + words, back);
  }

  function fillResults(found) {
    const shown = new Set(found.sentences.map((hit) => hit.sentence));
    const groups = [
      ["nearest", "最接近的数字", found.nearest, (fact) => describeNumber(fact, shown)],
      ["pages", "网页", found.pages, describePage],
      ["numbers", "数字", found.answers, (fact) => describeNumber(fact, shown)],
      ["sentences", "句子", found.sentences.filter((hit) => !hit.isPart), describeSentence],
      ["close", "只写到其中几个词的句子", found.close, describeSentence],
      ["parts", "只是别的数的一部分", found.sentences.filter((hit) => hit.isPart), describeSentence]
    ];
    if (search.leadsWithNumbers && !search.leadsWithNumbers(found)) {
      groups.push(groups.splice(2, 1)[0]);
    }
    const draw = (rows) => rows.filter((row) => row[2].length).map((row) => group(...row));
    const results = part("results");
    const focused = results.contains(document.activeElement) ? document.activeElement : null;
    results.textContent = "";
    results.append(create("div", "search__main", draw(groups)), create("div", "search__margin", draw([["terms", "词语", found.terms, describeTerm]])));
    if (focused) {
      keepFocus(Array.from(results.querySelectorAll("a")), focused);
    }
  }

  /* Who has come to a result while the list is drawn anew stays there, or at the first where it is gone.
     A number and its sentence lead to the same place: the words tell them apart. */
  function keepFocus(links, last) {
    (links.find((link) => link.href === last.href && link.textContent === last.textContent) || links[0] || field).focus({ preventScroll: true });
  }

  /* Other reports than those at hand are read only when they are asked for: answers/years.js. */
  function show() {
    if (!isReady) {
      load();
      return;
    }
    const scope = readScope();
    const query = field.value.trim();
    if (search.searchAll && scope === "all" && query) {
      search.searchAll(query);
      part("help").hidden = true;
    } else if (search.choose) {
      search.choose(scope, query, () => search.prepare(fill));
    } else {
      search.prepare(fill);
    }
  }

  function fill() {
    const typed = field.value.trim();
    const asked = typed === readQuery() ? readParameters() : new URLSearchParams();
    const whole = search.find(field.value, asked.has("exact"));
    const found = search.narrow ? search.narrow(whole, asked) : whole;
    const empty = found.mode === "empty";
    part("count").textContent = empty ? "" : describeAbsent(found) + describeCount(found);
    part("way").textContent = empty ? "" : describeWay(found);
    fillRead(found);
    fillNear(found);
    fillResults(found);
    part("help").hidden = !empty && part("results").querySelector("li") !== null;
    if (search.fillTools) {
      search.fillTools(whole, found, asked);
    }
    document.title = empty ? title : "搜索「" + shorten(found.query) + "」｜" + title;
  }

  /* The address follows the box, so that a search can be kept, sent on, and returned to: one entry for each, not for
     each letter of it. Old browsers refuse that in a folder. */
  function keepAddress(query, isFinal) {
    const address = query ? ask(query) : location.pathname;
    try {
      if (query !== readQuery()) {
        history[settled ? "pushState" : "replaceState"](null, "", address);
        settled = false;
      }
      settled = settled || isFinal;
      return true;
    } catch (error) {
      return false;
    }
  }

  function readParameters() {
    return new URLSearchParams(location.search);
  }

  function readQuery() {
    return (readParameters().get("q") || "").trim();
  }

  /* The one report that the address asks for beside those at hand, or all. */
  function readScope() {
    const id = readParameters().get("report");
    return later.indexOf(id) < 0 ? "" : id;
  }

  /* The address of another query in the same reports. */
  function ask(words) {
    return "?q=" + search.encode(words) + (readScope() ? "&report=" + search.encode(readScope()) : "");
  }

  /* What interprets a question, and what is searched, are loaded once there is one. */
  function load() {
    const sources = (form.getAttribute("data-search-box") || "").split(" ").filter(Boolean);
    let waiting = sources.length;
    form.removeAttribute("data-search-box");
    sources.forEach(function (source) {
      const script = create("script");
      script.src = source;
      script.async = false;
      script.onload = script.onerror = function () {
        waiting -= 1;
        if (!waiting) {
          begin();
        }
      };
      document.head.append(script);
    });
  }

  function begin() {
    isReady = Boolean(window.chuxiongSearchData);
    if (isReady) {
      show();
    } else {
      part("count").textContent = "检索数据没有载入。请刷新网页，或者到全文里用浏览器的页内查找。";
    }
  }

  function readAddress() {
    settled = true;
    field.value = readQuery();
    show();
  }

  function update(event) {
    clearTimeout(timer);
    if (!event.isComposing) {
      timer = setTimeout(function () {
        show();
        keepAddress(field.value.trim(), false);
      }, WAIT);
    }
  }

  field.addEventListener("focus", load);
  field.addEventListener("input", update);
  field.addEventListener("compositionend", () => update({ isComposing: false }));
  window.addEventListener("popstate", readAddress);
  window.addEventListener("beforeprint", () => document.querySelectorAll(".search__more").forEach((button) => button.click()));
  form.addEventListener("submit", function (event) {
    clearTimeout(timer);
    if (keepAddress(field.value.trim(), true)) {
      event.preventDefault();
      show();
    }
  });
  search.results = { create, link, part, describeSentence, describeNumber };
  if (readQuery() || readScope()) {
    readAddress();
  }
})();
