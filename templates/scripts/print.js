/* A button that prints the page; without scripts there is none. */
(function () {
  "use strict";

  var button = document.querySelector(".print");
  if (button && window.print) {
    button.hidden = false;
    button.addEventListener("click", function () {
      window.print();
    });
  }
})();
