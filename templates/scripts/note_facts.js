/* A number in the text opens a note: what it counts, how exactly, where else, how to cite it.
   Without notes the number stays a link to its row, which says the same. */
(function () {
  "use strict";

  var island = document.querySelector(".fact-notes");
  var links = Array.prototype.slice.call(document.querySelectorAll("a.fact"));
  var note = window.chuxiongNote;
  var copying = window.chuxiongCopying;
  if (!island || !links.length || !note) {
    return;
  }
  var data = JSON.parse(island.textContent);
  var facts = {};
  data.facts.forEach(function (fact) {
    facts[fact.id] = fact;
  });
  var stops = [];
  links.forEach(function (link) {
    link.dataset.fact.split(" ").forEach(function (id) {
      stops.push({ link: link, id: id });
    });
  });

  var at = -1;

  function addLine(list, name, content) {
    var line = note.create("div");
    line.appendChild(note.create("dt", "", name));
    var value = note.create("dd", "", typeof content === "string" ? content : "");
    if (typeof content !== "string") {
      content.forEach(function (item, index) {
        value.appendChild(document.createTextNode(index ? "、" : ""));
        value.appendChild(item);
      });
    }
    line.appendChild(value);
    list.appendChild(line);
  }

  var fromDisk = location.protocol === "file:";

  /* Where others find it too: from a folder that is the official page, at the number's own words. */
  function addressOf(fact) {
    return fromDisk && fact.official ? fact.official : location.href.replace(/[?#].*$/, "") + "#" + encodeURIComponent(fact.id);
  }

  function describeCitation(fact) {
    return fact.name + "：" + fact.shown + "（" + fact.marker + "：“" + fact.sentence.replace(/“/g, "‘").replace(/”/g, "’") + "”）. " + copying.dateCitation(data.citation);
  }

  function describeFact(fact, status) {
    var list = note.create("dl");
    var others = stops[at].link.dataset.fact.split(" ").filter(function (id) {
      return id !== fact.id;
    });
    if (others.length) {
      addLine(list, "也是", others.map(function (id) {
        return facts[id].name;
      }).join("、"));
    }
    addLine(list, "种类", fact.measure);
    if (fact.qualifier) {
      addLine(list, "限定", fact.qualifier);
    }
    addLine(list, "单位", fact.unit);
    addLine(list, "范围", fact.scope);
    if (fact.definition) {
      addLine(list, "定义", fact.definition + "（" + fact.source + "）");
    }
    fact.checks.forEach(function (check) {
      addLine(list, "核对", [note.createLink(check.text, check.href)]);
    });
    if (fact.again.length) {
      addLine(list, "又见", fact.again.map(function (other) {
        return note.createLink(other.text, other.href);
      }));
    }
    var links = note.create("ul", "fact-note__links");
    function offer(element) {
      links.appendChild(note.create("li")).appendChild(element);
    }
    if (fact.chart) {
      offer(note.createLink("看图", fact.chart));
    }
    offer(note.createLink("在表里看", fact.row));
    offer(note.createButton("复制链接", "", function () {
      copying.copy(addressOf(fact), fromDisk && fact.official ? "官方原页的链接已复制。" : "链接已复制。", status);
    }));
    offer(note.createButton("复制引用", "", function () {
      copying.copy(describeCitation(fact), "引用已复制（GB/T 7714）。", status);
    }));
    offer(note.createButton("复制句子", "", function () {
      copying.copy(fact.sentence + "（" + data.title + " " + fact.marker + "）" + addressOf(fact), "句子和链接已复制。", status);
    }));
    if (fact.official) {
      var official = note.createLink("在官方原文中核对", fact.official);
      official.rel = "noopener";
      offer(official);
    }
    if (data.problem) {
      offer(note.createLink("指出问题", data.problem + encodeURIComponent(fact.id + "：" + fact.shown) + "&body=" + encodeURIComponent(addressOf(fact))));
    }
    return [list, links];
  }

  function fill(fact) {
    var sheet = note.begin(fact.name);
    sheet.appendChild(note.create("p", "fact-note__value", fact.shown));
    var status = note.create("p", "fact-note__status");
    status.setAttribute("role", "status");
    describeFact(fact, status).forEach(function (part) {
      sheet.appendChild(part);
    });
    sheet.appendChild(status);
    var steps = note.create("div", "fact-note__steps");
    steps.appendChild(note.createButton("上一个数字", "", function () {
      open((at + stops.length - 1) % stops.length);
    }));
    steps.appendChild(note.createButton("下一个数字", "", function () {
      open((at + 1) % stops.length);
    }));
    sheet.appendChild(steps);
  }

  function open(index) {
    at = index;
    fill(facts[stops[index].id]);
    note.show(stops[index].link);
  }

  links.forEach(function (link) {
    note.attach(link, function () {
      open(stops.findIndex(function (stop) {
        return stop.link === link;
      }));
    });
  });
})();
