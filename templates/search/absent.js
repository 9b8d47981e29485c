/* What is said of a number that the report does not print: that it does not, which come nearest, and, of a year,
   which reports there are. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  const AT_MOST = 3;
  const YEAR = /^(?:19|20)[0-9]{2}$/;
  const NUMERALS = /[〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]/.source;
  const DECIMALS = /(?:点[〇零一二三四五六七八九]+)?/.source;
  const FIGURES = /(?:[百千万]分之)?[0-9]+(?:\.[0-9]+)*[十百千万亿]*[%‰]?/.source;
  const SHARE = /[百千万]分之/.source + NUMERALS + "+" + DECIMALS;
  const NUMBER = new RegExp([FIGURES, SHARE, NUMERALS + "{2,}" + DECIMALS].join("|"), "g");

  /* [start, end] of every number in a query; a single Chinese numeral is more often part of a word. */
  function listNumbers(words) {
    const ranges = [];
    words.replace(NUMBER, (number, start) => ranges.push([start, start + number.length]));
    return ranges;
  }

  /* { value, unit } of a query that is one number, with a unit that the report uses or none; else null. */
  function readAsked(index, words) {
    const runs = listNumbers(words);
    const number = runs.length ? search.readNumber(words) : null;
    const unit = number ? number.unit.replace(/[。,;!?:"'.]+$/, "") : "";
    const isKnown = !unit || index.facts.some((fact) => fact.unit === unit);
    return number && isKnown && !listNumbers(unit).length ? { value: number.value, unit } : null;
  }

  /* The facts whose values come nearest to a number: those of its unit first, then the nearest of all. */
  function findNearest(index, asked) {
    const wanted = Number(asked.value);
    if (!isFinite(wanted)) {
      return [];
    }
    const strange = (fact) => (asked.unit && fact.unit !== asked.unit ? 1 : 0);
    const distance = (fact) => Math.abs(Number(fact.value) - wanted);
    const facts = index.facts.slice().sort((a, b) => strange(a) - strange(b) || distance(a) - distance(b));
    return facts.slice(0, AT_MOST);
  }

  /* Whether a query asks for a year of which there is no report. A number alone is a year when it can be one. */
  function asksForOtherYear(index, words, isFact) {
    return listNumbers(words).some(function (range) {
      const number = search.readNumber(words.slice(range[0], range[1]));
      const isYear = number && !number.unit && YEAR.test(number.value) && index.reports.every((report) => report.id !== number.value);
      const rest = words.slice(range[1]);
      return isYear && (/^年/.test(rest) || (!isFact && /^(?: |$)/.test(rest)));
    });
  }

  Object.assign(search, { listNumbers, readAsked, findNearest, asksForOtherYear });
})();
