/* What can be done with results: only one kind or one report of them, a table to take away, paper, one result copied. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  const KINDS = { pages: "网页", numbers: "数字", sentences: "句子" };
  const HEAD = ["类别", "报告", "位置", "名称", "数字", "范围", "句子", "网址"];
  const part = (name) => document.querySelector("[data-search-" + name + "]");

  function create(name, words, children) {
    const element = document.createElement(name);
    element.append(words, ...(children || []));
    return element;
  }

  /* Only the kind and the report that the address asks for. */
  function narrow(found, asked) {
    const kind = asked.get("kind");
    const id = asked.get("report");
    const fits = (name) => !KINDS[kind] || kind === name;
    const isOf = (report) => !id || !report || report.id === id;
    return Object.assign({}, found, {
      pages: fits("pages") ? found.pages.filter((page) => isOf(page.report)) : [],
      answers: fits("numbers") ? found.answers.filter((fact) => isOf(fact.report)) : [],
      sentences: fits("sentences") ? found.sentences.filter((hit) => isOf(hit.sentence.report)) : [],
      close: fits("sentences") ? found.close.filter((hit) => isOf(hit.sentence.report)) : [],
      nearest: fits("numbers") ? found.nearest.filter((fact) => isOf(fact.report)) : [],
      terms: KINDS[kind] ? [] : found.terms
    });
  }

  function address(query, asked, name, value) {
    const parameters = new URLSearchParams({ q: query });
    ["exact", "kind", "report"].forEach(function (key) {
      const kept = key === name ? value : asked.get(key);
      if (kept) {
        parameters.set(key, kept);
      }
    });
    return "?" + parameters;
  }

  /* Links to each of some choices, the one that is taken marked; nothing where there is no choice. */
  function createChoices(query, asked, name, all, choices) {
    if (choices.length < 2) {
      return [];
    }
    const taken = asked.get(name) || "";
    return [["", all]].concat(choices).map(function (choice) {
      const link = create("a", choice[1]);
      link.href = address(query, asked, name, choice[0]);
      if (choice[0] === taken) {
        link.setAttribute("aria-current", "true");
      }
      return link;
    });
  }

  function createButton(words, act) {
    const button = create("button", words);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  function absolute(path) {
    return new URL(path, location.href.split(/[?#]/)[0]).href;
  }

  /* A result as the cells of a row. */
  function describeRow(row) {
    const fact = row.fact;
    const sentence = fact ? fact.sentence : row.hit && row.hit.sentence;
    const report = sentence ? sentence.report : row.page.report;
    const path = fact ? search.address(search.describeFact(fact)) : row.hit ? search.address(row.hit) : row.page.path;
    const cells = [KINDS[row.kind], report ? report.name : "", sentence ? sentence.section.marker : "", fact ? fact.name : row.page ? row.page.name : ""];
    return cells.concat(fact ? [fact.shown, fact.scope] : ["", ""], sentence ? sentence.text : "", absolute(path));
  }

  /* A table for spreadsheets: what looks like a formula there is text. */
  function writeTable(found) {
    const write = (cell) => '"' + cell.replace(/^(?=[=+@-])/, "'").replace(/"/g, '""') + '"';
    return "\ufeff" + [HEAD].concat(search.listResults(found).map(describeRow)).map((cells) => cells.map(write).join(",") + "\r\n").join("");
  }

  function saveTable(found) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([writeTable(found)], { type: "text/csv;charset=utf-8" }));
    link.download = "搜索-" + found.query.trim().replace(/[\\/:*?"<>|\s]+/g, "-").slice(0, 40) + ".csv";
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    part("status").textContent = "结果已存为表格，共 " + search.listResults(found).length + " 行。";
  }

  /* Above the results: their kinds, the reports, a table, paper. */
  function fillTools(whole, found, asked) {
    const query = whole.query.trim();
    const results = search.listResults(whole);
    const count = (kind) => results.filter((row) => row.kind === kind).length;
    const kinds = Object.keys(KINDS).filter(count).map((kind) => [kind, KINDS[kind] + " " + count(kind)]);
    const reports = search.getIndex().reports.map((report) => [report.id, report.name]);
    const tools = part("tools");
    const rows = [createChoices(query, asked, "kind", "全部", kinds), createChoices(query, asked, "report", "各份报告", reports)];
    tools.textContent = "";
    part("status").textContent = "";
    rows.filter((links) => links.length).forEach((links) => tools.append(create("p", "", links)));
    tools.append(create("p", "", [createButton("存为表格（CSV）", () => saveTable(found)), createButton("打印结果", () => window.print())]));
    tools.hidden = !results.length;
  }

  /* A button that copies the result it stands with: its words, its place and its address. */
  function createCopy() {
    return createButton("复制", function (event) {
      const item = event.target.closest("li");
      const isNumber = item.querySelector(".hit__value") !== null;
      const pieces = item.querySelectorAll(isNumber ? ".hit__value, .hit__name, .hit__scope, .hit__sentence" : ".hit__text");
      const words = Array.from(pieces).map((piece) => piece.textContent);
      const place = item.querySelector(".hit__place").textContent;
      window.chuxiongCopying.copy(words.join(" ") + "（" + place + "）" + item.querySelector("a").href, "已复制这一条。", part("status"));
    });
  }

  Object.assign(search, { narrow, fillTools, createCopy, writeTable });
})();
