/* The page on which numbers are named: shows what lies on the desk, sends each decision, and shows the desk after it. */
(function () {
  "use strict";
  var parts = window.deskParts;
  var token = document.querySelector('meta[name="token"]').content;
  var desk = null;
  var current = "";
  var refused = new Set();
  var busy = false;

  function find(id) {
    return document.getElementById(id);
  }

  function say(words) {
    find("said").textContent = words;
  }

  function ask(path, said) {
    var options = said
      ? { method: "POST", headers: { "X-Token": token, "Content-Type": "application/json" }, body: JSON.stringify(said) }
      : {};
    return fetch("/_preview/" + path, options).then(function (answer) {
      return answer
        .json()
        .catch(function () {
          return { said: "程序自己出了错，说明在终端里。写没有写，看「这一次定了的」。" };
        })
        .then(function (record) {
          return { ok: answer.ok, isOld: answer.status === 409, record: record };
        });
    });
  }

  function showText() {
    var text = find("text");
    var top = document.scrollingElement.scrollTop;
    text.textContent = "";
    desk.blocks.forEach(function (block) {
      text.append(parts.block(block, desk.numbers, desk.states, choose));
    });
    document.scrollingElement.scrollTop = top;
  }

  function showTop() {
    var facts = desk.counts.named + desk.counts.doubtful + desk.counts.unnamed + desk.counts.unread;
    find("progress").textContent = "已命名 " + desk.counts.named + " 个，还有 " + desk.left.length + " 个没有定";
    find("bar").max = Math.max(facts, 1);
    find("bar").value = facts - desk.left.length;
    find("undo").disabled = !desk.canUndo;
    find("redo").disabled = !desk.canRedo;
    var reports = find("reports");
    reports.textContent = "";
    desk.reports.forEach(function (id) {
      var link = parts.make(id === desk.report ? "strong" : "a", "", id);
      if (id !== desk.report) link.href = "?report=" + encodeURIComponent(id);
      reports.append(link);
    });
    document.title = "标注　" + desk.title;
    find("remarks-count").textContent = desk.said.length;
    find("remarks").textContent = "";
    desk.said.forEach(function (one) {
      find("remarks").append(parts.remark(one, choose, mend));
    });
    find("count").textContent = desk.log.length;
    find("log").textContent = "";
    desk.log.forEach(function (step) {
      find("log").append(parts.make("li", "", step.words));
    });
  }

  function showNumber() {
    var box = find("number");
    var record = desk.numbers[current];
    box.textContent = "";
    document.querySelectorAll("[aria-current]").forEach(function (one) {
      one.removeAttribute("aria-current");
    });
    if (!record) {
      box.append(parts.make("p", "", desk.left.length ? "点一个数字，或者按 n。" : "数字都定了。"));
      return;
    }
    var mark = document.querySelector('[data-number="' + current + '"]');
    mark.setAttribute("aria-current", "true");
    var seen = mark.getBoundingClientRect();
    var side = find("said").parentElement.getBoundingClientRect();
    var end = side.left > 0 ? window.innerHeight : side.top; // below a narrow text the side covers its end
    if (seen.top < 80 || seen.bottom > end - 40) {
      window.scrollBy(0, (seen.top + seen.bottom) / 2 - end / 2);
    }
    var title = parts.make("h2", "words", record.words);
    title.tabIndex = -1;
    var place = parts.make(record.open ? "a" : "span", "hint", record.place);
    if (record.open) place.href = record.open;
    box.append(title, parts.make("p", "state", desk.states[record.state] + (record.state === "other" ? "：" + record.kind : "")));
    box.append(parts.quote(record.sentence), place);
    record.facts.forEach(function (fact) {
      var words = "它是：" + fact.name + (fact.role ? "（" + fact.role + "）" : "") + "，" + fact.id;
      box.append(parts.make("p", fact.named ? "" : "hint", fact.named ? words : "所在：" + fact.name));
    });
    var offered = refused.has(current) ? [] : record.suggestions;
    if (offered.length) {
      box.append(parts.make("h3", "", "往年的这一个？"));
      offered.forEach(function (one, index) {
        box.append(parts.suggestion(one, index + 1, accept));
      });
      box.append(parts.button("都不是", "x", refuse));
    }
    box.append(parts.part("已有的指标", "f", parts.known(desk, decideNamed), false));
    if (record.proposal) {
      box.append(parts.part("登记新的指标", "e", parts.fresh(record.proposal, desk, decideFresh), !offered.length));
    }
    box.append(parts.part("不是数字", "o", parts.other(desk.kinds, decideOther), record.state === "unread"));
    if (record.state === "named") box.append(parts.button("去掉名称", "", unname));
  }

  function show() {
    showText();
    showTop();
    showNumber();
  }

  function choose(id) {
    current = id;
    showNumber();
    find("number").querySelector("h2").focus({ preventScroll: true });
  }

  /* The next number that is open, from a place in the text on, else from the beginning. */
  function move(step) {
    var order = Object.keys(desk.numbers);
    var open = desk.left;
    if (!open.length) {
      say("数字都定了。");
      return;
    }
    var at = order.indexOf(current);
    var ahead = open.filter(function (id) {
      return step > 0 ? order.indexOf(id) > at : order.indexOf(id) < at;
    });
    var next = step > 0 ? ahead[0] || open[0] : ahead[ahead.length - 1] || open[open.length - 1];
    choose(next);
  }

  function tell(record) {
    var box = find("problems");
    box.textContent = "";
    (record.problems || []).forEach(function (one) {
      box.append(parts.problem(one));
    });
    say(record.said);
  }

  function send(path, said, words) {
    if (busy) return Promise.resolve(false);
    busy = true;
    return ask(path, said)
      .then(function (answer) {
        if (!answer.ok) {
          tell(answer.record);
          return ask("desk?report=" + encodeURIComponent(desk.report)).then(function (again) {
            if (again.ok) {
              desk = again.record;
              showTop();
              if (answer.isOld) show();
            }
            return false;
          });
        }
        find("problems").textContent = "";
        desk = answer.record;
        if (answer.record.at) current = answer.record.at;
        show();
        say(words + "还有 " + desk.left.length + " 个没有定。");
        return true;
      })
      .catch(function () {
        say("预览没有回答：它停了，或者网页太旧。没有写；重新打开预览再试。");
        return false;
      })
      .finally(function () {
        busy = false;
      });
  }

  function decide(said) {
    var words = desk.numbers[current].words;
    return send("decide", Object.assign({ report: desk.report, number: current }, said), "写好了：" + words + "。").then(function (done) {
      if (done) move(1);
    });
  }

  function accept(one) {
    decide({ kind: "name", indicator: one.indicator, as: one.as, year: one.year, of: one.of, again: one.again });
  }

  function decideNamed(said) {
    decide(Object.assign({ kind: "name" }, said));
  }

  function decideFresh(said) {
    decide(Object.assign({ kind: "new" }, said));
  }

  function decideOther(said) {
    decide(Object.assign({ kind: "other" }, said));
  }

  function mend(one) {
    if (one.number) current = one.number;
    send("decide", { report: desk.report, kind: "mend", code: one.mend.code, place: one.mend.place }, "改好了：" + one.mend.words + "。");
  }

  function unname() {
    decide({ kind: "unname" });
  }

  function refuse() {
    refused.add(current);
    say("候选都不是，没有写；登记一个新的，或者以后再定。");
    showNumber();
    focusOn("e");
  }

  function step(path, words) {
    send(path, { report: desk.report }, words).then(function (done) {
      if (done) showNumber();
    });
  }

  function focusOn(key) {
    var part = find("number").querySelector('[data-key="' + key + '"]');
    if (!part) return;
    part.open = true;
    part.querySelector("input, select").focus();
  }

  function handleKey(event) {
    if (event.key === "Escape" && event.target.closest("form")) {
      find("number").querySelector("h2").focus();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !desk) return;
    if (event.target.closest("input, select, textarea")) return;
    var record = desk.numbers[current];
    var order = Number(event.key);
    if (event.key === "n") move(1);
    else if (event.key === "p") move(-1);
    else if (event.key === "u" && desk.canUndo) step("undo", "撤销了。");
    else if (event.key === "r" && desk.canRedo) step("redo", "重做了。");
    else if (record && event.key === "x" && record.suggestions.length) refuse();
    else if (record && "feo".indexOf(event.key) >= 0) focusOn(event.key);
    else if (record && order && record.suggestions[order - 1] && !refused.has(current)) accept(record.suggestions[order - 1]);
    else return;
    event.preventDefault();
  }

  function start() {
    var report = new URLSearchParams(location.search).get("report") || "";
    ask("desk?report=" + encodeURIComponent(report)).then(function (answer) {
      if (!answer.ok) {
        tell(answer.record);
        return;
      }
      desk = answer.record;
      show();
    });
  }

  find("undo").addEventListener("click", function () {
    step("undo", "撤销了。");
  });
  find("redo").addEventListener("click", function () {
    step("redo", "重做了。");
  });
  document.addEventListener("keydown", handleKey);
  start();
})();
