/* The form of a chart, a check or a term that is open: one at a time, and never closed over what was filled in. */
(function () {
  "use strict";
  var parts = window.deskParts;
  var calls = window.deskCalls;

  function showPicture(record, box) {
    var picture = new DOMParser().parseFromString(record.picture, "image/svg+xml").documentElement;
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", "这张图的样子");
    box.append(document.importNode(picture, true));
    calls.say("这是它在这份报告里的样子，还没有写。");
  }

  /* Is given `look`, which returns the desk as it is now, and `send`, which has a decision written. */
  window.deskDraft = function ({ look, send }) {
    var form = null;

    function close() {
      form = null;
      calls.find("entry").textContent = "";
    }

    function isTyped() {
      return Boolean(form) && JSON.stringify(form.read()) !== form.dataset.first;
    }

    function point(selector) {
      form.scrollIntoView({ block: "start" });
      form.querySelector(selector).focus({ preventScroll: true });
    }

    function draw(said, box) {
      box.textContent = "";
      calls.send("draw", Object.assign({ report: look().report }, said), (record) => showPicture(record, box));
    }

    /* Open the form of an entry: one that there is, or a new one with what is known already. */
    function open({ group, shape, entry, id, values }) {
      if (isTyped()) {
        calls.say("先写上正在填的这一条，或者按「不写了」。");
        point("select, textarea");
        return;
      }
      close();
      var desk = look();
      var seen = entry ? entry.values : null;
      form = parts.entry({
        shape: desk.shapes.find((one) => one.group === group && one.id === shape),
        id: entry ? entry.id : id || "",
        isNew: !entry,
        values: entry ? entry.values : values || {},
        facts: desk.facts,
        chartForms: desk.chartForms,
        send: function (said) {
          send(Object.assign({ kind: "entry", seen }, said), "写好了：" + said.id + "。").then((done) => done && close());
        },
        draw: group === "charts" ? (said, box) => draw(Object.assign({ seen }, said), box) : null,
        close,
      });
      form.dataset.group = group;
      form.dataset.first = JSON.stringify(form.read());
      calls.find("entry").append(form);
      point(entry || id ? "select, textarea" : "input");
    }

    /* An indicator goes to the chart that is open, else to a new one. */
    function addToChart(fact) {
      var indicator = fact.id.split(".")[0];
      if (form && form.add) {
        form.add(indicator);
        calls.say("加进了图：" + fact.name + "。");
      } else {
        open({ group: "charts", shape: "", entry: null, id: indicator, values: { indicators: [indicator] } });
      }
    }

    window.addEventListener("beforeunload", function (event) {
      if (isTyped()) event.preventDefault();
    });
    return { open, addToChart };
  };
})();
