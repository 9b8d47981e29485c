/* What did somebody mean who typed one character wrong, too many, too few, or two the wrong way round? A slip leaves
   one half of what was typed as it is: every place of that half in the report is a place to compare, no other. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  const SHORTEST = 3;
  const LONGEST = 8;
  const NUMERALS = /[0-9a-z.%〇零一二三四五六七八九十百千万亿两]/;

  /* All sentences in one text, and for each of its characters where its word begins and ends. */
  function readText(index) {
    if (!index.slips) {
      const from = [];
      const to = [];
      const text = index.sentences.map(function (sentence) {
        const edges = sentence.form.at.map((at, order) => (order === 0 || sentence.edges.has(at) ? order : -1)).filter((order) => order >= 0);
        edges.concat(sentence.form.loose.length).reduce(function (start, end) {
          for (let at = start; at < end; at += 1) {
            from.push(from.length - (at - start));
            to.push(to.length + (end - at));
          }
          return end;
        });
        from.push(from.length);
        to.push(to.length + 1);
        return sentence.form.loose + "\n";
      });
      index.slips = { text: text.join(""), from, to };
    }
    return index.slips;
  }

  /* How one text became the other by one slip: where they part, and how much of each. Null if by more. */
  function compare(typed, read) {
    let start = 0;
    let end = 0;
    const shorter = Math.min(typed.length, read.length);
    while (start < shorter && typed[start] === read[start]) {
      start += 1;
    }
    while (end < shorter - start && typed[typed.length - 1 - end] === read[read.length - 1 - end]) {
      end += 1;
    }
    const gone = typed.length - end - start;
    const come = read.length - end - start;
    const isDoubled = typed[start] === typed[start + 1] || typed[start] === typed[start - 1];
    if (gone === 1 && !come && (start === 0 || start === typed.length - 1) && !isDoubled) {
      return null; /* A character before or after a word is more often another word than too many. */
    }
    const exchanged = gone === 2 && come === 2 && typed[start] === read[start + 1] && typed[start + 1] === read[start];
    return exchanged || (gone <= 1 && come <= 1) ? { start, gone, come } : null;
  }

  /* Whether what differs stands in the piece together with more of its word; at the rim of the piece, that is a word's. */
  function isWord(text, place, piece, slip) {
    const at = place + Math.min(slip.start, piece.length - 1);
    const end = place + piece.length;
    const inside = Math.min(text.to[at], end) - Math.max(text.from[at], place) > 1;
    const begins = slip.start > 0 || text.from[place] === place;
    const ends = slip.start + slip.come < piece.length || text.to[end - 1] === end;
    return inside && begins && ends && !/[^\u3400-\u9fff]/.test(piece) && !NUMERALS.test(piece.substr(slip.start, slip.come));
  }

  function countIn(text, piece) {
    return text.split(piece).length - 1;
  }

  /* What the report has that one slip makes into a piece: rather as long and whole words, then the most frequent; "" for none. */
  function readPiece(text, typed, isOdd) {
    const found = new Map();
    const half = typed.length >> 1;
    const consider = function (start, length) {
      const piece = start < 0 ? "" : text.text.substr(start, length);
      const slip = piece.length === length && !found.has(piece) ? compare(typed, piece) : null;
      if (slip && isOdd(slip) && isWord(text, start, piece, slip)) {
        const whole = (text.from[start] === start) + (text.to[start + length - 1] === start + length);
        found.set(piece, countIn(text.text, piece) + 1e4 * (2 * whole + (length === typed.length)));
      }
    };
    const scan = function (words, visit) {
      for (let at = text.text.indexOf(words); at >= 0; at = text.text.indexOf(words, at + 1)) {
        visit(at);
      }
    };
    [-1, 0, 1].forEach(function (more) {
      scan(typed.slice(0, half), (at) => consider(at, typed.length + more));
      scan(typed.slice(half), (at) => consider(at - half - more, typed.length + more));
    });
    const middle = typed.slice(0, half - 1) + typed[half] + typed[half - 1] + typed.slice(half + 1);
    scan(middle, (at) => consider(at, typed.length));
    return Array.from(found.keys()).sort((a, b) => found.get(b) - found.get(a))[0] || "";
  }

  /* Two characters say too little by themselves: where the report lacks one of them, they are read as the only word like them, where it stands in
     a section with what was typed before them. */
  function readPair(index, typed, beside) {
    const lacks = (char) => readText(index).text.indexOf(char) < 0;
    const like = (word) => word.length === 2 && ((word[0] === typed[0] && lacks(typed[1])) || (word[1] === typed[1] && lacks(typed[0])) || word === typed[1] + typed[0]);
    const words = Array.from(index.words.keys()).filter((word) => like(word) && !NUMERALS.test(word));
    const meets = (word) => index.sections.some((section) => section.form.loose.indexOf(word) >= 0 && section.form.loose.indexOf(beside) >= 0);
    return words.length === 1 && beside && meets(words[0]) ? words[0] : "";
  }

  /* Whether a piece of a query begins and ends where words do, as the query was cut. */
  function isCut(index, words, start, end) {
    const ends = new Set([0]);
    search.splitWords(index, words).reduce((at, part) => (ends.add(at + part.text.length), at + part.text.length), 0);
    return ends.has(start) && ends.has(end);
  }

  /* For each character of a query: 1 where it stands in a word of several that the report has, 2 where it asks, else 0. */
  function markKnown(index, words) {
    return search.splitWords(index, words).map((part) => (part.filler ? "2" : part.known && part.text.length > 1 ? "1" : "0").repeat(part.text.length)).join("");
  }

  /* { typed, read, text } of the longest piece of a query that one slip explains, or null. No piece ends between two
     characters that are both unknown. */
  function readSlip(index, words) {
    const text = readText(index);
    const marks = markKnown(index, words);
    for (let length = Math.min(LONGEST, words.length); length >= SHORTEST; length -= 1) {
      for (let at = 0; at + length <= words.length; at += 1) {
        const typed = words.substr(at, length);
        const isAsking = length < words.length && (marks[at] === "2" || marks[at + length - 1] === "2");
        const isWhole = !isAsking && marks.substr(at - 1, at ? 2 : 0) !== "00" && marks.substr(at + length - 1, 2) !== "00";
        const isOpen = isWhole && marks.substr(at, length).indexOf("0") >= 0 && !NUMERALS.test(typed) && !/[^\u3400-\u9fff]/.test(typed);
        const odd = length === words.length ? /0/ : /00|02|20/; /* A slip tears a word: both its parts are unknown. */
        const isOdd = (slip) => odd.test(marks.slice(Math.max(at + slip.start - 1, 0), at + slip.start + slip.gone + 1));
        const read = isOpen && text.text.indexOf(typed) < 0 && isCut(index, words, at, at + length) ? readPiece(text, typed, isOdd) : "";
        if (read) {
          return { typed, read, text: words.slice(0, at) + read + words.slice(at + length) };
        }
      }
    }
    return readLonePair(index, words, marks);
  }

  function readLonePair(index, words, marks) {
    const from = marks.search(/1100(?!0)/) + 2;
    const typed = words.substr(from, 2);
    const before = from > 1 ? words.slice(from - 2, from) : "";
    const read = before && !NUMERALS.test(typed) ? readPair(index, typed, before) : "";
    return read ? { typed, read, text: words.slice(0, from) + read + words.slice(from + 2) } : null;
  }

  Object.assign(search, { readSlip, readText });
})();
