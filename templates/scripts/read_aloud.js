/* Read the official text aloud where the device has a Chinese voice: a button at the head of the text, and while it
   reads a bar at the foot with pause, steps, speed and place. Sentences are spoken one by one, so that pausing and
   another speed hold on every engine: what was broken off is begun again. Without a voice nothing is offered. */
(function () {
  "use strict";

  var speech = window.speechSynthesis;
  var article = document.querySelector("article.text");
  var sentences = article ? Array.prototype.slice.call(article.querySelectorAll("[data-official-text] .sentence")) : [];
  if (!speech || !window.SpeechSynthesisUtterance || !sentences.length) {
    return;
  }
  var SPEEDS = [0.75, 1, 1.25, 1.5, 2];
  var start = null;
  var bar = null;
  var parts = {};
  var at = 0;
  var speed = 1;
  var isReading = false;
  var spoken = null;

  function findVoice() {
    return speech.getVoices().filter(function (voice) {
      return /^(zh|cmn)([-_]|$)/i.test(voice.lang);
    })[0];
  }

  function createButton(name, words, act) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = name;
    button.textContent = words;
    button.addEventListener("click", act);
    return button;
  }

  function mark(index) {
    sentences.forEach(function (sentence, other) {
      sentence.classList.toggle("sentence--read", other === index);
    });
  }

  /* The sentence in sight, with room for the bar; nothing moves while it is. */
  function follow() {
    var box = sentences[at].getBoundingClientRect();
    if (box.top < 0 || box.bottom > window.innerHeight - 2 * bar.offsetHeight) {
      sentences[at].scrollIntoView({ block: "center" });
    }
  }

  function tell() {
    parts.place.textContent = "第 " + (at + 1) + " 句，共 " + sentences.length + " 句";
    parts.pause.textContent = isReading ? "暂停" : "继续";
    parts.back.disabled = at === 0;
    parts.on.disabled = at === sentences.length - 1;
  }

  /* `cancel` ends the utterance that is spoken, and some engines tell of it later: only the last one made counts. */
  function speak() {
    var utterance = new window.SpeechSynthesisUtterance(sentences[at].textContent);
    spoken = utterance;
    speech.cancel();
    utterance.lang = "zh-CN";
    utterance.voice = findVoice();
    utterance.rate = speed;
    utterance.onend = function () {
      if (spoken === utterance && isReading) {
        if (at + 1 < sentences.length) {
          go(at + 1);
        } else {
          close();
        }
      }
    };
    speech.speak(utterance);
  }

  function hush() {
    spoken = null;
    speech.cancel();
  }

  function go(index) {
    at = index;
    mark(at);
    tell();
    follow();
    if (isReading) {
      speak();
    }
  }

  function pause() {
    isReading = !isReading;
    if (isReading) {
      speak();
    } else {
      hush();
    }
    tell();
  }

  function close() {
    isReading = false;
    hush();
    mark(-1);
    bar.hidden = true;
    at = 0;
    start.focus({ preventScroll: true });
  }

  function createSpeeds() {
    var select = document.createElement("select");
    select.setAttribute("aria-label", "语速");
    SPEEDS.forEach(function (value) {
      var option = document.createElement("option");
      option.value = String(value);
      option.textContent = value + " 倍速";
      option.selected = value === speed;
      select.appendChild(option);
    });
    select.addEventListener("change", function () {
      speed = Number(select.value);
      if (isReading) {
        speak();
      }
    });
    return select;
  }

  function createBar() {
    bar = document.createElement("div");
    bar.className = "read-aloud";
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", "朗读");
    parts.place = document.createElement("p");
    parts.place.className = "read-aloud__place";
    parts.back = createButton("read-aloud__step", "上一句", function () {
      go(at - 1);
    });
    parts.pause = createButton("read-aloud__pause", "暂停", pause);
    parts.on = createButton("read-aloud__step", "下一句", function () {
      go(at + 1);
    });
    [parts.place, parts.back, parts.pause, parts.on, createSpeeds(), createButton("read-aloud__close", "停止", close)].forEach(function (part) {
      bar.appendChild(part);
    });
    bar.addEventListener("keydown", function (event) {
      if (event.key === "Escape") {
        close();
      }
    });
    document.body.appendChild(bar);
  }

  function begin() {
    if (!bar) {
      createBar();
    }
    bar.hidden = false;
    isReading = true;
    go(0);
    parts.pause.focus({ preventScroll: true });
  }

  function offer() {
    if (start || !findVoice()) {
      return;
    }
    start = createButton("read-aloud__start", "朗读", begin);
    start.setAttribute("aria-label", "朗读正文");
    article.insertBefore(start, article.firstChild);
  }

  offer();
  speech.addEventListener("voiceschanged", offer);
  window.addEventListener("pagehide", hush);
})();
