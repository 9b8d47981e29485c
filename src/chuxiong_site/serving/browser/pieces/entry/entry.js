/* A form of what a chart, a check or a term says; its questions come from the program's own records. */
(function () {
  "use strict";
  var parts = window.deskParts;
  var count = 0;

  function nameFacts(facts, key) {
    var seen = {};
    return facts
      .filter(function (fact) {
        return seen[fact[key]] ? false : (seen[fact[key]] = true);
      })
      .map(function (fact) {
        return { id: fact[key], name: fact.name + "　" + fact.shown };
      });
  }

  function createText(value) {
    var element = parts.make("textarea");
    element.rows = 2;
    element.value = value;
    return element;
  }

  /* Each kind of question: the field, and how its answer is read. */
  var KINDS = {
    text: function (value) {
      var field = createText(value || "");
      return { field, element: field, read: () => field.value.replace(/\s*\n\s*/g, "").trim() };
    },
    texts: function (value) {
      var field = createText((value || []).join("\n"));
      return { field, element: field, read: () => field.value.split("\n").map((one) => one.trim()).filter(Boolean) };
    },
    indicator: function (value, given) {
      var field = parts.select({ options: nameFacts(given.facts, "indicator"), value, empty: "选一个" });
      return { field, element: field, read: () => field.value };
    },
    indicators: function (value, given, question) {
      var offers = nameFacts(given.facts, "indicator");
      var element = parts.chips({
        name: question.key,
        label: question.label,
        chosen: value || [],
        offers,
        empty: "选一个，加在后面",
      });
      return { field: element.field, element, read: element.list, add: element.add };
    },
    form: function (value, given) {
      var field = parts.select({ options: given.chartForms, value, empty: "选一种" });
      return { field, element: field, read: () => field.value };
    },
  };

  function addRow(form, question, answer) {
    count += 1;
    answer.field.id = "entry-" + count;
    answer.field.name = question.key;
    var label = parts.make("label", "", question.label + (question.needed ? "" : "（可以不写）"));
    label.htmlFor = answer.field.id;
    form.append(label, answer.element);
    if (question.note) {
      var note = parts.make("p", "hint", question.note);
      note.id = answer.field.id + "-note";
      answer.field.setAttribute("aria-describedby", note.id);
      form.append(note);
    }
  }

  /* Numbers come into a title only by their names: one that is chosen here stands where one wrote last. */
  function addInsert(form, given, answers) {
    var target = answers.title;
    var insert = parts.select({ options: nameFacts(given.facts, "id"), empty: "选一个，写进标题或提醒" });
    [answers.title, answers.note].forEach(function (answer) {
      answer.field.addEventListener("focus", function () {
        target = answer;
      });
    });
    insert.addEventListener("change", function () {
      if (!insert.value) return;
      target.field.setRangeText("{" + insert.value + "}", target.field.selectionStart, target.field.selectionEnd, "end");
      insert.value = "";
      target.field.focus();
    });
    addRow(form, { key: "insert", label: "数字", needed: true, note: "" }, { field: insert, element: insert });
  }

  function createButtons(form, given, read) {
    var row = parts.make("p", "entry__acts");
    row.append(parts.make("button", "", "写上"));
    if (given.draw) {
      row.append(
        parts.button({
          words: "看一看",
          act: function () {
            given.draw(read(), form.picture);
          },
        })
      );
    }
    row.append(parts.button({ words: "不写了", act: given.close }));
    return row;
  }

  parts.entry = function (given) {
    var form = parts.make("form", "entry");
    var answers = {};
    var id = parts.make("input");
    id.value = given.id;
    id.required = true;
    id.readOnly = !given.isNew;
    id.autocomplete = "off";
    form.append(parts.make("h2", "", given.shape.name));
    if (given.shape.note) form.append(parts.make("p", "hint", given.shape.note));
    addRow(form, { key: "id", label: given.shape.group === "terms" ? "词语" : "标识", needed: true, note: "" }, { field: id, element: id });
    given.shape.fields.forEach(function (question) {
      var answer = KINDS[question.kind](given.values[question.key], given, question);
      answers[question.key] = answer;
      addRow(form, question, answer);
    });
    if (answers.title) addInsert(form, given, answers);
    function read() {
      var values = given.shape.id ? { kind: given.shape.id } : {};
      Object.keys(answers).forEach(function (key) {
        values[key] = answers[key].read();
      });
      return { group: given.shape.group, id: id.value.trim(), values };
    }
    form.read = read;
    form.picture = parts.make("div", "entry__picture");
    form.picture.setAttribute("aria-live", "polite");
    form.append(createButtons(form, given, read), form.picture);
    form.add = answers.indicators && answers.indicators.add;
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      given.send(read());
    });
    return form;
  };
})();
