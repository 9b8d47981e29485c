/* A term in the text opens its explanation, which stands in the list below; without notes the link leads there. */
(function () {
  "use strict";

  var note = window.chuxiongNote;
  if (!note) {
    return;
  }

  function explain(link) {
    var entry = document.getElementById(link.getAttribute("href").slice(1));
    var word = entry.querySelector("dt a");
    var sheet = note.begin(word.textContent);
    var words = note.create("p", "fact-note__words");
    Array.prototype.forEach.call(entry.querySelector("dd").childNodes, function (node) {
      words.appendChild(node.cloneNode(true));
    });
    sheet.appendChild(words);
    var more = note.create("div", "fact-note__acts");
    more.appendChild(note.createLink("在词语页看", word.href));
    sheet.appendChild(more);
    note.show(link);
  }

  Array.prototype.forEach.call(document.querySelectorAll('a.term[href^="#"]'), function (link) {
    note.attach(link, explain);
  });
})();
