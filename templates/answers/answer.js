/* What does a question mean? What was typed is looked for as it stands; older characters are read as those of the report;
   and only where the report has nothing of the kind, plain words become official ones and one slip is mended. Whatever
   was read otherwise than it was typed is said, with a way back. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  const LONGEST_MENDED = 40;
  const COMPARING = /同比|环比|比(?:去年|上年|前年|往年|前几年|上一年)|较(?:去年|上年)|和(?:去年|上年)比/;
  const COMPARED = /同比|环比|[比较](?:去年|上年|前年|上一年)/;

  /* What a question needs beside the index: pages by name, and older forms of characters. */
  function prepare(index) {
    if (!index.pages) {
      Object.assign(index, { pages: [], places: [], variants: new Map(), chars: new Set() });
      index.data.forEach((data) => addReport(index, data, index.reports.filter((report) => report.id === data.id)[0]));
    }
    return index;
  }

  /* A page that several reports have in common comes once. */
  function addReport(index, data, report) {
    data.pages.forEach(function (row) {
      if (index.pages.every((page) => page.path !== row[1])) {
        index.pages.push({ report: row[1].startsWith(report.id + "/") ? report : null, name: row[0], path: row[1] });
      }
    });
    const text = index.sentences.filter((sentence) => sentence.report === report).map((sentence) => sentence.text).join("");
    index.places = index.places.concat(data.places.filter((name) => !search.isInText(index, name)));
    addVariants(index, Array.from(new Set(text)).filter((char) => /[\u3400-\u9fff]/.test(char)).sort(), data.variants);
  }

  /* Older forms of the characters of a report; before each, how many characters on its own one is, 1 where it is not said. */
  function addVariants(index, chars, table) {
    let at = -1;
    (table.match(/\d*\D/g) || []).forEach(function (row) {
      at += Number(row.slice(0, -1) || 1);
      index.variants.set(row.slice(-1), chars[at]);
    });
    chars.forEach((char) => index.chars.add(char));
  }

  /* Older forms put in the characters of the reports; a character that some report has stays as it is. */
  function modernise(index, words) {
    return words.split("").map((char) => (index.chars.has(char) ? char : index.variants.get(char) || char)).join("");
  }

  /* The numbers of the value that was typed, then those that the words name, best first; what is only part of a longer
     number comes last. */
  function order(index, result) {
    if (/^(?:sentence|section)$/.test(result.mode)) {
      result.sentences = search.rankHits(index, result.sentences, result.about);
    }
    result.close = /^(?:sentence|section)$/.test(result.mode) || (result.mode === "none" && !result.absent.length) ? search.findClose(index, result) : [];
    const named = result.mode === "none" || !result.about.length ? [] : search.rankFacts(index, result);
    result.answers = result.numbers.concat(named.filter((fact) => result.numbers.indexOf(fact) < 0));
    result.sentences.forEach((hit) => Object.assign(hit, { isPart: search.isOnlyPart(hit) }));
    result.sentences = result.sentences.filter((hit) => !hit.isPart).concat(result.sentences.filter((hit) => hit.isPart));
    return result;
  }

  function lookAgain(index, words, result, ways) {
    const again = Object.assign(search.createResult(result.query), ways);
    return order(index, search.look(index, search.form(words), again));
  }

  function isUnderstood(result) {
    const isSettled = /^(?:literal|across|number)$/.test(result.mode) || result.absent.length > 0;
    return isSettled || (result.mode !== "none" && !result.unknown.length && result.about.every((word) => word.length > 1 || search.isPlain(word)));
  }

  /* Whether a query names pages, kinds of numbers or places, whose names are no slips for words of the reports. */
  function isRouted(index, words, result) {
    const routes = search.findPages(index, search.strip(search.form(words)).bare, result);
    const namesPlace = index.places.some((name) => words.indexOf(name) >= 0);
    return routes.isWhole || routes.names.length > 0 || namesPlace || search.findKinds(index, words) !== null;
  }

  /* Plain words in official ones; then one slip mended; then a short form written out. */
  function mend(index, words, result) {
    const phrase = search.rephrase(index, words);
    let mended = phrase.said.length ? lookAgain(index, phrase.text, result, { said: phrase.said }) : result;
    const slip = isUnderstood(mended) || isRouted(index, words, result) ? null : search.readSlip(index, search.form(phrase.text).plain);
    if (slip) {
      mended = lookAgain(index, slip.text, result, { said: phrase.said, slip });
    }
    const short = slip || isUnderstood(mended) || isRouted(index, words, result) ? null : search.readAbbreviation(index, mended.unknown);
    if (short) {
      mended = lookAgain(index, phrase.text.split(short.typed).join(short.read), result, { said: phrase.said.concat([[short.typed, short.read]]) });
    }
    return mended.mode === "none" && !mended.close.length ? result : mended;
  }

  /* Sentences that hold the words but for marks are what was asked for; where they were cut into parts that all stand in
     one sentence, these sentences come first. */
  function takePhrases(index, wanted, result) {
    const hits = /^(?:literal|across)$/.test(result.mode) && result.sentences.length ? [] : search.findPhrases(index, wanted);
    const isWhole = result.mode === "sentence" && !result.dropped.length;
    if (hits.length) {
      const rest = isWhole ? result.sentences.filter((hit) => hits.every((other) => other.sentence !== hit.sentence)) : [];
      Object.assign(result, { sentences: hits.concat(rest), close: [], hasPhrase: true });
    }
    if (hits.length && !isWhole) {
      Object.assign(result, { mode: "sentence", kept: [hits[0].query], dropped: [], unknown: [], absent: [], nearest: [], near: [], asksForOtherYear: false });
    }
    result.terms = result.terms.concat(index.terms.filter((term) => result.terms.indexOf(term) < 0 && term.forms.some((form) => search.holdsPhrase(form, wanted))));
    return result;
  }

  /* A comparison with another year that is asked for and that the reports do not make. */
  function findComparison(index, words) {
    const asked = COMPARING.exec(words);
    return asked && index.sentences.every((sentence) => !COMPARED.test(sentence.form.loose)) ? [asked[0]] : [];
  }

  /* Pages and kinds of numbers that a question names; what was read as their name is nothing that the reports lack. */
  function addRoutes(index, words, result) {
    const routes = search.findPages(index, words, result);
    const kinds = search.findKinds(index, words);
    const isNamed = routes.isWhole || kinds !== null;
    result.pages = (kinds ? kinds.pages : []).concat(routes.pages);
    result.lacking = isNamed ? [] : result.lacking.filter((word) => routes.names.indexOf(word) < 0);
    if (kinds) {
      result.answers = kinds.facts.concat(result.answers.filter((fact) => kinds.facts.indexOf(fact) < 0));
      result.kinds = !result.sentences.some((hit) => hit.whole);
    }
    return result;
  }

  /* Words that the reports lack; where these are not to be told apart, a query that only looks like one: 养老金 where 养老 stands. */
  function findLacking(result, modern) {
    const lacking = result.unknown.filter((word) => word.length > 1);
    const isOne = result.about.length > result.kept.length && /^(?:sentence|section)$/.test(result.mode) && /^[\u3400-\u9fff]{2,4}$/.test(modern.plain) && !result.slip;
    const isNear = result.mode === "none" && result.close.length > 0;
    return !lacking.length && (isOne || isNear) ? [result.query.trim()] : lacking;
  }

  function answer(index, typed, result, exact) {
    prepare(index);
    const modern = search.form(exact ? typed.plain : modernise(index, typed.plain));
    let found = order(index, search.look(index, modern, result));
    if (!exact) {
      found = takePhrases(index, modern, found);
    }
    if (!exact && !isUnderstood(found) && modern.loose.length <= LONGEST_MENDED) {
      found = mend(index, modern.plain, found);
    }
    found.lacking = findLacking(found, modern).concat(findComparison(index, modern.loose));
    found.modern = modern.plain === typed.plain ? "" : modern.plain;
    return addRoutes(index, search.strip(modern).bare, found);
  }

  /* Whether the numbers come before the sentences: a number was typed, asked for, or named. */
  function leadsWithNumbers(result) {
    const name = result.answers.length ? result.answers[0].nameForm.loose : "";
    const holds = (word) => name.indexOf(search.form(word).loose) >= 0;
    const isAll = !/^(?:literal|across)$/.test(result.mode) && result.about.length > 1 && result.about.every(holds);
    const isNamed = !result.hasPhrase && (isAll || result.about.some((word) => word.length > 2 && holds(word)));
    return result.kinds || result.numbers.length > 0 || isNamed || !search.asksForQuantity || search.asksForQuantity(result.query);
  }

  /* All results in the order in which the page shows them: { kind, page, fact or hit }. */
  function listResults(result) {
    const numbers = result.answers.map((fact) => ({ kind: "numbers", fact }));
    const nearest = result.nearest.map((fact) => ({ kind: "numbers", fact }));
    const sentences = result.sentences.concat(result.close).map((hit) => ({ kind: "sentences", hit }));
    const both = leadsWithNumbers(result) ? numbers.concat(sentences) : sentences.concat(numbers);
    return nearest.concat(result.pages.map((page) => ({ kind: "pages", page })), both);
  }

  Object.assign(search, { answer, listResults, leadsWithNumbers });
})();
