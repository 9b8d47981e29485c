/* What all pieces are made with. A piece's maker takes one record and returns an element; none of them decides anything. */
(function () {
  "use strict";
  var parts = (window.deskParts = {});

  parts.make = function (tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };

  /* One of several to choose from; a value that is none of them is offered as it is. */
  parts.select = function ({ options, value, empty }) {
    var element = parts.make("select");
    var isKnown = options.some((option) => option.id === value);
    if (empty) element.append(new Option(empty, ""));
    options.concat(value && !isKnown ? [{ id: value, name: value }] : []).forEach(function (option) {
      element.append(new Option(option.name, option.id));
    });
    element.value = value || "";
    return element;
  };

  /* A button, with the key that does the same. */
  parts.button = function ({ words, key, act }) {
    var element = parts.make("button", "", words);
    element.type = "button";
    if (key) element.append(" ", parts.make("kbd", "", key));
    element.addEventListener("click", act);
    return element;
  };
})();
