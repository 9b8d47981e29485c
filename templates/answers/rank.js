/* Which of what was found answers best? Texts are compared by pairs of characters, rare ones more than common ones. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  const LEAST = 0.34; /* of what was asked, by weight */
  const NEAR = 0.62; /* of the best */
  const MOST = 6;
  const FEW = 3;
  const CLOSE = 0.6;

  /* [pair or lone character, weight] of the words that say something. */
  function listGrams(index, words) {
    const grams = new Map();
    words.forEach(function (word) {
      const form = search.form(word).loose;
      for (let at = 0; at < Math.max(form.length - 1, 1); at += 1) {
        grams.set(form.substr(at, 2), 1);
      }
      if (/^[\u3400-\u9fff]+$/.test(form)) {
        form.split("").forEach((char) => grams.set(char, grams.get(char) || 0.25));
      }
    });
    return Array.from(grams).map(function (pair) {
      const count = index.sentences.filter((sentence) => sentence.form.loose.indexOf(pair[0]) >= 0).length;
      return [pair[0], pair[1] * Math.log(1 + index.sentences.length / (1 + count))];
    });
  }

  function sum(grams, weigh) {
    return grams.reduce((total, gram) => total + gram[1] * weigh(gram[0]), 0);
  }

  /* The words about a number in its sentence: from the number before it to the comma after it. */
  function readClause(fact) {
    if (!fact.clause) {
      const text = fact.sentence.text;
      const before = fact.sentence.facts.reduce((end, other) => (other.range[1] <= fact.range[0] ? Math.max(end, other.range[1]) : end), 0);
      fact.clause = search.form(text.slice(before, fact.range[1]) + (/^[^，。；、,;]*/.exec(text.slice(fact.range[1])) || [""])[0]).loose;
    }
    return fact.clause;
  }

  /* How much of the question a fact's name, and how much its name, scope and sentence say: shares of 1. */
  function scoreFact(fact, grams, unit) {
    const total = sum(grams, () => 1) || 1;
    const name = fact.nameForm.loose + fact.role;
    const clause = readClause(fact);
    const within = (text, gram) => text.indexOf(gram) >= 0;
    const weigh = (gram) => (within(name, gram) ? 1 : within(clause, gram) ? 0.75 : within(fact.form.loose, gram) ? 0.7 : within(fact.sentence.form.loose, gram) ? 0.3 : 0);
    const score = sum(grams, weigh) / total;
    const agrees = unit && unit.split("").some((char) => fact.unit.indexOf(char) >= 0);
    return { score: score * (unit ? (agrees ? 1.25 : 0.7) : 1), named: sum(grams, (gram) => (within(name, gram) ? 1 : 0)) / total };
  }

  /* The facts that answer a question, best first; those of one indicator together, the newest year before. */
  function rankFacts(index, result) {
    const isCut = /^(?:sentence|section)$/.test(result.mode);
    const isSubject = (word) => (!search.namesKind(index, word) || search.isInText(index, word)) && (!isCut || word.length > 1 || search.isPlain(word));
    const grams = listGrams(index, result.about.filter(isSubject));
    const unit = search.readUnit(result.query);
    const rows = index.facts.map((fact) => Object.assign(scoreFact(fact, grams, unit), { fact }));
    const best = rows.reduce((most, row) => Math.max(most, row.score), 0);
    const groups = new Map();
    rows.forEach(function (row) {
      if (row.score >= Math.max(best * NEAR, LEAST) && (row.named >= 0.2 || result.indicators.indexOf(row.fact) >= 0)) {
        const key = row.fact.indicator;
        groups.set(key, Math.max(groups.get(key) || 0, row.score));
      }
    });
    const chosen = rows.filter((row) => groups.has(row.fact.indicator) && row.score >= best * NEAR * 0.8);
    chosen.sort((a, b) => groups.get(b.fact.indicator) - groups.get(a.fact.indicator) || index.facts.indexOf(a.fact) - index.facts.indexOf(b.fact));
    return chosen.slice(0, MOST * index.reports.length).map((row) => row.fact);
  }

  /* Sentences, the best first. */
  function rankHits(index, hits, words) {
    const grams = listGrams(index, words);
    const scores = new Map(hits.map((hit) => [hit, sum(grams, (gram) => (hit.sentence.form.loose.indexOf(gram) >= 0 ? 1 : 0))]));
    return hits.slice().sort((a, b) => scores.get(b) - scores.get(a) || a.sentence.place - b.sentence.place);
  }

  /* Sentences that say nearly as much as the best one; of what stands nowhere, those that say most of it, and a word of it. */
  function findClose(index, result) {
    const grams = listGrams(index, result.about);
    const needed = result.mode === "none" ? result.near.map(search.form) : [];
    const weigh = (sentence) => sum(grams, (gram) => (sentence.form.loose.indexOf(gram) >= 0 ? 1 : 0));
    const isHeld = (sentence) => result.mode !== "none" || needed.some((form) => search.locate(sentence.form, form).length);
    const isFound = (sentence) => result.sentences.some((hit) => hit.sentence === sentence);
    const left = index.sentences.filter((sentence) => !isFound(sentence) && isHeld(sentence));
    const best = (result.mode === "none" ? left : result.sentences.map((hit) => hit.sentence)).reduce((most, sentence) => Math.max(most, weigh(sentence)), 0);
    if (result.sentences.length >= FEW) {
      return [];
    }
    const close = left.filter((sentence) => weigh(sentence) > best * CLOSE);
    close.sort((a, b) => weigh(b) - weigh(a));
    const words = result.about.map(search.form).concat(needed);
    const locate = (sentence) => search.join(words.reduce((all, form) => all.concat(search.locate(sentence.form, form)), []));
    const most = result.mode === "none" ? FEW : FEW - 1;
    return close.map((sentence) => [sentence, locate(sentence)]).filter((pair) => pair[1].length).slice(0, most).map((pair) => search.describeHit(pair[0], pair[1]));
  }

  Object.assign(search, { rankFacts, rankHits, findClose });
})();
