/* A sentence with the number in its middle marked. */
(function () {
  "use strict";
  var parts = window.deskParts;

  parts.quote = function ({ pieces }) {
    var element = parts.make("p", "quote");
    element.append(pieces[0], parts.make("mark", "", pieces[1]), pieces[2]);
    return element;
  };
})();
