/* Which sentences of a section are in sight: a mark on its small line beside the contents. */
(function () {
  "use strict";

  var seen = document.querySelector(".contents__seen");
  var sentences = Array.prototype.slice.call(document.querySelectorAll(".official .sentence"));
  if (!seen || !sentences.length || !("IntersectionObserver" in window)) {
    return;
  }
  var length = Number(seen.nextElementSibling.getAttribute("d").split("h")[1]);
  var starts = [];
  var inSight = [];
  var total = sentences.reduce(function (sum, sentence) {
    starts.push(sum);
    return sum + sentence.textContent.length;
  }, 0);

  /* The line ends with the page; what stands before its beginning is on another one. */
  function draw() {
    var first = inSight.indexOf(true);
    var last = inSight.lastIndexOf(true);
    var from = Math.max(0, (first < 0 ? total : starts[first]) - (total - length));
    var to = Math.max(0, (last < 0 ? total : starts[last] + sentences[last].textContent.length) - (total - length));
    seen.setAttribute("x", from);
    seen.setAttribute("width", Math.max(0, to - from));
  }

  var observer = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      inSight[sentences.indexOf(entry.target)] = entry.isIntersecting;
    });
    draw();
  });
  sentences.forEach(function (sentence) {
    observer.observe(sentence);
  });
})();
