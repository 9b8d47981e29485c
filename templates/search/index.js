/* What is searched? The data of every loaded report, made ready once. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  const LONGEST = "z";
  let index = null;

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

  function addSection(index, report, row) {
    const section = { report, number: row.number, marker: row.marker, page: row.page, sentences: [] };
    row.sentences.forEach((pair, order) => addSentence(index, report, section, pair, order));
    section.form = search.form(row.sentences.map((pair) => pair[0]).join(""));
    index.sections.push(section);
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

  function addReport(index, data) {
    const report = { id: data.id, name: data.name, indicator: data.indicator, sentence: data.sentence };
    const first = index.sentences.length;
    index.reports.push(report);
    data.sections.forEach((row) => addSection(index, report, row));
    data.facts.forEach((row) => addFact(index, report, first, row));
    data.terms.forEach((row) => addTerm(index, data.term, row));
  }

  /* The index of what is loaded by now, newest report first. */
  function getIndex() {
    const data = window.chuxiongSearchData || [];
    if (!index || index.reports.length !== data.length) {
      index = { reports: [], sections: [], sentences: [], facts: [], terms: [], words: new Map(), spelled: new Map(), inText: new Map(), heads: new Set(), longest: 1, data };
      data.slice().sort((a, b) => (a.id < b.id ? 1 : -1)).forEach((report) => addReport(index, report));
    }
    return index;
  }

  Object.assign(search, { getIndex });
})();
