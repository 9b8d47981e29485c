/* For pages of other sites: makes a frame with a chart as high as the chart says it is. It reads and sends nothing else. */
(function () {
  "use strict";
  var MOST = 4000;
  var own = document.currentScript ? document.currentScript.src : "";
  var folder = own.slice(0, own.lastIndexOf("/") + 1);

  function eachFrame(visit) {
    var frames = document.getElementsByTagName("iframe");
    var index;
    for (index = 0; index < frames.length; index += 1) {
      if (folder && frames[index].src.indexOf(folder) === 0) {
        visit(frames[index]);
      }
    }
  }

  window.addEventListener("message", function (event) {
    var height = event.data && event.data.chartHeight;
    if (typeof height === "number" && height > 0 && height < MOST) {
      eachFrame(function (frame) {
        if (frame.contentWindow === event.source) {
          frame.height = height;
        }
      });
    }
  });

  /* A frame that was there first has told already, and nobody heard it. */
  eachFrame(function (frame) {
    frame.contentWindow.postMessage({ chartAsks: true }, "*");
  });
})();
