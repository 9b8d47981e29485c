/* The filter of problems and plans is the page's address and works without this; here its state is told to those who hear it. */
(function () {
  "use strict";

  var links = document.querySelectorAll(".joins-ways a");
  if (!links.length) {
    return;
  }

  function tell() {
    var chosen = Array.prototype.filter.call(links, function (link) {
      return link.hash === window.location.hash;
    });
    Array.prototype.forEach.call(links, function (link) {
      link.removeAttribute("aria-current");
    });
    (chosen[0] || links[0]).setAttribute("aria-current", "true");
  }

  window.addEventListener("hashchange", tell);
  tell();
})();
