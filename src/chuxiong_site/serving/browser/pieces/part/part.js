/* A part of the page that opens by itself or with a key. */
(function () {
  "use strict";
  var parts = window.deskParts;

  parts.part = function ({ title, key, content, isOpen }) {
    var element = parts.make("details");
    var head = parts.make("summary", "", title + " ");
    head.append(parts.make("kbd", "", key));
    element.open = isOpen;
    element.dataset.key = key;
    element.append(head, content);
    return element;
  };
})();
