/* What does a query find? Literally first, in every sentence; numbers by their value; only when no
   sentence has the words as they stand, by their parts, and then it says which parts were left out. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;

  function isPlain(text) {
    return /^[0-9a-z.%]+$/.test(text);
  }

  /* Numbers: the facts with that value whose unit agrees, those with just that unit before others. */
  function findFacts(index, words) {
    const number = words.length > 1 || isPlain(words) ? search.readNumber(words) : null;
    if (!number) {
      return [];
    }
    const unit = number.unit.replace(/[。,;!?:"']+$/, "");
    const facts = index.facts.filter((fact) => fact.value === number.value);
    const exact = facts.filter((fact) => unit && fact.unit === unit);
    return exact.length ? exact : facts.filter((fact) => fact.unit.startsWith(unit) || unit.startsWith(fact.unit));
  }

  function describeHit(sentence, ranges) {
    const whole = ranges.some((range) => sentence.edges.has(range[0]) && sentence.edges.has(range[1]));
    const words = ranges.map((range) => sentence.text.slice(range[0], range[1]));
    const query = words.filter((word, order) => words.indexOf(word) === order).join(" ");
    return { sentence, ranges, whole, query, id: sentence.id, text: sentence.text };
  }

  function findLiteral(index, wanted) {
    const hits = [];
    index.sentences.forEach(function (sentence) {
      const ranges = search.locate(sentence.form, wanted);
      if (ranges.length) {
        hits.push(describeHit(sentence, ranges));
      }
    });
    return hits.filter((hit) => hit.whole).concat(hits.filter((hit) => !hit.whole));
  }

  /* A passage that runs over the end of a sentence: every sentence that it touches. */
  function findAcross(index, wanted) {
    const hits = [];
    index.sections.forEach(function (section) {
      search.locate(section.form, wanted).forEach(function (range) {
        let start = 0;
        section.sentences.forEach(function (sentence) {
          const from = Math.max(range[0] - start, 0);
          const to = Math.min(range[1] - start, sentence.text.length);
          if (from < to && hits.every((hit) => hit.sentence !== sentence)) {
            hits.push(describeHit(sentence, [[from, to]]));
          }
          start += sentence.text.length;
        });
      });
    });
    return hits;
  }

  function findIndicators(index, wanted, kept) {
    const words = kept.map((part) => part.text);
    return index.facts.filter(function (fact) {
      const name = fact.nameForm.loose;
      const named = search.locate(fact.nameForm, wanted).length > 0 || (name.length > 3 && wanted.loose.indexOf(name) >= 0);
      return fact.isNamed && (named || (words.length > 0 && words.every((word) => fact.form.loose.indexOf(word) >= 0)));
    });
  }

  function findTerms(index, wanted, literal) {
    return index.terms.filter(function (term) {
      return term.forms.some((form) => search.locate(form, wanted).length || (!literal && wanted.loose.indexOf(form.loose) >= 0));
    });
  }

  /* Whether the words of a number stand in a sentence only as part of a longer one. */
  function isOnlyPart(hit) {
    return hit.ranges.every((range) => search.cutsNumber(hit.sentence.form.plain, range));
  }

  /* Say of the query, or of the numbers in it that were looked for in vain, that the report does not print them. */
  function addAbsent(index, result, asked, words) {
    const isPrinted = result.numbers.length > 0 || result.sentences.some((hit) => !isOnlyPart(hit));
    if (asked && !isPrinted) {
      result.absent = [result.query.trim()];
    }
    result.asksForOtherYear = search.asksForOtherYear(index, words, result.numbers.length > 0);
    const number = result.absent.length ? asked || search.readNumber(result.absent[0]) : null;
    result.nearest = number && !(result.asksForOtherYear && /年/.test(words)) ? search.findNearest(index, number) : [];
  }

  function createResult(query) {
    const lists = ["numbers", "answers", "pages", "sentences", "indicators", "terms", "kept", "dropped", "near", "absent", "nearest", "about", "unknown", "lacking", "close", "said"];
    return lists.reduce((result, name) => Object.assign(result, { [name]: [] }), { query: String(query), mode: "empty", modern: "", slip: null });
  }

  /* What is found of words as they are; `about` are those that say something, `unknown` those that the reports lack. */
  function look(index, wanted, result) {
    const asked = search.readAsked(index, wanted.loose);
    result.numbers = findFacts(index, wanted.loose);
    result.sentences = findLiteral(index, wanted);
    result.mode = result.sentences.length ? "literal" : result.numbers.length ? "number" : asked ? "none" : "across";
    result.about = asked ? [] : [wanted.plain];
    const literal = result.mode === "literal";
    if (result.mode === "across") {
      result.sentences = findAcross(index, wanted);
    }
    let kept = [];
    if (result.mode === "across" && !result.sentences.length) {
      const found = search.findByParts(index, wanted.plain);
      kept = found.kept;
      Object.assign(result, { mode: found.mode, sentences: found.hits, dropped: found.dropped, numbers: found.facts });
      Object.assign(result, { near: found.near, absent: found.absent, about: found.about, unknown: found.unknown, isTooLong: found.isTooLong });
      result.kept = kept.map((part) => part.text);
    }
    addAbsent(index, result, asked, wanted.loose);
    result.indicators = findIndicators(index, wanted, kept);
    result.terms = findTerms(index, wanted, literal);
    result.answers = result.numbers.concat(result.indicators.filter((fact) => result.numbers.indexOf(fact) < 0));
    return result;
  }

  /* { query, mode, numbers, sentences, indicators, terms, kept, dropped, absent, nearest }; mode: empty, literal, across,
     number, sentence, section or none: how the sentences were found. Whatever is typed, this neither fails nor changes
     anything. What interprets a question further is in answers.js, once it is loaded. */
  function find(query, exact) {
    const index = search.getIndex();
    const wanted = search.form(String(query).trim());
    const result = createResult(query);
    if (!wanted.loose) {
      return result;
    }
    return search.answer ? search.answer(index, wanted, result, exact) : look(index, wanted, result);
  }

  /* Words, terms and names that begin with what was typed, then those that contain it; the frequent first. */
  function suggest(typed, limit) {
    const index = search.getIndex();
    const wanted = search.form(String(typed).trim()).loose;
    if (search.readAsked(index, wanted)) {
      return [];
    }
    const words = Array.from(index.words.keys()).filter((word) => word.length > 1 && word !== wanted && !isPlain(word) && wanted && word.indexOf(wanted) >= 0);
    const late = (word) => (word.startsWith(wanted) ? 0 : 1);
    words.sort((a, b) => late(a) - late(b) || index.words.get(b) - index.words.get(a) || a.length - b.length || (a < b ? -1 : 1));
    return words.slice(0, limit || 8).map((word) => index.spelled.get(word));
  }

  /* Where a result leads, from the site root: the sentence on its page, with the words to mark there. */
  function address(hit) {
    const sentence = hit.sentence;
    return sentence.section.page + "?q=" + search.encode(hit.query) + "#" + sentence.id;
  }

  /* A fact as a hit: its own words marked in its sentence. */
  function describeFact(fact) {
    return Object.assign(describeHit(fact.sentence, [fact.range]), { fact });
  }

  Object.assign(search, { find, findLiteral, findAcross, look, createResult, isOnlyPart, suggest, address, describeFact, describeHit, findFacts, isPlain });
})();
