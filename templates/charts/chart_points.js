/* Bars and sentences point at each other: what is pointed at in the one lights up in the other. */
(function () {
  "use strict";

  function mark(event, on) {
    var source = event.target.closest && event.target.closest("[data-fact]");
    if (!source) {
      return;
    }
    var inChart = Boolean(source.closest(".chart"));
    source.dataset.fact.split(" ").forEach(function (id) {
      var selector = inChart ? 'a.fact[data-fact~="' + id + '"]' : '.chart [data-fact="' + id + '"]';
      Array.prototype.forEach.call(document.querySelectorAll(selector), function (other) {
        other.classList.toggle(inChart ? "fact--pointed" : "chart__value--pointed", on);
      });
    });
  }

  ["mouseover", "focusin"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      mark(event, true);
    });
  });
  ["mouseout", "focusout"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      mark(event, false);
    });
  });
})();
