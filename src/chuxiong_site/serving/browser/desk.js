/* The page on which a report is annotated: shows what lies on the desk, sends each decision, and shows the desk after it. */
(function () {
  "use strict";
  var parts = window.deskParts;
  var calls = window.deskCalls;
  var find = calls.find;
  var desk = null;
  var current = ""; // the number that is chosen
  var passage = null; // or the paragraph: { start, from, to }
  var refused = new Set();
  var FOCUSABLE = "button, input, select, textarea";

  function showText() {
    var text = find("text");
    var top = document.scrollingElement.scrollTop;
    text.textContent = "";
    desk.blocks.forEach(function (block) {
      text.append(parts.block({ record: block, numbers: desk.numbers, states: desk.states, choose }));
    });
    document.scrollingElement.scrollTop = top;
  }

  function point(selector) {
    document.querySelectorAll("[aria-current]").forEach(function (one) {
      one.removeAttribute("aria-current");
    });
    var mark = selector && document.querySelector(selector);
    if (!mark) return;
    mark.setAttribute("aria-current", "true");
    var seen = mark.getBoundingClientRect();
    var side = find("said").parentElement.getBoundingClientRect();
    var end = side.left > 0 ? window.innerHeight : side.top; // below a narrow text the side covers its end
    if (seen.top < 80 || seen.bottom > end - 40) {
      window.scrollBy(0, Math.min((seen.top + seen.bottom) / 2 - end / 2, seen.top - 90));
    }
  }

  function showChosen() {
    var box = find("number");
    var record = desk.numbers[current];
    var block = passage && desk.blocks.find((one) => one.start === passage.start);
    box.textContent = "";
    box.dataset.about = nameChosen();
    if (record) {
      box.append(...window.deskNumber(desk, record, refused.has(current), acts));
      point('[data-number="' + current + '"]');
    } else if (block) {
      box.append(describePassage(block));
      point('[data-block="' + block.start + '"]');
    } else {
      point("");
      box.append(parts.make("p", "", desk.left.length ? "点一个数字，或者按 n；点一段，或者按 j。" : "数字都定了。"));
    }
  }

  function describePassage(block) {
    var order = 1;
    var taken = desk.links.map((link) => link.id);
    while (taken.indexOf((block.stem || "problem") + "-" + order) >= 0) order += 1;
    return parts.passage({
      words: block.pieces.map((piece) => piece.text).join(""),
      from: passage.from,
      to: passage.to,
      marks: block.marks,
      proposed: (block.stem || "problem") + "-" + order,
      problems: desk.links
        .filter((link) => link.problems.length)
        .map((link) => ({ id: link.id, name: link.problems[0].words + "（" + link.id + "）" })),
      mark: acts.mark,
      unmark: acts.unmark,
      explain: acts.explain,
    });
  }

  /* The same place among what can be pressed, once all of it is made anew: the keyboard goes on where it was. */
  function keepFocus() {
    var box = document.activeElement.closest("#number, .side details > div");
    if (!box) return function () {};
    var at = [...box.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
    return function () {
      var now = [...box.querySelectorAll(FOCUSABLE)];
      var next = box.id === "number" ? box.querySelector("textarea, h2") : now[Math.min(at, now.length - 1)];
      if (next) next.focus({ preventScroll: true });
    };
  }

  function nameChosen() {
    return current || (passage ? String(passage.start) : "");
  }

  function show(isWritten) {
    var isSame = find("number").dataset.about === nameChosen();
    var fillIn = window.deskTyped.keep([find("outline")].concat(isSame ? find("number") : []), isWritten);
    var restore = keepFocus();
    showText();
    window.deskLists.show(desk, acts);
    showChosen();
    fillIn();
    restore();
  }

  var ALL_DECIDED = "数字都定了。";

  /* What was said of no number in particular does not stay above one that is chosen after it. */
  function clearSaid() {
    if (find("said").textContent === ALL_DECIDED) calls.say("");
  }

  function choose(id) {
    clearSaid();
    current = id;
    passage = null;
    showChosen();
    find("number").querySelector("h2").focus({ preventScroll: true });
  }

  function choosePassage(start, from, to) {
    clearSaid();
    current = "";
    passage = { start, from: from || 0, to: to || 0 };
    showChosen();
    var words = find("number").querySelector("textarea");
    if (words) words.focus({ preventScroll: true });
  }

  /* The next number that is open, from a place in the text on, else from the beginning. */
  function move(step) {
    var order = Object.keys(desk.numbers);
    var open = desk.left;
    if (!open.length) {
      calls.say(ALL_DECIDED);
      return;
    }
    var at = order.indexOf(current);
    var ahead = open.filter((id) => (step > 0 ? order.indexOf(id) > at : order.indexOf(id) < at));
    choose(step > 0 ? ahead[0] || open[0] : ahead[ahead.length - 1] || open[open.length - 1]);
  }

  /* The next paragraph, from the one that is chosen or holds the number that is. */
  function walk(step) {
    var starts = desk.blocks.filter((block) => block.start !== undefined).map((block) => block.start);
    var mark = current && document.querySelector('[data-number="' + current + '"]');
    var held = mark && mark.closest("[data-block]");
    var at = passage ? starts.indexOf(passage.start) : held ? starts.indexOf(Number(held.dataset.block)) : step > 0 ? -1 : 0;
    choosePassage(starts[(at + step + starts.length) % starts.length]);
  }

  function take(record) {
    desk = record;
    show(true);
  }

  /* After a refusal the desk is as it was, unless others wrote meanwhile. */
  function refuse(isOld, isLatest) {
    window.deskTyped.forget();
    calls.ask("desk?report=" + encodeURIComponent(desk.report)).then(function (again) {
      if (!again.ok || !isLatest() || JSON.stringify(again.record) === JSON.stringify(desk)) return;
      desk = again.record;
      if (isOld) show(false);
      else window.deskLists.show(desk, acts);
    });
  }

  function send(said, words) {
    return calls.send("decide", Object.assign({ report: desk.report }, said), take, refuse).then(function (done) {
      if (done) calls.say(words + "还有 " + desk.left.length + " 个没有定。");
      return done;
    });
  }

  function decide(said) {
    var words = desk.numbers[current].words;
    return send(Object.assign({ number: current }, said), "写好了：" + words + "。").then(function (done) {
      if (done) move(1);
    });
  }

  function step(path, words) {
    calls
      .send(path, { report: desk.report }, function (record) {
        if (record.at) {
          current = record.at;
          passage = null;
        }
        take(record);
      }, refuse)
      .then(function (done) {
        if (done) calls.say(words + "还有 " + desk.left.length + " 个没有定。");
      });
  }

  var acts = {
    choose,
    go: (start) => choosePassage(start),
    accept: (one) =>
      decide({ kind: "name", indicator: one.indicator, as: one.as, year: one.year, of: one.of, again: one.again }),
    known: (said) => decide(Object.assign({ kind: "name" }, said)),
    fresh: (said) => decide(Object.assign({ kind: "new" }, said)),
    other: (said) => decide(Object.assign({ kind: "other" }, said)),
    unname: () => decide({ kind: "unname" }),
    refuse: function () {
      refused.add(current);
      calls.say("候选都不是，没有写；登记一个新的，或者以后再定。");
      showChosen();
      focusOn("e");
    },
    mend: function (one) {
      if (one.number) current = one.number;
      send({ kind: "mend", code: one.mend.code, place: one.mend.place }, "改好了：" + one.mend.words + "。");
    },
    chart: () => draft.addToChart(desk.numbers[current].facts[0]),
    headline: function () {
      var fact = desk.numbers[current].facts[0];
      acts.list({ key: "headline", id: fact.id, in: desk.headline.indexOf(fact.id) < 0 });
    },
    list: (said) => send(Object.assign({ kind: "list" }, said), "写好了：" + said.id + "。"),
    name: (said) => send(Object.assign({ kind: "page" }, said), "写好了：第 " + said.section + " 节。"),
    mark: function (said) {
      var start = passage.start;
      passage = { start, from: said.from, to: said.to };
      send(Object.assign({ kind: "mark", block: start }, said), "写好了：「" + said.words + "」。");
    },
    unmark: (mark) => send({ kind: "unmark", mark: mark.mark, start: mark.start, end: mark.end }, "去掉了标记。"),
    explain: function (words) {
      var terms = desk.groups.find((one) => one.id === "terms").entries;
      draft.open({ group: "terms", shape: "", entry: terms.find((one) => one.id === words), id: words, values: {} });
    },
    open: (asked) => draft.open(asked),
    drop: (said) => send(Object.assign({ kind: "drop" }, said), "去掉了：" + said.id + "。"),
  };

  var draft = window.deskDraft({ look: () => desk, send });

  function focusOn(key) {
    var part = find("number").querySelector('[data-key="' + key + '"]');
    if (!part) return false;
    part.open = true;
    part.querySelector("input, select").focus();
    return true;
  }

  /* What a key does where a number is chosen, or a paragraph, or anywhere; false where it does nothing. */
  function press(key) {
    var record = desk.numbers[current];
    var one = record && !refused.has(current) && record.suggestions[Number(key) - 1];
    if (key === "n") return move(1);
    if (key === "p") return move(-1);
    if (key === "j") return walk(1);
    if (key === "k") return walk(-1);
    if (key === "u" && desk.canUndo) return step("undo", "撤销了。");
    if (key === "r" && desk.canRedo) return step("redo", "重做了。");
    if (one) return acts.accept(one);
    if (record && key === "x" && record.suggestions.length) return acts.refuse();
    if (record && "cy".indexOf(key) >= 0 && record.state === "named") return acts[key === "c" ? "chart" : "headline"]();
    if (passage && key === "w") return find("number").querySelector(".passage > button").click();
    return (record && "feo".indexOf(key) >= 0) || (passage && "bahm".indexOf(key) >= 0) ? focusOn(key) : false;
  }

  function handleKey(event) {
    var field = event.target.closest("input, select, textarea");
    if (event.key === "Escape" && field) {
      find("number").querySelector("h2, textarea, p").focus();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !desk || event.key.length > 1) return;
    var isReading = field && field.matches(".passage__words");
    if (field && !isReading) return;
    if (press(event.key) !== false) event.preventDefault();
  }

  /* A press on a paragraph chooses it, words that were dragged over are selected in it. */
  function handlePress(event) {
    var block = event.target.closest("[data-block]");
    var selected = block && parts.readSelected(block);
    if (!block || (event.target.closest(".number") && !selected)) return;
    choosePassage(Number(block.dataset.block), selected && selected.from, selected && selected.to);
  }

  function start() {
    var report = new URLSearchParams(location.search).get("report") || "";
    calls.ask("desk?report=" + encodeURIComponent(report)).then(function (answer) {
      if (answer.ok) take(answer.record);
      else calls.tell(answer.record);
    });
  }

  find("undo").addEventListener("click", () => step("undo", "撤销了。"));
  find("redo").addEventListener("click", () => step("redo", "重做了。"));
  find("text").addEventListener("click", handlePress);
  document.addEventListener("keydown", handleKey);
  start();
})();
