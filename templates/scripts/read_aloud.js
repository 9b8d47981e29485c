/* Read a section aloud where the device has a Chinese voice; elsewhere nothing is offered. */
(function () {
  "use strict";

  var speech = window.speechSynthesis;
  var blocks = document.querySelectorAll("article [data-official-text]");
  var panel = document.querySelector(".display__panel");
  if (!speech || !window.SpeechSynthesisUtterance || !blocks.length || !panel) {
    return;
  }
  var button = null;

  function findVoice() {
    return speech.getVoices().filter(function (voice) {
      return /^(zh|cmn)([-_]|$)/i.test(voice.lang);
    })[0];
  }

  function stop() {
    speech.cancel();
    button.textContent = "朗读正文";
    button.setAttribute("aria-pressed", "false");
  }

  function read() {
    var sentences = [];
    Array.prototype.forEach.call(blocks, function (block) {
      Array.prototype.forEach.call(block.querySelectorAll(".sentence"), function (sentence) {
        sentences.push(sentence.textContent);
      });
    });
    button.textContent = "停止朗读";
    button.setAttribute("aria-pressed", "true");
    sentences.forEach(function (words, index) {
      var utterance = new SpeechSynthesisUtterance(words);
      utterance.lang = "zh-CN";
      utterance.voice = findVoice();
      if (index === sentences.length - 1) {
        utterance.onend = stop;
      }
      speech.speak(utterance);
    });
  }

  function offer() {
    if (button || !findVoice()) {
      return;
    }
    button = document.createElement("button");
    button.type = "button";
    button.className = "display__read";
    button.textContent = "朗读正文";
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", function () {
      if (button.getAttribute("aria-pressed") === "true") {
        stop();
      } else {
        read();
      }
    });
    panel.appendChild(button);
  }

  offer();
  speech.addEventListener("voiceschanged", offer);
  window.addEventListener("pagehide", function () {
    speech.cancel();
  });
})();
