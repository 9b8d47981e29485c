/* Which pages answer a query by their names? Only where the whole query is such a name, and only pages that are made. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  /* What else a page is asked for by, after the name of its file. */
  const CALLED = {
    index:
      "引用|引用格式|引文|脚注|论文|格式|参考文献|出处|来源|下载|导出|数据|数据包|数据集|数据文件|开放数据|表格|附件|压缩包|打包|离线版|离线|电子表格|电子版|机器可读|接口|api|excel|xlsx|csv|json|pdf|word|zip|二维码|海报|索引号|" +
      "发布日期|发布时间|发布机构|发布单位|发布|公布|公布日期|发文|发文机关|发文单位|落款|日期|文号|成文日期|主题词|公开要素|要素|原页|原网页|官网|官方原页|官方|章节|几章|几节|几部分|哪几部分|部分|章|节|结构|大纲|提纲|框架|数据字典|字段|字段说明|国标|gbt 7714|gbt7714|缺|缺少|缺了|少了|没写|没有写|遗漏|漏|漏掉|齐全|要素对照|应有内容|原始网页|链接|网址|谁写|部门写|单位写|机关写|撰写|编写",
    full: "原文|官方|官方原文|报告原文|正文|全部内容|整篇|整份|通篇|全篇|完整版|完整|原件|原始文件|文件|文本|纯文本|全部文字|阅读|通读|朗读|打印|打印版|从头到尾|从头|原始|念",
    facts: "数据|统计|统计数据|数值|数据表|数字表|数据汇总|一览|清单|几个数字|多少个数字|最大|最小|数",
    "follow-up":
      "不足|不足之处|缺点|短板|弱项|短处|欠缺|困难|难点|难题|差距|薄弱|薄弱环节|没做好|没有做好|做得不好|没做到|没做完|没完成|没解决|未解决|没落实|不到位|哪里不好|计划|打算|下一步|下步|接下来|工作安排|工作计划|工作重点|工作思路|重点工作|重点任务|任务|方向|努力方向|" +
      "展望|明年|来年|下年|今后|未来|将来|改进|怎么改|整改|改进措施|整改措施|解决办法|解决措施|措施|对策|怎么解决|目标|对应|没有对应|未找到对应|成效|对不上|对得上|没有安排|有没有安排",
    checks:
      "复算|复核|核对结果|验算|验证|检验|校验|校核|核验|查证|证实|核算|核实|查实|准确|对不对|对得上|对不上|准不准|准|对|错|出错|错误|差错|有误|算错|算对|算得对|可靠|可信|真假|真实|自洽|一致|前后一致|相符|不符|不一致|复算不符|复算相符|" +
      "能不能算出来|算出来|算得出来|怎么算|比率|百分比|占比|抄错|没抄错|保证|计算|计算过程|算式|核对过|复核过|百分数|百分率",
    about:
      "本站|网站|站点|这个站|官网|官方|官方网站|政府网站|政府的|官办|非官方|许可|数据许可|许可证|开放许可|协议|条款|cc|cc by|知识共享|版权|授权|商用|商业用途|商业|转载|转发|转贴|引用|使用|隐私|声明|免责|免责声明|" +
      "更正|纠错|勘误|报错|反馈|有误|写错|错了|错误|错|联系|联系方式|联系人|作者|制作|制作者|开发|开发者|建的|办的|维护|运营|主办|主办方|源代码|代码|开源|校验值|校验|无障碍|可信|可靠|信得过|怎么核对|怎么来的|哪来的|从哪来|来源|数据来源|怎样核对|抄错|没抄错|保证|署名|注明|收集|归属|谁的",
    indicators: "指标目录|口径|统计口径|单位|指标名称|统计范围|范围|定义|指标定义",
    terms: "名词|名词解释|术语|解释|词汇|词条|专门词语|专有名词|专业|行话|概念|定义|含义|意思|释义|词义|注释|简称|缩写|看不懂|不懂|听不懂|生词|词",
    keywords: "高频|高频词|高频词汇|热词|热点|词频|词云|频率|出现最多|最常出现|常用词|常见词|词|常用|频次|次数最多|词最多",
    places: "地方|地名|地点|地区",
    explore: "比较|对比|画图|作图|画|图表|图|柱状图|折线图|饼图|趋势|走势|可视化|工具|制图|做图"
  };
  const ASKING = (
    "请问|查看|查询|查|看|找|打开|在|去|里|里面|上|看到|得到|获取|我|我要|我想|想|想要|要|需要|能|能不能|能否|可以|可不可以|可否|有|有没有|没有|没法|无法|不能|是|是不是|是否|的|了|吗|呢|吧|么|什么|什么时候|何时|哪|哪里|哪儿|哪些|哪个|哪天|怎么|" +
    "怎样|怎么样|如何|为什么|谁|谁的|几|几个|多少|个|一共|总共|共|全部|所有|整个|都|还|这|这个|这份|这些|那|该|本|它|你们|你|年度|报告|年报|关于|网页|页面|页|做|干|干啥|啥|提|提到|提及|涉及|用|过|被|把|给|到|存在|写|进行|出现|发现|到底|和|与|或|及|" +
    "主要|公开|表|列表|清单|一览|一览表|汇总|大全|目录|方式|办法|政策|方面|内容|情况|结果|东西|数字|数据|数值|数|工作|最多|具体|在线|免费|自己|让|为|要求|标明|注明|关系|区别|各种|各类|各个|实际|归|属于|完成|应|过|会|吧|过程|工具|单位|部门|机关|、|,|.|?|!|:|;|/|+"
  )
    .split("|")
    .concat(" ");
  const MEANING = /什么是|是什么|什么叫|叫什么|啥是|是啥|啥叫|意思|含义|涵义|定义|解释|何谓|何为|指什么|指的是|指啥|怎么理解|如何理解|概念/;
  const PROBLEMS = /(?:问题|不足|短板|缺点|差距|困难|差|差在(?:哪|哪里|哪儿)|不行|不好|不到位|不够|没做好|(?:怎么|如何|怎样)(?:改进|改|整改|解决|提升|加强)|改进|整改)(?:是|有|吗|呢|的|了|哪些|什么)*[?]?$/;
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

  /* { named, other }: the names that words have in them, one after the other, and what is neither name nor asking. */
  function readNames(names, words, around) {
    const named = [];
    const other = [];
    let isOther = false;
    let rest = words;
    while (rest) {
      const name = takeLongest(names, rest);
      const asking = takeLongest(around, rest);
      const word = name.length >= asking.length ? name : asking;
      if (word && word === name) {
        named.push(word);
      } else if (!word) {
        other.push((isOther ? other.pop() : "") + rest[0]);
      }
      isOther = !word;
      rest = rest.slice(word.length || 1);
    }
    return { named, other };
  }

  /* Whether words are names of something and nothing else, between them words of asking. */
  function isNamed(names, words, around) {
    const read = readNames(names, words, ASKING.concat(around || []));
    return read.named.length > 0 && !read.other.length;
  }

  /* The names of a page inside a longer question: those that no report has as a word, where the rest is in the reports,
     or names other pages; one character may be neither. */
  function findNamesWithin(index, names, all, words) {
    const read = readNames(names, words, ASKING);
    const isKnown = (run) => run.length < 2 || search.isInText(index, run) || isNamed(all, run) || search.splitWords(index, run).every((part) => part.known);
    return read.other.every(isKnown) && read.other.filter((run) => run.length < 2 && !search.isInText(index, run)).length < 2 ? read.named.filter((name) => name.length > 1 && !search.isInText(index, name)) : [];
  }

  /* Whether a question ends with what the page of problems is called by, after a subject: 营商环境差在哪. */
  function asksForProblems(index, page, result, words) {
    return /\/follow-up\.html$/.test(page.path) && !/^(?:literal|across)$/.test(result.mode) && PROBLEMS.test(words) && result.kept.length > 0;
  }

  /* What the title of a report says of all of it is no subject of its own. */
  function leaveTitle(index, words) {
    const titles = index.reports.map((report) => index.sections.filter((section) => section.report === report)[0].sentences);
    const parts = titles.reduce((all, sentences) => all.concat(sentences.slice(0, 1)), []).map((sentence) => sentence.form.loose);
    return search.splitWords(index, words).map((part) => (part.text.length > 1 && !part.filler && parts.some((title) => title.indexOf(part.text) >= 0) ? " " : part.text)).join("");
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

  /* A place that readers look for and no report names: which places the reports do name. */
  function findPlaces(index, words) {
    return index.places.some((name) => words.indexOf(name) >= 0) ? index.pages.filter((page) => /\/places\.html$/.test(page.path)) : [];
  }

  /* { pages, names }: pages that a query asks for, and the words that were read as their names. */
  function findPages(index, words, result) {
    const about = leaveTitle(index, words);
    const rows = index.pages.map((page) => ({ page, names: listNames(page) }));
    const whole = rows.filter((row) => isNamed(row.names, words) || isNamed(row.names, about));
    const all = rows.reduce((names, row) => names.concat(row.names), search.listKindNames(index));
    const within = whole.length ? [] : rows.map((row) => ({ page: row.page, names: findNamesWithin(index, row.names, all, words) })).filter((row) => row.names.length || asksForProblems(index, row.page, result, words));
    const pages = whole.concat(within).map((row) => row.page);
    const names = within.reduce((all, row) => all.concat(row.names), []);
    const routes = pages.concat(findYear(index, words), findMeaning(words, result.terms), findPlaces(index, words));
    return { pages: routes, names, isWhole: whole.length > 0 };
  }

  Object.assign(search, { findPages, isNamed });
})();
