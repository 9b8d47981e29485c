/* What is a short form short for? Its characters stand in order in words of the report that follow one another, the first of them
   where a word begins: 城管 in 城市|管理. Tried only for words that the reports lack and no slip explains. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  const HANZI = /^[\u3400-\u9fff]{2,4}$/;
  const NUMERALS = /[〇零一二三四五六七八九十百千万亿两]/;
  const LONGER = 3; /* times as long, at most */

  /* The end of the words that a short form stands for, from a place where its first character begins a word; 0 for none. */
  function findEnd(text, typed, place) {
    const most = place + typed.length * LONGER;
    let left = typed.slice(1);
    let end = text.to[place];
    let at = place + 1;
    while (left && at < most && !/[^\u3400-\u9fff]/.test(text.text[at])) {
      const begins = text.from[at] === at;
      const follows = text.text[at] === left[0];
      if (begins && !follows && at >= end && end !== text.from[at]) {
        return 0;
      }
      if (begins && !follows && typed.length < 3) {
        return 0; /* Two characters say too little to leave out a word. */
      }
      if (follows) {
        left = left.slice(1);
        end = text.to[at];
      }
      at += 1;
    }
    return !left && end - place > typed.length && end <= most ? end : 0;
  }

  /* What a short form stands for: the most frequent, of these the shortest; "" for nothing. */
  function readShort(text, typed) {
    const found = new Map();
    for (let at = text.text.indexOf(typed[0]); at >= 0; at = text.text.indexOf(typed[0], at + 1)) {
      const end = text.from[at] === at && text.to[at] - at > 1 ? findEnd(text, typed, at) : 0;
      const words = text.text.slice(at, end);
      if (end && !/[^\u3400-\u9fff]/.test(words)) {
        found.set(words, (found.get(words) || 0) + 1);
      }
    }
    return Array.from(found.keys()).sort((a, b) => found.get(b) - found.get(a) || a.length - b.length)[0] || "";
  }

  /* { typed, read } of the first of some words that is short for something in the reports, or null. */
  function readAbbreviation(index, words) {
    const text = search.readText(index);
    const rows = words.filter((word) => HANZI.test(word) && !NUMERALS.test(word)).map((typed) => ({ typed, read: readShort(text, typed) }));
    return rows.filter((row) => row.read)[0] || null;
  }

  Object.assign(search, { readAbbreviation });
})();
