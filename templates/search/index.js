/* What is searched? The data of the reports that the page came with, or of one other, made ready once and in small pieces:
   a slow phone stays free for its reader. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  const LONGEST = "z";
  const SLICE = 20; /* ms */
  let index = null;
  let steps = [];
  let only = "";

  function addSentence(index, report, section, pair, order) {
    const form = search.form(pair[0]);
    const edges = new Set([0]);
    let at = 0;
    let start = 0;
    pair[1].split("").forEach(function (char) {
      at += parseInt(char, 36);
      if (char !== LONGEST) {
        addWord(index, pair[0].slice(start, at));
        edges.add(at);
        start = at;
      }
    });
    const sentence = { report, section, form, edges, text: pair[0], id: report.sentence.replace("*", section.number).replace("*", order + 1), place: index.sentences.length, facts: [] };
    section.sentences.push(sentence);
    index.sentences.push(sentence);
  }

  function addWord(index, word) {
    const key = search.form(word).loose;
    if (/[a-z0-9\u3400-\u9fff]/.test(key)) {
      index.words.set(key, (index.words.get(key) || 0) + 1);
      index.longest = Math.max(index.longest, key.length);
      index.spelled.set(key, word);
      for (let length = 2; length < key.length; length += 1) {
        index.heads.add(key.slice(0, length));
      }
    }
  }

  /* A section in steps: a sentence each, and what runs over their ends. */
  function listSectionSteps(index, report, row) {
    const section = { report, number: row.number, marker: row.marker, page: row.page, sentences: [] };
    const finish = function () {
      section.form = search.form(row.sentences.map((pair) => pair[0]).join(""));
      index.sections.push(section);
    };
    return row.sentences.map((pair, order) => () => addSentence(index, report, section, pair, order)).concat(finish);
  }

  function addFact(index, report, first, row) {
    const sentence = index.sentences[first + row[5]];
    const number = search.readNumber(search.form(row[2]).loose);
    const role = row[8] || "";
    const name = row[3] + (role ? "（" + role + "）" : "");
    const fact = { report, sentence, name, role, baseName: row[3], id: row[0], value: row[1], shown: row[2], scope: row[4], range: [row[6], row[7]], unit: number ? number.unit : "" };
    fact.indicator = row[0].split(".")[0];
    fact.isNamed = !/^at-\d+$/.test(fact.indicator);
    fact.form = search.form(row[3] + row[4]);
    fact.nameForm = search.form(row[3]);
    sentence.facts.push(fact);
    index.facts.push(fact);
  }

  function addTerm(index, address, row) {
    if (index.terms.every((term) => term.word !== row[0])) {
      index.terms.push({ address, word: row[0], also: row[1], defined: Boolean(row[2]), forms: [row[0]].concat(row[1]).map(search.form) });
    }
    [row[0]].concat(row[1]).forEach((word) => addWord(index, word));
  }

  function listSteps(index, data) {
    const report = { id: data.id, name: data.name, indicator: data.indicator, sentence: data.sentence };
    let first = 0;
    const begin = function () {
      first = index.sentences.length;
      index.reports.push(report);
    };
    const sections = data.sections.map((row) => listSectionSteps(index, report, row));
    return [begin].concat(...sections, data.facts.map((row) => () => addFact(index, report, first, row)), data.terms.map((row) => () => addTerm(index, data.term, row)));
  }

  /* Begin anew where other reports are wanted than before, newest first. */
  function begin() {
    const data = (window.chuxiongSearchData || []).filter((each) => (only ? each.id === only : !each.isLater)).sort((a, b) => (a.id < b.id ? 1 : -1));
    const of = data.map((each) => each.id).join(" ");
    if (!index || index.of !== of) {
      index = { of, reports: [], sections: [], sentences: [], facts: [], terms: [], words: new Map(), spelled: new Map(), inText: new Map(), heads: new Set(), longest: 1, data };
      steps = [].concat(...data.map((each) => listSteps(index, each))).reverse();
    }
  }

  /* Make the index ready a piece at a time, then go on. */
  function prepare(done) {
    const end = Date.now() + SLICE;
    begin();
    while (steps.length && Date.now() < end) {
      steps.pop()();
    }
    if (steps.length) {
      setTimeout(() => prepare(done));
    } else {
      done();
    }
  }

  /* The index, ready at once. */
  function getIndex() {
    begin();
    while (steps.length) {
      steps.pop()();
    }
    return index;
  }

  /* Search one report alone; without an id again those that the page came with. */
  function limitTo(id) {
    only = id;
  }

  Object.assign(search, { getIndex, prepare, limitTo });
})();
