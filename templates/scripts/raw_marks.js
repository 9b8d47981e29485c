/* On the full page: show the punctuation as it was captured, and back. */
(function () {
  "use strict";

  var button = document.querySelector(".raw-switch");
  if (!button) {
    return;
  }
  var marks = Array.prototype.map.call(document.querySelectorAll("[data-raw]"), function (element) {
    return { element: element, raw: element.dataset.raw, shown: element.textContent };
  });

  button.hidden = false;
  button.addEventListener("click", function () {
    var raw = button.getAttribute("aria-pressed") !== "true";
    marks.forEach(function (mark) {
      mark.element.textContent = raw ? mark.raw : mark.shown;
    });
    button.setAttribute("aria-pressed", String(raw));
  });
})();
