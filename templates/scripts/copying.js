/* Copying for readers: by the clipboard where it may be written, else by the selection, else by hand. */
(function () {
  "use strict";

  function select(text, status) {
    var area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    status.parentNode.appendChild(area);
    area.select();
    try {
      return document.execCommand("copy") ? area : null;
    } catch (error) {
      return null;
    }
  }

  /* Put text on the clipboard; `status` says `said` then, or asks the reader to copy what now stands below it. */
  function copy(text, said, status) {
    function done() {
      status.textContent = said;
    }
    function fallback() {
      var area = select(text, status);
      if (area) {
        area.remove();
        done();
      } else {
        status.textContent = "请选中下面的文字，自行复制。";
      }
    }
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text).then(done, fallback);
    } else {
      fallback();
    }
  }

  /* A reference is read today: its words for the day of access become the day. */
  function dateCitation(citation) {
    var now = new Date();
    var day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map(function (part) {
        return (part < 10 ? "0" : "") + part;
      })
      .join("-");
    return citation.replace("引用日期", day);
  }

  window.chuxiongCopying = { copy: copy, dateCitation: dateCitation };

  Array.prototype.forEach.call(document.querySelectorAll(".cite__copy"), function (button) {
    var status = button.parentNode.querySelector(".cite__status");
    var citation = document.getElementById("_citation-text");
    button.hidden = false;
    button.addEventListener("click", function () {
      copy(dateCitation(citation.textContent), "引用已复制（GB/T 7714）。", status);
    });
  });

  Array.prototype.forEach.call(document.querySelectorAll(".share__copy"), function (button) {
    var status = button.parentNode.querySelector(".share__status");
    button.hidden = false;
    button.addEventListener("click", function () {
      copy(button.dataset.address, "链接已复制。", status);
    });
  });

  /* Only where the device itself knows where to send: its own list says what follows, so there is nothing to report. */
  Array.prototype.forEach.call(document.querySelectorAll(".share__send"), function (button) {
    button.hidden = !navigator.share;
    button.addEventListener("click", function () {
      navigator.share({ title: document.title, url: button.dataset.address }).then(null, function () {});
    });
  });
})();
