/* A number in the text opens a note: what it counts, how exactly, where else, how to cite it.
   Where the engine has no popovers the number stays a link to its row, which says the same. */
(function () {
  "use strict";

  var island = document.querySelector(".fact-notes");
  var links = Array.prototype.slice.call(document.querySelectorAll("a.fact"));
  if (!island || !links.length || !("popover" in HTMLElement.prototype)) {
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

  var note = document.createElement("div");
  note.className = "fact-note";
  note.setAttribute("popover", "auto");
  note.setAttribute("role", "dialog");
  note.setAttribute("aria-labelledby", "_fact-note-name");
  note.tabIndex = -1;
  document.body.appendChild(note);
  var at = -1;
  var leaving = null;

  function create(tag, className, text) {
    var element = document.createElement(tag);
    if (className) {
      element.className = className;
    }
    if (text) {
      element.textContent = text;
    }
    return element;
  }

  function createLink(text, href) {
    var link = create("a", "", text);
    link.href = href;
    return link;
  }

  function createButton(text, className, act) {
    var button = create("button", className, text);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  function addLine(list, name, content) {
    var line = create("div");
    line.appendChild(create("dt", "", name));
    var value = create("dd", "", typeof content === "string" ? content : "");
    if (typeof content !== "string") {
      content.forEach(function (item, index) {
        value.appendChild(document.createTextNode(index ? "、" : ""));
        value.appendChild(item);
      });
    }
    line.appendChild(value);
    list.appendChild(line);
  }

  function copy(text, said, status) {
    function done() {
      status.textContent = said;
    }
    function fallback() {
      var area = create("textarea");
      area.value = text;
      area.readOnly = true;
      note.appendChild(area);
      area.select();
      var copied = false;
      try {
        copied = document.execCommand("copy");
      } catch (error) {
        copied = false;
      }
      if (copied) {
        area.remove();
        done();
      } else {
        status.textContent = "请选中下面的文字，自行复制。";
      }
    }
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text).then(done, fallback);
    } else {
      fallback();
    }
  }

  function addressOf(fact) {
    return location.href.replace(/#.*$/, "").replace(/\?.*$/, "") + "#" + fact.id;
  }

  function describeCitation(fact) {
    var now = new Date();
    var day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map(function (part) {
        return (part < 10 ? "0" : "") + part;
      })
      .join("-");
    return fact.name + "：" + fact.shown + "（" + fact.marker + "：“" + fact.sentence + "”）. " + data.citation.replace("引用日期", day);
  }

  function describeFact(fact, status) {
    var list = create("dl");
    addLine(list, "种类", fact.measure);
    addLine(list, "单位", fact.unit);
    addLine(list, "范围", fact.scope);
    if (fact.definition) {
      addLine(list, "定义", fact.definition + "（" + fact.source + "）");
    }
    fact.checks.forEach(function (check) {
      addLine(list, "核对", [createLink(check.text, check.href)]);
    });
    if (fact.again.length) {
      addLine(list, "又见", fact.again.map(function (other) {
        return createLink(other.text, other.href);
      }));
    }
    var links = create("ul", "fact-note__links");
    function offer(element) {
      links.appendChild(create("li")).appendChild(element);
    }
    if (fact.chart) {
      offer(createLink("看图", fact.chart));
    }
    offer(createLink("在表里看", fact.row));
    offer(createButton("复制链接", "", function () {
      copy(addressOf(fact), "链接已复制。", status);
    }));
    offer(createButton("复制引用", "", function () {
      copy(describeCitation(fact), "引用已复制（GB/T 7714）。", status);
    }));
    offer(createButton("复制句子", "", function () {
      copy(fact.sentence + "（" + data.title + " " + fact.marker + "）" + addressOf(fact), "句子和链接已复制。", status);
    }));
    var official = createLink("在官方原文中核对", fact.official);
    official.rel = "noopener";
    offer(official);
    if (data.problem) {
      offer(createLink("指出问题", data.problem + encodeURIComponent(fact.id + "：" + fact.shown) + "&body=" + encodeURIComponent(addressOf(fact))));
    }
    return [list, links];
  }

  function fill(fact) {
    note.textContent = "";
    var head = create("div", "fact-note__head");
    var name = create("h2", "fact-note__name", fact.name);
    name.id = "_fact-note-name";
    head.appendChild(name);
    head.appendChild(createButton("关闭", "fact-note__close", function () {
      note.hidePopover();
    }));
    note.appendChild(head);
    note.appendChild(create("p", "fact-note__value", fact.shown));
    var status = create("p", "fact-note__status");
    status.setAttribute("role", "status");
    describeFact(fact, status).forEach(function (part) {
      note.appendChild(part);
    });
    note.appendChild(status);
    var steps = create("div", "fact-note__steps");
    steps.appendChild(createButton("上一个数字", "", function () {
      open((at + stops.length - 1) % stops.length);
    }));
    steps.appendChild(createButton("下一个数字", "", function () {
      open((at + 1) % stops.length);
    }));
    note.appendChild(steps);
  }

  function place(link) {
    if (window.innerWidth < 720) {
      note.style.left = "";
      note.style.top = "";
      var hidden = link.getClientRects()[0].bottom + 24 - (window.innerHeight - note.offsetHeight);
      if (hidden > 0) {
        window.scrollBy(0, hidden);
      }
      return;
    }
    var box = link.getClientRects()[0];
    var left = Math.min(box.left, document.documentElement.clientWidth - note.offsetWidth - 16);
    var below = box.bottom + 8;
    var above = box.top - note.offsetHeight - 8;
    var top = below + note.offsetHeight > window.innerHeight && above > 0 ? above : below;
    note.style.left = Math.max(16, left) + window.pageXOffset + "px";
    note.style.top = top + window.pageYOffset + "px";
  }

  function point(link) {
    links.forEach(function (other) {
      other.classList.toggle("fact--pointed", other === link);
    });
  }

  function open(index) {
    var stop = stops[index];
    at = index;
    fill(facts[stop.id]);
    leaving = stop.link;
    if (!note.matches(":popover-open")) {
      note.showPopover();
    } else {
      stop.link.scrollIntoView({ block: "center" });
    }
    place(stop.link);
    point(stop.link);
    note.focus({ preventScroll: true });
  }

  links.forEach(function (link) {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
        return;
      }
      event.preventDefault();
      open(stops.findIndex(function (stop) {
        return stop.link === link;
      }));
    });
  });

  note.addEventListener("toggle", function (event) {
    if (event.newState === "closed") {
      point(null);
      if (leaving && (document.activeElement === document.body || note.contains(document.activeElement))) {
        leaving.focus({ preventScroll: true });
      }
    }
  });
})();

/* Bars and sentences point at each other: what is pointed at in the one lights up in the other. */
(function () {
  "use strict";

  function mark(event, on) {
    var source = event.target.closest && event.target.closest("[data-fact]");
    if (!source) {
      return;
    }
    var inChart = Boolean(source.closest(".chart"));
    source.dataset.fact.split(" ").forEach(function (id) {
      var selector = inChart ? 'a.fact[data-fact~="' + id + '"]' : '.chart [data-fact="' + id + '"]';
      Array.prototype.forEach.call(document.querySelectorAll(selector), function (other) {
        other.classList.toggle(inChart ? "fact--pointed" : "chart__value--pointed", on);
      });
    });
  }

  ["mouseover", "focusin"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      mark(event, true);
    });
  });
  ["mouseout", "focusout"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      mark(event, false);
    });
  });
})();
