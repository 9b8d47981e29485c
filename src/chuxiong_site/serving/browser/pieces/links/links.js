/* Each problem with the plans and achievements that are marked as its own. */
(function () {
  "use strict";
  var parts = window.deskParts;

  function listWords(title, found, none, go) {
    var box = parts.make("p", "links__words", title + "：" + (found.length ? "" : none));
    found.forEach(function (one) {
      box.append(
        parts.button({
          words: one.words,
          act: function () {
            go(one.at);
          },
        })
      );
    });
    return box;
  }

  parts.links = function ({ links, go, answer }) {
    var box = parts.make("div");
    if (!links.length) box.append(parts.make("p", "hint", "还没有标出问题：在正文里点一段，选中几个字，再按 b。"));
    links.forEach(function (link) {
      var item = parts.make("div", "links__item");
      item.append(parts.make("h3", "", link.id), listWords("问题", link.problems, "还没有标", go));
      item.append(listWords("安排", link.plans, link.unanswered ? "报告没有逐条对应的安排" : "还没有标", go));
      if (link.achievements.length) item.append(listWords("成效", link.achievements, "", go));
      if (link.unanswered || !link.plans.length) {
        item.append(
          parts.button({
            words: link.unanswered ? "取消这一句" : "报告没有逐条对应的安排",
            act: function () {
              answer({ key: "unanswered", id: link.id, in: !link.unanswered });
            },
          })
        );
      }
      box.append(item);
    });
    return box;
  };
})();
