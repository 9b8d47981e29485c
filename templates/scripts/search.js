/* Search: how are a text and a query made alike? Folding turns one character into one, so whatever is cut
   from a text is found in it; loosening also leaves out what people type or leave out at will. */
(function () {
  "use strict";

  const search = (window.chuxiongSearch = {});
  const ALIKE = ["“”„「」『』〝〞＂\"", "‘’‚′＇'", "—–―−﹣‐‑─－-", "〜∼～~", "・‧•･·", "﹪％%", "○〇", "｡。", "〔【﹝［[", "〕】﹞］]"];
  const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]/;
  const SPACE = /\s/;
  const ASCII = /[0-9a-z]/;
  const FIGURES = /^[0-9][0-9.]*[万亿]*[%‰]?$/;
  const same = new Map();
  ALIKE.forEach(function (row) {
    row.split("").forEach((char) => same.set(char, row[row.length - 1]));
  });

  function foldChar(char) {
    const code = char.charCodeAt(0);
    if (same.has(char)) {
      return same.get(char);
    }
    if (code > 0xff00 && code < 0xff5f) {
      return String.fromCharCode(code - 0xfee0).toLowerCase();
    }
    const lower = char.toLowerCase();
    return SPACE.test(char) ? " " : lower.length === 1 ? lower : char;
  }

  /* A space counts only between two letters or digits, a comma between thousands does not. */
  function isKept(text, at) {
    const char = text[at];
    if (char === " ") {
      return at > 0 && ASCII.test(text[at - 1]) && ASCII.test(text.slice(at).replace(/^ +/, "").charAt(0));
    }
    if (char === ",") {
      return !(/[0-9]/.test(text.charAt(at - 1)) && /^[0-9]{3}(?![0-9])/.test(text.substr(at + 1, 4)));
    }
    return !UNSEEN.test(char);
  }

  /* { plain: folded, loose: loosened, at: for each character of `loose` and its end, the offset in the text } */
  function form(text) {
    const plain = text.split("").map(foldChar).join("");
    const at = [];
    let loose = "";
    for (let i = 0; i < plain.length; i += 1) {
      if (isKept(plain, i)) {
        at.push(i);
        loose += plain[i];
      }
    }
    at.push(plain.length);
    return { text, plain, loose, at };
  }

  function findAll(text, words) {
    const found = [];
    let at = words ? text.indexOf(words) : -1;
    while (at >= 0) {
      found.push([at, at + words.length]);
      at = text.indexOf(words, at + words.length);
    }
    return found;
  }

  /* Whether a range begins or ends inside a longer number: 74 in 3074, 98 in 98.22. */
  function cutsNumber(text, range) {
    const first = text.slice(range[0], range[0] + 1);
    const last = text.slice(range[1] - 1, range[1]);
    const isInside = /[0-9]/.test(first) && /[0-9]\.?$/.test(text.slice(0, range[0]));
    return isInside || (/[0-9]/.test(last) && /^\.?[0-9]/.test(text.slice(range[1])));
  }

  /* Where a query stands in a text: ranges of the text as it was given. A query of figures only is a whole number. */
  function locate(within, query) {
    const found = findAll(within.loose, query.loose);
    const loose = FIGURES.test(query.loose) ? found.filter((range) => !cutsNumber(within.loose, range)) : found;
    if (loose.length || found.length) {
      return loose.map((range) => [within.at[range[0]], within.at[range[1] - 1] + 1]);
    }
    return findAll(within.plain, query.plain);
  }

  /* The query as a whole, else each of its words: what a page marks when it is opened from a result. */
  function locateAny(within, query) {
    const whole = locate(within, form(query.trim()));
    if (whole.length) {
      return whole;
    }
    const ranges = query.split(/\s+/).reduce((all, word) => all.concat(locate(within, form(word))), []);
    return join(ranges);
  }

  function join(ranges) {
    const joined = [];
    ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]).forEach(function (range) {
      const last = joined[joined.length - 1];
      if (last && range[0] <= last[1]) {
        last[1] = Math.max(last[1], range[1]);
      } else {
        joined.push(range.slice());
      }
    });
    return joined;
  }

  function encode(text) {
    try {
      return encodeURIComponent(text);
    } catch (error) {
      return encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ""));
    }
  }

  Object.assign(search, { form, locate, locateAny, cutsNumber, join, encode });
})();
