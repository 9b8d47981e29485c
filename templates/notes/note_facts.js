/* A number in the text opens a note: what it counts, the sum, what is not published, where else, how to cite it.
   Without it the number stays a link to its row, which says the same. */
(function () {
  "use strict";

  var island = document.querySelector(".fact-notes");
  var links = Array.prototype.slice.call(document.querySelectorAll("a.fact"));
  var note = window.chuxiongNote;
  var copying = window.chuxiongCopying;
  if (!island || !links.length || !note) {
    return;
  }
  var create = note.create;
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

  var fromDisk = location.protocol === "file:";

  /* Where others find it too: from a folder that is the official page, at the number's own words. */
  function addressOf(fact) {
    return fromDisk && fact.official ? fact.official : location.href.replace(/[?#].*$/, "") + "#" + encodeURIComponent(fact.id);
  }

  function describeCitation(fact) {
    return fact.name + "：" + fact.shown + "（" + fact.marker + "：“" + fact.sentence.replace(/“/g, "‘").replace(/”/g, "’") + "”）. " + copying.dateCitation(data.citation);
  }

  function describeSentence(fact) {
    return fact.sentence + "（" + data.title + " " + fact.marker + "）";
  }

  /* A paragraph of words and elements. */
  function say(place, className, parts) {
    var line = place.appendChild(create("p", className));
    parts.forEach(function (part) {
      line.appendChild(typeof part === "string" ? document.createTextNode(part) : part);
    });
  }

  function join(elements) {
    return elements.reduce(function (parts, element) {
      return parts.concat(parts.length ? ["、", element] : [element]);
    }, []);
  }

  /* A sum goes to the next line between its numbers. */
  function describeSum(sum) {
    var line = create("span", "fact-note__sum");
    sum.split(/ (?=[=÷+−] )/).forEach(function (piece) {
      line.appendChild(create("span", "", piece));
      line.appendChild(document.createTextNode(" "));
    });
    return line;
  }

  function describeFact(place, stop) {
    var fact = facts[stop.id];
    fact.checks.forEach(function (check) {
      var outcome = note.createLink(check.text, check.href);
      if (check.sum) {
        say(place, "fact-note__check", [describeSum(check.sum), outcome]);
        say(place, "fact-note__why", [check.reason]);
      } else {
        say(place, "fact-note__check", [outcome, "：" + check.reason]);
      }
    });
    if (fact.qualifier) {
      say(place, "", [fact.qualifier]);
    }
    say(place, "", [[fact.measure, fact.unit && "单位：" + fact.unit, "范围：" + fact.scope].filter(Boolean).join("；") + "。"]);
    var others = stop.link.dataset.fact.split(" ").filter(function (id) {
      return id !== fact.id;
    });
    if (others.length) {
      say(place, "", ["也是：" + others.map(function (id) {
        return facts[id].name;
      }).join("、") + "。"]);
    }
    fact.uses.forEach(function (use) {
      say(place, "fact-note__use", ["用来复算", note.createLink(use.text, use.href), "：", describeSum(use.sum)]);
    });
    if (fact.again.length) {
      say(place, "", ["又见："].concat(join(fact.again.map(function (other) {
        return note.createLink(other.text, other.href);
      }))));
    }
    if (fact.definition) {
      say(place, "fact-note__why", [fact.definition, create("span", "source", fact.source)]);
    }
  }

  function describeActs(place, fact, status, fromChart) {
    var row = create("div", "fact-note__acts");
    var more = create("div", "fact-note__acts");
    function offer(where, element) {
      where.appendChild(element);
    }
    function createCopy(name, describe, done) {
      return note.createButton(name, "", function () {
        copying.copy(describe(fact), done, status);
      });
    }
    var copyLink = createCopy("复制链接", addressOf, fromDisk && fact.official ? "官方原页的链接已复制。" : "链接已复制。");
    if (fact.chart && !fromChart) {
      offer(row, note.createLink("看图", fact.chart));
    }
    offer(row, createCopy("复制引用", describeCitation, "引用已复制（GB/T 7714）。"));
    if (navigator.share) {
      offer(row, note.createButton("分享", "", function () {
        navigator.share({ title: fact.name + "：" + fact.shown, text: describeSentence(fact), url: addressOf(fact) }).catch(function () {});
      }));
    }
    offer(navigator.share ? more : row, copyLink);
    if (fact.official) {
      var official = note.createLink("官方原文", fact.official);
      official.rel = "noopener";
      official.setAttribute("aria-label", "官方原文：在官方原页里核对（离开本站）");
      offer(row, official);
    }
    offer(more, createCopy("复制句子", function () {
      return describeSentence(fact) + addressOf(fact);
    }, "句子和链接已复制。"));
    offer(more, note.createLink("在表里看", data.rows + "#_row-" + encodeURIComponent(fact.id)));
    if (data.problem) {
      offer(more, note.createLink("指出问题", data.problem + encodeURIComponent(fact.id + "：" + fact.shown) + "&body=" + encodeURIComponent(addressOf(fact))));
    }
    more.hidden = true;
    var unfold = note.createButton("更多", "", function () {
      more.hidden = !more.hidden;
      unfold.setAttribute("aria-expanded", String(!more.hidden));
    });
    unfold.setAttribute("aria-expanded", "false");
    offer(row, unfold);
    place.appendChild(row);
    place.appendChild(more);
  }

  function createStep(name, index, place) {
    var step = place.appendChild(note.createButton(name, "", function () {
      open(index, {}, name);
    }));
    step.setAttribute("aria-describedby", "_fact-note-name");
    return step;
  }

  /* `step` is the button that led here: it has focus again, so that pressing on goes on. */
  function open(index, options, step) {
    var stop = stops[index];
    var fact = facts[stop.id];
    var place = note.begin(fact.name);
    place.appendChild(create("p", "fact-note__value", fact.shown));
    if (options.quoted) {
      say(place, "fact-note__quoted", ["“" + fact.sentence + "”", note.createLink(fact.marker, "#" + fact.id)]);
    }
    describeFact(place, stop);
    var status = create("p", "fact-note__status");
    status.setAttribute("role", "status");
    describeActs(place, fact, status, Boolean(options.mark));
    place.appendChild(status);
    var steps = place.appendChild(create("div", "fact-note__steps"));
    var before = createStep("上一个数字", (index + stops.length - 1) % stops.length, steps);
    steps.appendChild(create("span", "", index + 1 + " / " + stops.length));
    var after = createStep("下一个数字", (index + 1) % stops.length, steps);
    options.focus = step && (step === "上一个数字" ? before : after);
    note.show(stop.link, options);
  }

  function find(test) {
    for (var index = 0; index < stops.length; index += 1) {
      if (test(stops[index])) {
        return index;
      }
    }
    return -1;
  }

  function isInSight(element) {
    var box = element.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= window.innerHeight;
  }

  /* Open the note of a fact; `from` is the mark of a chart that was pointed at: the note stands by it, its picture stays in
     sight, and the sentence is quoted where it is not. Return whether there is one. */
  note.open = function (id, from) {
    var index = find(function (stop) {
      return stop.id === id;
    });
    if (index < 0 || (from && from.dataset.report && from.dataset.report !== data.report)) {
      return false;
    }
    var picture = from && (from.closest(".chart__picture") || from);
    var link = stops[index].link;
    open(index, picture ? {
      opener: from,
      mark: from,
      kept: picture,
      quoted: window.innerWidth < 720 || !isInSight(link.closest(".sentence") || link),
    } : {});
    return true;
  };

  links.forEach(function (link) {
    note.attach(link, function () {
      open(find(function (stop) {
        return stop.link === link;
      }), {});
    });
  });

  /* Who comes to a number by its address sees its note where it lies on nothing. */
  function meet() {
    var id = decodeURIComponent(location.hash.slice(1));
    var index = find(function (stop) {
      return id && (stop.link.id === id || stop.id === id);
    });
    if (index >= 0 && window.chuxiongNotePlace.findMargin(stops[index].link)) {
      open(index, { quiet: true });
    }
  }
  window.addEventListener("load", meet);
  window.addEventListener("hashchange", meet);
})();
