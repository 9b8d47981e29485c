/* Which pages answer a query by their names? Only where the whole query is such a name, and only pages that are made. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  /* What else a page is asked for by, after the name of its file. */
  const CALLED = {
    index: "目录 引用 引用格式 怎样引用 怎么引用 出处 来源 下载 数据 表格 附件 索引号 发布日期 发布机构 文号 成文日期 主题词 官方 官方原页 原页 原网页",
    full: "全文 原文 官方 官方原文 正文 整篇 完整 打印",
    facts: "数字 全部数字 所有数字 数据 统计 统计数据 指标数值",
    "follow-up": "问题 存在问题 存在的问题 不足 缺点 短板 困难 安排 计划 打算 下一步 下一步工作 工作安排 工作重点 重点工作 明年 今后 改进",
    checks: "核对 复算 核对结果 验算 核算 准确 出错 错误",
    about: "关于 关于本站 本站 网站 许可 版权 授权 隐私 更正 纠错 联系 校验值 无障碍",
    indicators: "指标 指标目录 口径 定义 单位",
    terms: "词语 名词 名词解释 术语 解释 词汇 专门词语 什么意思",
    keywords: "关键词 高频词 词频 标签",
    places: "地方 地名 地点 地区",
    explore: "探索 比较 画图 作图 图 图表",
    search: ""
  };
  const ASKING = /^(?:请问|查看|查询|查|看|找|打开|在哪里|在哪儿|在哪|哪里有|哪里|去哪|怎么看|怎么|怎样|如何|我要|我想|有没有|有|的|吗|呢|关于|本站|网页|页面|页|报告|全部|所有|一共|总共|多少|几|个|都|什么|哪些|哪|存在|做|干|要|了|你们|你|和|与|及|、|,|\?| )+/;
  const LONGEST_HEADING = 40;
  const YEAR = /^((?:19|20)[0-9]{2})年?(?:度)?(?:报告|工作|计划|安排|工作安排|工作重点|重点|打算)?$/;

  function listNames(page) {
    const file = page.path.split("/").pop().replace(/\.html$/, "");
    return [page.name].concat(page.name.split(/[与和]/), (CALLED[file] || "").split(" ")).filter(Boolean);
  }

  /* Whether words are names of a page and nothing else, one after the other, the words of asking between them left out. */
  function isNamed(names, words) {
    let rest = names.indexOf(words) >= 0 ? words : words.replace(ASKING, "");
    let found = false;
    while (rest) {
      const name = names.filter((each) => rest.startsWith(each)).sort((a, b) => b.length - a.length)[0];
      if (!name) {
        return false;
      }
      found = true;
      rest = rest.slice(name.length).replace(ASKING, "");
    }
    return found;
  }

  /* A year: the report of that year, else the sections whose headings name it and the page of what is to come. */
  function findYear(index, words) {
    const match = YEAR.exec(words);
    if (!match || index.reports.some((report) => report.id === match[1] && index.reports.length < 2)) {
      return [];
    }
    const own = index.pages.filter((page) => page.report && page.report.id === match[1] && /\/index\.html$/.test(page.path));
    if (own.length) {
      return own;
    }
    const heads = index.sections.filter((section) => section.sentences.length && section.sentences[0].text.indexOf(match[1] + "年") >= 0 && section.sentences[0].text.length <= LONGEST_HEADING);
    const plans = heads.length ? index.pages.filter((page) => /\/follow-up\.html$/.test(page.path) && page.report === heads[0].report) : [];
    const pages = heads.map((section) => ({ name: section.sentences[0].text, path: section.page + "#" + section.sentences[0].id, report: section.report }));
    return plans.concat(pages.slice(0, 3));
  }

  function findPages(index, words) {
    const named = index.pages.filter((page) => isNamed(listNames(page), words));
    return named.concat(findYear(index, words));
  }

  Object.assign(search, { findPages });
})();
