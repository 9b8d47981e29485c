/* Reports that the page did not come with: read when they are asked for, one alone, or all, one after the other. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  const box = document.querySelector("[data-search-years]");
  if (!box || !search.results) {
    return;
  }
  const { create, link, part, describeSentence, describeNumber } = search.results;
  const ALL = "all";
  const FEW = 3;
  const OFTEN = 10;
  const choices = Array.from(box.querySelectorAll("a"));
  const scope = box.querySelector("[data-search-scope]");
  const first = scope.textContent;
  let turn = 0;

  function readId(choice) {
    return new URLSearchParams(choice.search).get("report");
  }

  function find(id) {
    return choices.find((choice) => readId(choice) === id);
  }

  function ask(query, id) {
    const parameters = new URLSearchParams(query ? { q: query } : {});
    if (id) {
      parameters.set("report", id);
    }
    return "?" + parameters;
  }

  /* Say what is searched; every choice keeps what was asked. */
  function tell(id, query) {
    const chosen = find(id);
    const name = chosen ? chosen.textContent.replace(/^\d+$/, "$&年度报告") : "";
    choices.forEach(function (choice) {
      choice.href = ask(query, readId(choice));
      choice[choice === chosen ? "setAttribute" : "removeAttribute"]("aria-current", "true");
    });
    scope.textContent = !chosen ? first : id === ALL ? "搜的是全部年度：一份一份逐字地找。" : "搜的是" + name + "。";
    if (chosen) {
      scope.append(link(query ? ask(query) : location.pathname, "只搜最近的"));
    }
  }

  function listData() {
    return window.chuxiongSearchData || [];
  }

  function read(id, done, fail) {
    if (listData().some((data) => data.id === id)) {
      done();
      return;
    }
    const script = create("script");
    script.src = find(id).getAttribute("data-search-box");
    script.onload = function () {
      listData().filter((data) => data.id === id).forEach((data) => Object.assign(data, { isLater: true }));
      done();
    };
    script.onerror = fail;
    document.head.append(script);
  }

  /* Search one report alone, or again those that the page came with. */
  function choose(id, query, done) {
    const own = (turn += 1);
    const go = function () {
      if (own === turn) {
        search.limitTo(id === ALL ? "" : id);
        done();
      }
    };
    tell(id, query);
    if (id && id !== ALL) {
      read(id, go, () => own === turn && (part("count").textContent = "这一年度的检索数据没有载入。请刷新网页。"));
    } else {
      go();
    }
  }

  /* What stands in the report at hand as it was typed: its numbers, then its sentences. */
  function list(query) {
    const index = search.getIndex();
    const wanted = search.form(query);
    const numbers = search.findFacts(index, wanted.loose);
    const literal = search.findLiteral(index, wanted);
    const sentences = literal.length || numbers.length ? literal : search.findAcross(index, wanted);
    const shown = new Set(sentences.map((hit) => hit.sentence));
    return numbers.map((fact) => () => describeNumber(fact, shown)).concat(sentences.map((hit) => () => describeSentence(hit)));
  }

  function draw(into, query, report, rows) {
    const address = ask(query, report.id);
    const heading = create("h2", "", [link(address, report.name), create("span", "search__number", " " + rows.length)]);
    const more = rows.length > FEW ? create("p", "", link(address, report.name + "里的全部 " + rows.length + " 条")) : null;
    into.append(create("section", "search__group", [heading, create("ol", "search__list", rows.slice(0, FEW).map((row) => row())), more]));
  }

  /* Go through all reports; what is found of one is drawn before the next is read. */
  function searchAll(query) {
    const own = (turn += 1);
    const ids = listData().filter((data) => !data.isLater).map((data) => data.id).concat(choices.map(readId).filter((id) => id !== ALL));
    const found = { reports: 0, rows: 0, failed: 0 };
    const into = create("div", "search__main");
    const say = function (searched) {
      const isDone = searched === ids.length;
      const missed = found.failed ? "有 " + found.failed + " 份没有载入，没有搜到。" : "";
      const none = isDone && !found.rows ? "没有哪一份逐字写着「" + query.slice(0, 40) + "」。选一个年度，可以拆成词来找。" : "";
      part("count").textContent = (isDone ? "搜了全部 " : "已搜 " + searched + " 份，共 ") + ids.length + " 份报告" + (found.rows ? "，" + found.reports + " 份里逐字写着，共 " + found.rows + " 条" : "") + "。" + none + missed;
    };
    const next = function (at) {
      if (own !== turn) {
        return;
      }
      if (at % OFTEN === 0 || at === ids.length) {
        say(at);
      }
      if (at === ids.length) {
        search.limitTo("");
        return;
      }
      const go = () => setTimeout(() => next(at + 1));
      const take = function () {
        const rows = own === turn ? list(query) : [];
        if (rows.length) {
          found.reports += 1;
          found.rows += rows.length;
          draw(into, query, search.getIndex().reports[0], rows);
        }
        go();
      };
      read(
        ids[at],
        function () {
          if (own === turn) {
            search.limitTo(ids[at]);
            search.prepare(take);
          }
        },
        function () {
          found.failed += 1;
          go();
        }
      );
    };
    tell(ALL, query);
    ["way", "read", "near", "results", "status"].forEach((name) => (part(name).textContent = ""));
    part("results").append(into);
    part("tools").hidden = true;
    document.title = "搜索「" + query.slice(0, 40) + "」｜" + document.title.split("｜").pop();
    next(0);
  }

  Object.assign(search, { choose, searchAll });
})();
