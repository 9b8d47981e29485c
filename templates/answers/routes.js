/* Which pages answer a query by their names? Only where the whole query is such a name, and only pages that are made. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  /* What else a page is asked for by, after the name of its file. */
  const CALLED = {
    index: "引用|引用格式|参考文献|出处|来源|下载|数据|数据包|开放数据|表格|附件|压缩包|离线版|离线|电子表格|excel|csv|json|二维码|索引号|发布日期|发布时间|发布机构|发布单位|发布|文号|成文日期|主题词|原页|原网页|官网|官方原页|官方",
    full: "原文|官方|官方原文|报告原文|正文|全部内容|整篇|整份|完整版|完整|原件|原始文件|文件|阅读|打印|打印版",
    facts: "数据|统计|统计数据|数值|数据表|数字表|数据汇总|一览|清单",
    "follow-up": "不足|缺点|短板|困难|差距|薄弱环节|计划|打算|下一步|工作安排|工作计划|工作重点|重点工作|重点任务|明年|来年|今后|未来|改进|整改|改进措施|目标|对应|没有对应|未找到对应",
    checks: "复算|核对结果|验算|核算|核实|准确|对不对|准不准|准|对|错|出错|错误|可靠|可信|真假|自洽",
    about: "本站|网站|站点|官方|官方网站|政府网站|政府的|非官方|许可|数据许可|许可证|协议|cc by|版权|授权|商用|转载|隐私|更正|纠错|勘误|报错|联系|联系方式|作者|制作|源代码|开源|校验值|无障碍",
    indicators: "指标目录|口径|统计口径|单位",
    terms: "名词|名词解释|术语|解释|词汇|专门词语|概念|定义|含义|意思",
    keywords: "高频词|热词|词频",
    places: "地方|地名|地点|地区",
    explore: "比较|对比|画图|作图|图表|图"
  };
  const ASKING = (
    "请问|查看|查询|查|看|找|打开|在|去|里|里面|上|看到|得到|获取|我|我要|我想|想|要|需要|能|能不能|可以|可不可以|有|有没有|没有|是|是不是|是否|的|了|吗|呢|吧|什么|什么时候|哪|哪里|哪儿|哪些|哪个|哪天|怎么|" +
    "怎样|怎么样|如何|为什么|谁|谁的|几|几个|多少|个|一共|总共|全部|所有|都|这|这个|这份|那|该|本|你们|你|年度|报告|年报|关于|网页|页面|页|做|干|干啥|啥|提|提到|用|过|被|存在|写|进行|和|与|及|主要|公开|、|,|?|!|:|;"
  )
    .split("|")
    .concat(" ");
  const MEANING = /什么是|是什么|啥是|是啥|意思|含义|定义|解释|何谓|指什么|概念/;
  const LONGEST_HEADING = 40;
  const YEAR = /^((?:19|20)[0-9]{2})年?(?:度)?(?:报告|工作|计划|安排|工作安排|工作重点|重点|打算)?$/;

  function listNames(page) {
    const file = page.path.split("/").pop().replace(/\.html$/, "");
    const kind = /^提到的/.test(page.name) ? page.name.slice(3).split("") : [];
    return [page.name].concat(kind, page.name.split(/[与和]|提到的/), (CALLED[file] || "").split("|")).filter(Boolean);
  }

  function takeLongest(words, text) {
    return words.reduce((best, word) => (word.length > best.length && text.startsWith(word) ? word : best), "");
  }

  /* Whether words are names of a page and nothing else, one after the other, between them words of asking. */
  function isNamed(names, words) {
    let rest = words;
    let found = false;
    while (rest) {
      const name = takeLongest(names, rest);
      const asking = takeLongest(ASKING, rest);
      const word = name.length >= asking.length ? name : asking;
      found = found || word === name;
      if (!word) {
        return false;
      }
      rest = rest.slice(word.length);
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

  /* What a word means: its place on the page of terms, when that is what was asked. */
  function findMeaning(words, terms) {
    const asked = MEANING.test(words) ? terms.slice(0, 1) : [];
    return asked.map((term) => ({ name: "词语：" + term.word, path: term.address.replace("*", search.encode(term.word)), report: null }));
  }

  function findPages(index, words, result) {
    const named = index.pages.filter((page) => isNamed(listNames(page), words));
    return named.concat(findYear(index, words), findMeaning(words, result.terms));
  }

  Object.assign(search, { findPages });
})();
