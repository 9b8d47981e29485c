/* The pieces of the page on which numbers are named: each returns an element made of a record; none of them decides anything. */
(function () {
  "use strict";
  var parts = (window.deskParts = {});

  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  function button(words, key, act) {
    var element = make("button", "", words);
    element.type = "button";
    if (key) element.append(" ", make("kbd", "", key));
    element.addEventListener("click", act);
    return element;
  }

  /* A number in the text. */
  function number(record, states, choose) {
    var element = make("button", "number number--" + record.state, record.words);
    element.type = "button";
    element.dataset.number = record.id;
    element.setAttribute("aria-label", record.words + "，" + states[record.state]);
    element.addEventListener("click", function () {
      choose(record.id);
    });
    return element;
  }

  function fill(element, pieces, numbers, states, choose) {
    pieces.forEach(function (piece) {
      element.append(piece.number ? number(numbers[piece.number], states, choose) : piece.text);
    });
    return element;
  }

  /* A heading, a paragraph or a table with its numbers. */
  function block(record, numbers, states, choose) {
    if (!record.rows) {
      var tag = record.heading === 1 ? "h2" : record.heading ? "h3" : "p";
      return fill(make(tag), record.pieces, numbers, states, choose);
    }
    var frame = make("div", "table");
    var table = make("table");
    record.rows.forEach(function (cells) {
      var row = table.insertRow();
      cells.forEach(function (cell) {
        row.append(fill(make(cell.head ? "th" : "td"), cell.pieces, numbers, states, choose));
      });
    });
    frame.append(table);
    return frame;
  }

  function quote(pieces) {
    var element = make("p", "quote");
    element.append(pieces[0], make("mark", "", pieces[1]), pieces[2]);
    return element;
  }

  /* A known indicator that the number may state: last year's sentence and value, and what speaks against it. */
  function suggestion(record, order, accept) {
    var element = make("div", "choice");
    var name = record.name + (record.of ? "（" + record.of + "）" : "");
    element.append(make("p", "", name + "　" + record.report + " 年 " + record.shown), make("p", "quote", record.quote));
    record.doubts.forEach(function (doubt) {
      element.append(make("p", "choice__doubt", "拿不准：" + doubt));
    });
    if (record.again) {
      element.append(make("p", "", "这份报告里前面写过它，数相同：是又说了一遍。"));
    } else if (record.taken) {
      element.append(make("p", "choice__doubt", "这份报告里已经有一个数是它：" + record.taken));
    }
    element.append(
      button("是它", String(order), function () {
        accept(record);
      })
    );
    return element;
  }

  function field(form, label, input) {
    input.id = "field-" + input.name;
    var name = make("label", "", label);
    name.htmlFor = input.id;
    form.append(name, input);
    return input;
  }

  function input(name, value) {
    var element = make("input");
    element.name = name;
    element.value = value || "";
    element.autocomplete = "off";
    return element;
  }

  function select(name, options, value, empty) {
    var element = make("select");
    element.name = name;
    if (empty) element.append(new Option(empty, ""));
    options.forEach(function (option) {
      element.append(new Option(option.name, option.id, false, option.id === value));
    });
    element.value = value || "";
    return element;
  }

  function form(words, send) {
    var element = make("form", "fields");
    element.addEventListener("submit", function (event) {
      event.preventDefault();
      var said = {};
      element.querySelectorAll("input, select").forEach(function (one) {
        said[one.name] = one.type === "checkbox" ? one.checked : one.value.trim();
      });
      send(said);
    });
    element.end = function () {
      var go = make("button", "", words);
      element.append(make("span"), go);
      return element;
    };
    return element;
  }

  function partFields(element, roles) {
    field(element, "角色", select("as", roles, "", "报告这一年的数"));
    field(element, "年份", input("year", ""));
    field(element, "所指", input("of", ""));
  }

  /* Choose one of the indicators that are registered. */
  function known(desk, send) {
    var element = form("写上", send);
    var name = field(element, "指标", input("indicator", ""));
    var list = make("datalist");
    list.id = "indicators";
    name.setAttribute("list", list.id);
    name.required = true;
    desk.indicators.forEach(function (indicator) {
      var option = make("option", "", indicator.name + "（" + indicator.unit + "）");
      option.value = indicator.id;
      list.append(option);
    });
    partFields(element, desk.roles);
    element.append(list);
    return element.end();
  }

  /* Register an indicator: what the text says is filled in, the rest is chosen. */
  function fresh(proposal, desk, send) {
    var element = form("登记并写上", send);
    field(element, "名称", input("name", proposal.name)).required = true;
    field(element, "标识", input("indicator", proposal.id)).required = true;
    field(element, "数的是", select("measure", desk.measures, proposal.measure, "选一种")).required = true;
    field(element, "单位", input("unit", proposal.unit)).required = true;
    field(element, "范围", input("scope", proposal.scope)).required = true;
    var themes = desk.themes.slice();
    if (proposal.themeName) themes.push({ id: proposal.theme, name: proposal.themeName + "（新的主题）" });
    var theme = field(element, "主题", select("theme", themes, proposal.theme));
    var themeName = input("themeName", proposal.themeName);
    themeName.type = "hidden";
    theme.addEventListener("change", function () {
      themeName.value = theme.value === proposal.theme ? proposal.themeName : "";
    });
    element.append(themeName);
    partFields(element, desk.roles);
    return element.end();
  }

  /* Say what else the number is. */
  function other(kinds, send) {
    var element = form("写上", send);
    field(element, "它是", select("numeral", kinds, "", "照程序的读法，去掉标记"));
    return element.end();
  }

  function part(title, key, content, isOpen) {
    var element = make("details");
    var head = make("summary", "", title + " ");
    head.append(make("kbd", "", key));
    element.open = isOpen;
    element.dataset.key = key;
    element.append(head, content);
    return element;
  }

  function problem(record) {
    var element = make("div");
    element.append(make("p", "", record.code + "　" + record.title + "　" + record.place));
    [["现在", record.found], ["应为", record.expected], ["办法", record.hint]].forEach(function (pair) {
      if (pair[1]) element.append(make("p", "hint", pair[0] + "：" + pair[1]));
    });
    return element;
  }

  /* What a check says: the place in the text or in the file, and the mend where only one is right. */
  function remark(record, choose, mend) {
    var element = problem(record);
    element.className = "remark";
    if (record.number) {
      element.append(
        button("去看", "", function () {
          choose(record.number);
        })
      );
    } else if (record.open) {
      var link = make("a", "", "在编辑器里打开");
      link.href = record.open;
      element.append(link);
    }
    if (record.mend) {
      element.append(
        button(record.mend.words, "", function () {
          mend(record);
        })
      );
    }
    return element;
  }

  Object.assign(parts, { make, button, block, quote, suggestion, known, fresh, other, part, problem, remark });
})();
