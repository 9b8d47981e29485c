/* Which numbers are of the kind that a query names: 金额, 占比, 约数, 人数? A kind is a measure or a qualifier of the report's
   facts as the table of facts calls it, or a unit. Only a query that names kinds and nothing else asks for them. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  /* What else a kind is called, after its name in the table. */
  const CALLED = {
    数量: "数目|总数|总量|多少个|计数",
    金额: "钱|钱数|多少钱|资金|经费|款项|款|金钱|财政资金|数额|以元计|亿元|万元|几个亿|多少亿|几亿|元|费用",
    占比: "比例|比重|份额|占多少|几成|成数|达标率",
    增减: "增加|减少|上升|下降|增长|增幅|降幅|涨幅|增长率|下降率|变化率|变化幅度|幅度|涨|降|升降|涨跌|压缩|缩短|变化|多多少|少多少",
    时长: "时间|时限|期限|时效|用时|耗时|天数|日数|工作日|多久|多长时间|多长|几天|多少天|周期|办理时间|办结时间|办结时限|花多长时间|时间长短",
    连续年数: "连续|连续几年|连续多少年|年数|几年|多少年|蝉联",
    "指数、评分": "指数|评分|得分|分数|打分|名次|排名|位次|第几名|第几",
    "比、倍数": "倍数|几倍|多少倍|倍|几比几|比值",
    平均: "均值|均数|人均|平均值|平均每",
    标准: "要求|最低要求|要求达到|应当达到|硬性要求|最低标准|指标要求|规定的数|配备标准|门槛",
    约数: "概数|大约|大概|约|左右|近似|近似值|估计|估算|模糊|粗略|不精确|不准确|不具体|不确切|不精准|余|多|几|笼统|约莫|凑整|取整",
    不少于: "至少|最低|最少|起码|下限|以上|不低于|底线",
    不超过: "至多|最多|最高|上限|以内|以下|不高于",
    超过: "突破|超|逾|以上",
    计划: "拟|打算|预计|目标|计划要做|准备|将要|未来"
  };
  /* [names of it, its numbers' units, the one that the table is narrowed to] */
  const UNITS = [
    ["比率|率|百分比|百分数|百分率|百分之几|%|各种率", /[%‰]/, "%"],
    ["人数|多少人|几个人|人次|人员|人", /[人名]/, "人"],
    ["件数|多少件|几件|件", /件/, "件"],
    ["次数|多少次|几次|次", /次/, "次"],
    ["项数|多少项|几项|项", /项/, "项"],
    ["家数|多少家|几家|家", /家/, "家"],
    ["场次|场数|多少场|几场|场", /场/, "场"]
  ];
  const AROUND = "最大|最小|最高|最低|最多|最少|最长|最短|数字|数据|数值|指标|数|以|带|字|类|类型|种|值|涉及|写|用|计|写成|写的|表示|带|属于|方面|统计".split("|");

  /* The kinds of facts that a report has: { name, field, report, facts, names }. */
  function listKinds(index) {
    if (!index.kinds) {
      index.kinds = [];
      index.data.forEach(function (data) {
        const report = index.reports.filter((each) => each.id === data.id)[0];
        const facts = index.facts.filter((fact) => fact.report === report);
        data.kinds.forEach((row) => index.kinds.push({ report, field: row[0], name: row[1], facts: takeFacts(facts, row[2]), names: [row[1]].concat((CALLED[row[1]] || "").split("|")).filter(Boolean) }));
      });
    }
    return index.kinds;
  }

  /* Facts by how many on each is from the one before, the first from the beginning. */
  function takeFacts(facts, steps) {
    let at = -1;
    return steps.map((step) => facts[(at += step)]);
  }

  /* Numbers of the units that a query names, a kind for each report. */
  function findUnits(index, words) {
    const rows = UNITS.filter((row) => search.isNamed(row[0].split("|"), words, AROUND));
    return rows.reduce((kinds, row) => kinds.concat(index.reports.map((report) => ({ report, field: "unit", name: row[2], facts: index.facts.filter((fact) => fact.report === report && row[1].test(fact.unit)) }))), []);
  }

  /* { facts, pages } of the kinds that a query names; null where it says anything else. */
  function findKinds(index, words) {
    const kinds = listKinds(index).filter((kind) => search.isNamed(kind.names, words, AROUND)).concat(findUnits(index, words)).filter((kind) => kind.facts.length);
    if (!kinds.length) {
      return null;
    }
    const facts = kinds.reduce((all, kind) => all.concat(kind.facts.filter((fact) => all.indexOf(fact) < 0)), []);
    const pages = kinds.map((kind) => describePage(index, kind));
    return { facts: sortFacts(facts, words), pages: pages.filter(Boolean) };
  }

  function listKindNames(index) {
    return listKinds(index).reduce((names, kind) => names.concat(kind.names), []);
  }

  /* The largest or the smallest first, where that is asked for. */
  function sortFacts(facts, words) {
    const way = /最[大高多长]/.test(words) ? -1 : /最[小低少短]/.test(words) ? 1 : 0;
    return way ? facts.slice().sort((a, b) => way * (Number(a.value) - Number(b.value))) : facts;
  }

  /* Whether a word names a kind of numbers that a report has. */
  function namesKind(index, word) {
    return listKindNames(index).indexOf(word) >= 0;
  }

  /* The table of facts with nothing but that kind. */
  function describePage(index, kind) {
    const page = index.pages.filter((each) => each.report === kind.report && /\/facts\.html$/.test(each.path))[0];
    return page ? { name: page.name + "：" + kind.name, path: page.path + "?" + kind.field + "=" + search.encode(kind.name), report: kind.report } : null;
  }

  Object.assign(search, { findKinds, namesKind, listKindNames });
})();
