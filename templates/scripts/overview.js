/* The picture of a report: one stop for the Tab key, arrow keys from number to number, and a line that says which one.
   Near a mark is on it: marks are small and fingers are not. Without this script every mark is a plain link. */
(function () {
  "use strict";

  var NEAR = 14;
  var picture = document.querySelector("[data-overview]");
  var status = picture && picture.querySelector(".overview__status");
  if (!status) {
    return;
  }
  var line = status.firstElementChild;
  var hint = line.textContent;
  var shown = null;
  var kinds = {};
  var rows = list(picture, ".overview__line")
    .map(function (row) {
      return list(row, ".overview__lane a");
    })
    .filter(function (marks) {
      return marks.length;
    });
  var all = [].concat.apply([], rows);

  function list(element, selector) {
    return Array.prototype.slice.call(element.querySelectorAll(selector));
  }

  function place(mark) {
    return parseFloat(mark.firstElementChild.getAttribute("x"));
  }

  function readKind(element) {
    return element.querySelector("use").getAttribute("href");
  }

  function findNearest(marks, x) {
    return marks.reduce(function (best, mark) {
      return Math.abs(place(mark) - x) < Math.abs(place(best) - x) ? mark : best;
    });
  }

  function say(mark) {
    if (mark === shown) {
      return;
    }
    if (shown) {
      shown.classList.remove("overview__near");
    }
    shown = mark;
    line.textContent = mark ? mark.getAttribute("aria-label") + (kinds[readKind(mark)] || "") : hint;
    status.classList.toggle("overview__status--on", Boolean(mark));
    if (mark) {
      mark.classList.add("overview__near");
    }
  }

  function findFocused() {
    return all.indexOf(document.activeElement) < 0 ? null : document.activeElement;
  }

  /* The mark within a finger's breadth of a point on its lane, or nothing. */
  function findAt(event) {
    var row = event.target.closest(".overview__line");
    var lane = row && row.querySelector(".overview__lane");
    var marks = lane ? list(lane, "a") : [];
    if (!marks.length) {
      return null;
    }
    var box = lane.getBoundingClientRect();
    if (event.clientY < box.top || event.clientY > box.bottom) {
      return null;
    }
    var nearest = findNearest(marks, ((event.clientX - box.left) / box.width) * 100);
    return Math.abs((place(nearest) / 100) * box.width + box.left - event.clientX) <= NEAR ? nearest : null;
  }

  function step(mark, key, isWhole) {
    var row = rows.filter(function (marks) {
      return marks.indexOf(mark) >= 0;
    })[0];
    var ends = isWhole ? all : row;
    var other = rows[rows.indexOf(row) + (key === "ArrowDown" ? 1 : -1)];
    return {
      ArrowRight: all[all.indexOf(mark) + 1],
      ArrowLeft: all[all.indexOf(mark) - 1],
      ArrowDown: other && findNearest(other, place(mark)),
      ArrowUp: other && findNearest(other, place(mark)),
      Home: ends[0],
      End: ends[ends.length - 1],
    }[key];
  }

  function isPlain(event) {
    return !(event.altKey || event.metaKey || event.shiftKey || event.ctrlKey);
  }

  /* What the legend calls a kind, its count left out: of a rate only. */
  list(picture, ".overview__kind").forEach(function (item) {
    var words = item.textContent.trim().replace(/ [0-9]+$/, "");
    kinds[readKind(item)] = /率$/.test(words) ? "（" + words + "）" : "";
  });
  all.forEach(function (mark, index) {
    mark.setAttribute("tabindex", index ? "-1" : "0");
  });
  status.hidden = false;
  picture.addEventListener("keydown", function (event) {
    var isWhole = event.ctrlKey && (event.key === "Home" || event.key === "End");
    var mark = isPlain(event) || isWhole ? findFocused() : null;
    var next = mark && step(mark, event.key, isWhole);
    if (next) {
      next.focus();
    }
    if (next || (mark && event.key.indexOf("Arrow") === 0)) {
      event.preventDefault();
    }
  });
  picture.addEventListener("focusin", function () {
    var mark = findFocused();
    if (mark) {
      all.forEach(function (other) {
        other.setAttribute("tabindex", other === mark ? "0" : "-1");
      });
    }
    say(mark);
  });
  picture.addEventListener("focusout", function () {
    say(null);
  });
  picture.addEventListener("mousemove", function (event) {
    say(findAt(event) || findFocused());
  });
  picture.addEventListener("mouseleave", function () {
    say(findFocused());
  });
  picture.addEventListener("click", function (event) {
    var mark = isPlain(event) && event.detail ? findAt(event) : null;
    if (mark) {
      event.preventDefault();
      window.location.href = mark.getAttribute("href");
    }
  });
})();
