/* What was typed may stand in a report with marks in it that nobody types: 三项制度 in “三项制度”, 找堵点疏痛点 in 找堵点、疏痛点.
   And what stands nowhere as a whole may be nearly there: which sentences say most of it? */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  const MARKS = /["'《》〈〉、·+()\-[\]{}:;,/。.]/;
  const SHORTEST = 3;

  /* { bare: the loosened text without its marks, at: for each of its characters the offset in the text }. */
  function strip(form) {
    if (!form.bare) {
      const kept = form.loose.split("").map((char, order) => order).filter((order) => !MARKS.test(form.loose[order]));
      form.at_bare = kept.map((order) => form.at[order]);
      form.bare = kept.map((order) => form.loose[order]).join("");
    }
    return form;
  }

  /* Sentences in which the words stand one after the other but for marks. A number is never taken out of a longer one. */
  function findPhrases(index, wanted) {
    const words = strip(wanted).bare;
    if (words.length < SHORTEST || /^[0-9]+$/.test(words)) {
      return [];
    }
    const hits = [];
    index.sentences.forEach(function (sentence) {
      const form = strip(sentence.form);
      const at = form.bare.indexOf(words);
      const range = at < 0 ? null : [form.at_bare[at], form.at_bare[at + words.length - 1] + 1];
      if (range && !search.cutsNumber(sentence.form.plain, range)) {
        hits.push(search.describeHit(sentence, [range]));
      }
    });
    return hits;
  }

  /* Whether two texts are the same but for marks, or one of them stands in the other. */
  function holdsPhrase(form, wanted) {
    return strip(wanted).bare.length >= SHORTEST && strip(form).bare.indexOf(strip(wanted).bare) >= 0;
  }

  Object.assign(search, { findPhrases, holdsPhrase, strip });
})();
