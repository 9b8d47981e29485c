/* The sections: each leads to its place in the text, and those with a page have its name to be changed. */
(function () {
  "use strict";
  var parts = window.deskParts;

  function nameForm(section, name) {
    var rows = [{ label: "网页名", name: "slug", value: section.slug }];
    return parts.fields({
      words: section.drafted ? "看过了" : "写上",
      rows,
      send: function (said) {
        name({ section: section.number, slug: said.slug });
      },
    });
  }

  parts.outline = function ({ sections, go, name }) {
    var list = parts.make("ol", "outline");
    sections.forEach(function (section) {
      var item = parts.make("li", "outline__item outline__item--" + Math.min(section.depth, 4));
      item.dataset.at = section.at;
      var title = section.heading || (section.number === "0" ? "序" : "落款");
      item.append(
        parts.button({
          words: section.number + "　" + title,
          act: function () {
            go(section.at);
          },
        })
      );
      if (section.drafted) item.append(parts.make("p", "hint", "网页名是起草时暂定的，看一看："));
      if (section.isNamed) item.append(nameForm(section, name));
      list.append(item);
    });
    return list;
  };
})();
