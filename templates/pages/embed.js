/* Tells the page around the frame how high the chart is; a number, and nothing of who reads it. */
(function () {
  "use strict";
  var told = 0;

  function tell() {
    var height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height !== told) {
      told = height;
      window.parent.postMessage({ chartHeight: height }, "*");
    }
  }

  if (window.parent === window) {
    return;
  }
  window.addEventListener("message", function (event) {
    if (event.source === window.parent && event.data && event.data.chartAsks) {
      told = 0;
      tell();
    }
  });
  window.addEventListener("load", tell);
  window.addEventListener("resize", tell);
  /* The table below the picture unfolds; that event does not rise, so it is caught on its way down. */
  document.addEventListener("toggle", tell, true);
  tell();
})();
