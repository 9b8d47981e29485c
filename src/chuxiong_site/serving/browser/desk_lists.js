/* What stands beside the text whatever is chosen: how far it is, what a check says, outline, links, entries, what was decided. */
(function () {
  "use strict";
  var lists = (window.deskLists = {});
  var parts = window.deskParts;
  var find = window.deskCalls.find;
  var GROUPS = ["charts", "checks", "terms"];

  function fill(id, made) {
    find(id).textContent = "";
    find(id).append(...[].concat(made));
  }

  function showProgress(desk) {
    var facts = desk.counts.named + desk.counts.doubtful + desk.counts.unnamed + desk.counts.unread;
    find("progress").textContent = "已命名 " + desk.counts.named + " 个，还有 " + desk.left.length + " 个没有定";
    find("bar").max = Math.max(facts, 1);
    find("bar").value = facts - desk.left.length;
    find("undo").disabled = !desk.canUndo;
    find("redo").disabled = !desk.canRedo;
  }

  function showReports(desk) {
    fill(
      "reports",
      desk.reports.map(function (id) {
        var link = parts.make(id === desk.report ? "strong" : "a", "", id);
        if (id !== desk.report) link.href = "?report=" + encodeURIComponent(id);
        return link;
      })
    );
    document.title = "标注　" + desk.title;
  }

  function showCount(id, count) {
    find(id + "-count").textContent = count;
  }

  function showRemarks(desk, acts) {
    showCount("remarks", desk.said.length);
    fill(
      "remarks",
      desk.said.map((one) => parts.remark({ record: one, choose: acts.choose, mend: acts.mend }))
    );
  }

  function showOutline(desk, acts) {
    showCount("outline", desk.outline.filter((section) => section.drafted).length);
    fill("outline", parts.outline({ sections: desk.outline, go: acts.go, name: acts.name }));
  }

  function showLinks(desk, acts) {
    var open = desk.links.filter((link) => !link.plans.length && !link.unanswered);
    showCount("links", open.length);
    fill("links", parts.links({ links: desk.links, go: acts.go, answer: acts.list }));
  }

  function showGroups(desk, acts) {
    GROUPS.forEach(function (id) {
      var group = desk.groups.find((one) => one.id === id);
      var shapes = desk.shapes.filter((shape) => shape.group === id);
      showCount(id, group.entries.length);
      fill(id, parts.entries({ group, shapes, open: acts.open, drop: acts.drop }));
    });
  }

  function showLog(desk) {
    showCount("log", desk.log.length);
    find("log-note").textContent = desk.logNote;
    fill(
      "log",
      desk.log.map((step) => parts.make("li", "", step.words))
    );
  }

  lists.show = function (desk, acts) {
    showProgress(desk);
    showReports(desk);
    showRemarks(desk, acts);
    showOutline(desk, acts);
    showLinks(desk, acts);
    showGroups(desk, acts);
    showLog(desk);
  };
})();
