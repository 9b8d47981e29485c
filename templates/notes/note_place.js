/* Where a note stands: in the margin beside its line where there is one, else below what it must not cover;
   on a phone at the foot, with the sentence above it. All in the page's own coordinates, so that it scrolls with the text. */
(function () {
  "use strict";

  var EDGE = 16;
  /* In rem: in larger type a margin holds fewer characters. */
  var NARROWEST = 14.5;
  var WIDEST = 21.25;

  function toPixels(rem) {
    return rem * parseFloat(getComputedStyle(document.documentElement).fontSize);
  }

  function boxOf(element) {
    var box = element.getBoundingClientRect();
    return { left: box.left, right: box.right, top: box.top, bottom: box.bottom };
  }

  /* The line that a link ends on. */
  function lineOf(link) {
    var boxes = link.getClientRects();
    return boxes.length ? boxes[boxes.length - 1] : link.getBoundingClientRect();
  }

  /* By how much to scroll so that `box` lies between `top` and `bottom`; of a longer one the part around `line`. */
  function measureScroll(box, line, top, bottom) {
    var room = bottom - top;
    if (box.bottom - box.top > room) {
      var start = Math.max(box.top, Math.min(line.top - room / 3, box.bottom - room));
      box = { top: start, bottom: start + room };
    }
    return box.bottom > bottom ? box.bottom - bottom : Math.min(0, box.top - top);
  }

  /* The empty column beside the text, if it is wide enough. */
  function findMargin(link) {
    var text = link.closest(".text");
    var columns = link.closest(".columns");
    if (!text || !columns) {
      return null;
    }
    var left = boxOf(text).right + (parseFloat(getComputedStyle(columns).columnGap) || 32);
    var width = Math.min(boxOf(columns).right - left, toPixels(WIDEST));
    return width >= toPixels(NARROWEST) ? { left: left, width: width } : null;
  }

  function standAtFoot(sheet, body, told) {
    var kept = boxOf(told.kept);
    var height = window.innerHeight;
    body.style.maxHeight = Math.max(height * 0.36, Math.min(height / 2, height - (kept.bottom - kept.top) - 2 * EDGE)) + "px";
    document.body.style.paddingBottom = sheet.offsetHeight + "px";
    window.scrollBy(0, measureScroll(kept, lineOf(told.mark), EDGE / 2, height - sheet.offsetHeight - EDGE / 2));
  }

  function meets(one, other) {
    return one.bottom > other.top - EDGE && one.top < other.bottom + EDGE;
  }

  /* Of the charts in the margin, what the note would lie on gives way: whole pieces, so that none is cut. */
  function clearMargin(sheet) {
    var pieces = document.querySelectorAll(".margin__beside .chart > *, .margin__beside .margin__item > :not(.chart)");
    var box = sheet && boxOf(sheet);
    Array.prototype.forEach.call(pieces, function (piece) {
      var other = boxOf(piece);
      piece.classList.toggle("gives-way", Boolean(box) && meets(box, other));
    });
  }

  /* The titles and pictures of the charts in the margin. */
  function listPictures() {
    return Array.prototype.map.call(document.querySelectorAll(".margin__beside .chart"), function (chart) {
      return { top: boxOf(chart).top, bottom: boxOf(chart.querySelector(".chart__box") || chart).bottom };
    });
  }

  /* A note that would hide a picture stands right below or above it, if the window holds both and the sentence;
     `fixed` is what is in sight where the page may not be scrolled. Returns the note's top and what to bring into sight. */
  function sparePicture(note, kept, fixed) {
    var tall = note.bottom - note.top;
    var pictures = listPictures();
    var hidden = pictures.filter(meets.bind(null, note))[0];
    var places = (hidden ? [hidden.bottom + EDGE, hidden.top - EDGE - tall] : []).map(function (top) {
      return {
        top: top,
        away: Math.abs(top - note.top),
        box: { top: Math.min(top, hidden.top, kept.top), bottom: Math.max(top + tall, hidden.bottom, kept.bottom) },
      };
    });
    return places
      .filter(function (place) {
        var room = fixed || { top: place.box.top, bottom: place.box.top + window.innerHeight - 2 * EDGE };
        var isFree = !pictures.some(meets.bind(null, { top: place.top, bottom: place.top + tall }));
        return isFree && place.box.top >= room.top && place.box.bottom <= room.bottom && place.top + window.pageYOffset > 0;
      })
      .sort(function (one, other) {
        return one.away - other.away;
      })[0];
  }

  function standInMargin(sheet, told, margin) {
    var y = window.pageYOffset;
    var line = lineOf(told.link);
    var kept = boxOf(told.kept);
    var height = window.innerHeight;
    var by = told.quiet ? line.top - Math.min(height * 0.3, line.top + y) : measureScroll(kept, line, EDGE, height - EDGE);
    sheet.style.left = margin.left + window.pageXOffset + "px";
    sheet.style.width = margin.width + "px";
    var top = Math.max(EDGE, Math.min(line.top - by, height - EDGE - sheet.offsetHeight)) + by;
    var view = { top: by + EDGE, bottom: by + height - EDGE };
    var place = sparePicture({ top: top, bottom: top + sheet.offsetHeight }, kept, told.quiet && view);
    if (place) {
      top = place.top;
      by = measureScroll(place.box, line, EDGE, height - EDGE);
    }
    sheet.style.top = top + y + "px";
    var hair = sheet.firstChild.style;
    hair.width = margin.left - line.right + 1 + "px";
    hair.top = line.bottom - top + "px";
    hair.height = Math.max(0, top - line.bottom) + "px"; /* down to a note that stands lower */
    clearMargin(sheet);
    if (!told.quiet) {
      window.scrollBy(0, by);
    }
  }

  /* As high as whole lines of the text, so that it cuts none; where that does not fit below, it scrolls inside. */
  function standBelow(sheet, body, told) {
    var y = window.pageYOffset;
    var kept = boxOf(told.kept);
    var line = lineOf(told.link);
    var column = boxOf(told.kept.closest(".chart, .text") || told.kept);
    var pitch = parseFloat(getComputedStyle(told.link).lineHeight) || line.bottom - line.top;
    var top = kept.bottom + (pitch - line.bottom + line.top) / 2;
    sheet.style.left = column.left + window.pageXOffset + "px";
    sheet.style.width = Math.min(column.right - column.left, 2 * toPixels(WIDEST)) + "px";
    body.style.height = Math.ceil(body.offsetHeight / pitch) * pitch + "px";
    var lacking = top + body.offsetHeight + EDGE - window.innerHeight;
    var by = kept.top < EDGE / 2 ? kept.top - EDGE / 2 : Math.max(0, Math.min(lacking, kept.top - EDGE / 2));
    if (lacking > by) {
      body.style.height = Math.max(160, body.offsetHeight - lacking + by) + "px";
    }
    sheet.style.top = top + y + "px";
    var beyond = kept.bottom + y + sheet.offsetHeight + 2 * EDGE - document.documentElement.scrollHeight;
    document.body.style.paddingBottom = beyond > 0 ? beyond + "px" : "";
    window.scrollBy(0, by);
  }

  window.chuxiongNotePlace = function (sheet, told) {
    var body = sheet.lastChild;
    var isNarrow = window.innerWidth < 720;
    var margin = isNarrow || told.kept.closest(".chart") ? null : findMargin(told.link);
    sheet.className = "fact-note fact-note--" + (isNarrow ? "foot" : margin ? "margin" : "below");
    clearMargin(null);
    sheet.style.cssText = body.style.cssText = document.body.style.paddingBottom = "";
    if (isNarrow) {
      standAtFoot(sheet, body, told);
    } else if (margin) {
      standInMargin(sheet, told, margin);
    } else {
      standBelow(sheet, body, told);
    }
  };

  window.chuxiongNotePlace.findMargin = findMargin;
  window.chuxiongNotePlace.clearMargin = clearMargin;
})();
