/* A paragraph of which words are chosen: what they can be marked as, and the marks that are there. */
(function () {
  "use strict";
  var parts = window.deskParts;
  var DEPTHS = [
    { id: "1", name: "第一层标题" },
    { id: "2", name: "第二层标题" },
    { id: "3", name: "第三层标题" },
    { id: "4", name: "第四层标题" },
    { id: "no", name: "不是标题" },
  ];
  var ANSWERS = [
    { id: "plan", name: "安排" },
    { id: "achievement", name: "成效" },
  ];
  var OMITTED = [
    { id: "page_number", name: "页码" },
    { id: "running_head", name: "页眉页脚" },
    { id: "markup", name: "排版记号" },
  ];

  function count(words) {
    return Array.from(words).length;
  }

  /* The paragraph's words in a field where the mouse and the keyboard select. One that is read only has no caret to
     move with keys, so that this one is not: it takes nothing that is typed. */
  function createWords(given) {
    var all = Array.from(given.words);
    var field = parts.make("textarea", "passage__words");
    field.value = given.words;
    field.setAttribute("aria-readonly", "true");
    field.addEventListener("beforeinput", (event) => event.preventDefault());
    field.addEventListener("input", function () {
      field.value = given.words; // of an input method, which cannot be stopped before
    });
    field.rows = Math.min(10, Math.ceil(all.length / 22));
    field.setAttribute("aria-label", "这一段的字，用 Shift 和方向键选");
    if (given.to) {
      var from = all.slice(0, given.from).join("").length;
      field.setSelectionRange(from, all.slice(0, given.to).join("").length);
    }
    return field;
  }

  /* The selection in characters, not in units of the script; without one it is the whole paragraph. */
  function readSelection(field) {
    var isEmpty = field.selectionStart === field.selectionEnd;
    var from = isEmpty ? 0 : field.selectionStart;
    var to = isEmpty ? field.value.length : field.selectionEnd;
    var words = field.value.slice(from, to);
    return { from: count(field.value.slice(0, from)), to: count(field.value.slice(0, to)), words: words.trim() };
  }

  function addPart(box, title, key, content) {
    box.append(parts.part({ title, key, content, isOpen: false }));
  }

  function listMarks(given) {
    var box = parts.make("div");
    given.marks.forEach(function (mark) {
      var row = parts.make("p", "passage__mark", mark.said + "　「" + mark.words + "」 ");
      row.append(
        parts.button({
          words: "去掉",
          act: function () {
            given.unmark(mark);
          },
        })
      );
      box.append(row);
    });
    return box;
  }

  parts.passage = function (given) {
    var box = parts.make("div", "passage");
    var field = createWords(given);
    function mark(kind, value) {
      given.mark(Object.assign({ mark: kind, value: value }, readSelection(field)));
    }
    var name = [{ label: "标识", name: "value", value: given.proposed, required: true }];
    var problem = parts.fields({ words: "是问题", rows: name, send: (said) => mark("problem", said.value) });
    var depth = [{ label: "它是", name: "value", options: DEPTHS, value: "2" }];
    var heading = parts.fields({ words: "写上", rows: depth, send: (said) => mark("heading", said.value) });
    var kind = [{ label: "它是", name: "value", options: OMITTED, value: "page_number" }];
    var omit = parts.fields({ words: "写上", rows: kind, send: (said) => mark("omit", said.value) });
    box.append(field, parts.make("p", "hint", "选中几个字，再说它是什么；不选，说的就是整段。"), listMarks(given));
    addPart(box, "存在的问题", "b", problem);
    if (given.problems.length) {
      var rows = [
        { label: "它是", name: "mark", options: ANSWERS, value: "plan" },
        { label: "针对", name: "value", options: given.problems, value: given.problems[0].id },
      ];
      addPart(box, "安排、成效", "a", parts.fields({ words: "写上", rows, send: (said) => mark(said.mark, said.value) }));
    }
    addPart(box, "标题", "h", heading);
    addPart(box, "不是报告的字", "m", omit);
    box.append(
      parts.button({
        words: "解释这个词语",
        key: "w",
        act: function () {
          given.explain(readSelection(field).words);
        },
      })
    );
    return box;
  };
})();
