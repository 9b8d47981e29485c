/* The number that is chosen: its sentence, what it may be, and the ways to decide it. */
(function () {
  "use strict";
  var parts = window.deskParts;

  function describeFact(fact) {
    var words = "它是：" + fact.name + (fact.role ? "（" + fact.role + "）" : "") + "，" + fact.id;
    return parts.make("p", fact.named ? "" : "hint", fact.named ? words : "所在：" + fact.name);
  }

  /* The other ways to decide: the likeliest of them is open. */
  function listForms(desk, record, offered, acts) {
    var known = parts.known({ indicators: desk.indicators, roles: desk.roles, role: (record.proposal || {}).role, send: acts.known });
    var forms = [parts.part({ title: "已有的指标", key: "f", content: known, isOpen: false })];
    if (record.proposal) {
      var fresh = parts.fresh({
        proposal: record.proposal,
        measures: desk.measures,
        themes: desk.themes,
        roles: desk.roles,
        send: acts.fresh,
      });
      forms.push(parts.part({ title: "登记新的指标", key: "e", content: fresh, isOpen: !offered.length }));
    }
    var other = parts.other({ kinds: desk.kinds, send: acts.other });
    forms.push(parts.part({ title: "不是数字", key: "o", content: other, isOpen: record.state === "unread" }));
    return forms;
  }

  function listSuggestions(offered, acts) {
    var made = offered.map((one, index) => parts.suggestion({ record: one, order: index + 1, accept: acts.accept }));
    made.unshift(parts.make("h3", "", "是不是这个？"));
    made.push(parts.button({ words: "都不是", key: "x", act: acts.refuse }));
    return made;
  }

  /* What can be done with a number that has a name. */
  function listUses(desk, record, acts) {
    var isHeadline = record.facts.some((fact) => desk.headline.indexOf(fact.id) >= 0);
    var row = parts.make("p", "uses");
    row.append(
      parts.button({ words: "放进图", key: "c", act: acts.chart }),
      parts.button({ words: isHeadline ? "不放在首页" : "放到首页", key: "y", act: acts.headline }),
      parts.button({ words: "去掉名称", act: acts.unname })
    );
    return row;
  }

  window.deskNumber = function (desk, record, isRefused, acts) {
    var title = parts.make("h2", "words", record.words);
    title.tabIndex = -1;
    var place = parts.make(record.open ? "a" : "span", "hint", record.place);
    if (record.open) place.href = record.open;
    var why = "：" + record.kind + (record.tagged ? "（文稿里标的）" : "（程序认出来的）");
    var state = desk.states[record.state] + (record.state === "other" ? why : "");
    var made = [title, parts.make("p", "state", state), parts.quote({ pieces: record.sentence }), place];
    var offered = isRefused ? [] : record.suggestions;
    made = made.concat(record.facts.map(describeFact), offered.length ? listSuggestions(offered, acts) : []);
    made = made.concat(listForms(desk, record, offered, acts));
    if (record.state === "named") made.push(listUses(desk, record, acts));
    return made;
  };
})();
