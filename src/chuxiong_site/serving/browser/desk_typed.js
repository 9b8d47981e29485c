/* What staff filled in and have not sent: it stays where the page is made anew around it. */
(function () {
  "use strict";
  var typed = (window.deskTyped = {});
  var sent = null; // the form that the preview is asked to write

  function name(field) {
    var place = field.closest("[data-key], [data-at]");
    return (place ? place.dataset.key || place.dataset.at : "") + "/" + field.name;
  }

  /* Remember what is filled in inside these boxes, but for a form that is written, and return what fills it in again. */
  typed.keep = function (boxes, isWritten) {
    var kept = new Map();
    boxes.forEach(function (box) {
      box.querySelectorAll("[data-typed]").forEach(function (field) {
        if (!isWritten || !sent || !sent.contains(field)) kept.set(name(field), field.value);
      });
    });
    sent = null;
    return function () {
      boxes.forEach(function (box) {
        box.querySelectorAll("input, select").forEach(function (field) {
          if (kept.has(name(field))) fill(field, kept.get(name(field)));
        });
      });
    };
  };

  function fill(field, value) {
    var part = field.closest("details[data-key]");
    if (part) part.open = true;
    field.value = value;
    field.dataset.typed = "";
    field.dispatchEvent(new Event("change"));
  }

  typed.forget = function () {
    sent = null;
  };

  document.addEventListener("input", function (event) {
    if (event.target.name) event.target.dataset.typed = "";
  });
  document.addEventListener(
    "submit",
    function (event) {
      if (!window.deskCalls.isBusy()) sent = event.target;
    },
    true
  );
})();
