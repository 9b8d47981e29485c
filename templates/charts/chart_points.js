/* Marks and sentences point at each other: what is pointed at in the one lights up in the other, and a mark that is clicked,
   tapped or entered opens the note of its number. Marks carry `data-fact`, and `data-report` where it may be another's. */
(function () {
  "use strict";

  function find(event) {
    return event.target.closest && event.target.closest("[data-fact]");
  }

  function light(element, on) {
    var name = element.closest(".chart") ? "chart__value--pointed" : "fact--pointed";
    var sentence = element.closest(".sentence");
    element.classList.toggle(name, on);
    if (sentence) {
      sentence.classList.toggle("sentence--pointed", on);
    }
  }

  function point(event, on) {
    var source = find(event);
    if (!source) {
      return;
    }
    var chart = source.closest(".chart");
    source.getAttribute("data-fact").split(" ").forEach(function (id) {
      var others = '.chart [data-fact~="' + id + '"]' + (chart ? ', a.fact[data-fact~="' + id + '"]' : "");
      Array.prototype.forEach.call(document.querySelectorAll(others), function (other) {
        light(other, on);
      });
    });
  }

  function open(event, source) {
    var note = window.chuxiongNote;
    if (source && source.closest(".chart") && note && note.open && note.open(source.getAttribute("data-fact"), source)) {
      event.preventDefault();
    }
  }

  ["mouseover", "focusin"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      point(event, true);
    });
  });
  ["mouseout", "focusout"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      point(event, false);
    });
  });
  document.addEventListener("click", function (event) {
    if (window.chuxiongNote && window.chuxiongNote.isPlain(event)) {
      open(event, find(event));
    }
  });
})();
