/* A number in the text: a button that says its state. */
(function () {
  "use strict";
  var parts = window.deskParts;

  parts.number = function ({ record, states, choose }) {
    var element = parts.make("button", "number number--" + record.state, record.words);
    element.type = "button";
    element.dataset.number = record.id;
    element.setAttribute("aria-label", record.words + "，" + states[record.state]);
    element.addEventListener("click", function () {
      choose(record.id);
    });
    return element;
  };
})();
