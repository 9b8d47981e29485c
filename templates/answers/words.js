/* What do people say where a report has another word? Plain words for official ones, tried only
   where the report lacks the word; and the units that a question asks for. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  /* Left: as people say it. Right: as offices write it, the likeliest first. */
  const SAYINGS = (
    "车祸=道路交通事故/交通事故|环保=生态环境/环境保护|残疾人=助残/残疾|演习=演练|开庭=出庭|案子=案件|网上能办=网上可办|能上网办=网上可办|办事的地方=服务中心|办事大厅=服务中心|败诉=胜诉|输=胜诉|赢=胜诉|外省=跨省|本省=省内|省里=全省|乡里=乡镇|镇上=乡镇|村上=村|村里=村|" +
    "市里=市|县里=县|网上办=网办/网上可办|手机上=手机|打官司=诉讼/应诉|官司=诉讼/应诉|告状=诉讼|告政府=行政诉讼/应诉|吵架=纠纷|矛盾=纠纷|律师=法律顾问|花费=经费/资金|" +
    "花钱=经费/资金/投资|省钱=节支|省了=节支|浪费=损失|罚款=处罚|罚=罚/责|不罚=减免责/免罚/不予处罚|处罚了=处罚|养老院=养老|老人=养老|小孩=抚幼/未成年|孩子=抚幼/未成年|学校=教育|上学=教育|" +
    "看病=医疗|医院=医疗|找工作=就业|工作岗位=就业|打工=就业|救火=消防|火灾=消防|塌方=地质灾害|滑坡=地质灾害|盖房=宅基地/建房|盖房子=宅基地/建房|建房=宅基地|办证=证照|证件=证照|" +
    "公司=企业|老板=企业/经营主体|商户=经营主体/市场主体|做生意=营商|生意=营商|开公司=营商|领导=主要领导/领导干部|打电话=热线|电话=热线|投诉=热线|大厅=中心|" +
    "窗口=便民服务中心|钱=资金|消息=信息|通告=公告|抽查=评查|合格率=通过率|及格率=通过率|回复率=办复率/答复率|答复率=办复率|完成率=办结率|调停=调解|讲课=培训|上课=培训|" +
    "红头文件=规范性文件|地方法规=条例|法规=条例|奖=表彰/优秀|名次=位列|排名=位列/优秀|缺点=问题/不足|短处=短板|不足之处=不足|打算=计划/重点|下一步=重点|演戏=演练|快递=物流|上网=网|" +
    "缩短=压缩|减少=压缩/减少|快了=压缩|提速=压缩|死亡=伤亡|出事=事故|人手=人员/力量|缺人=断档/力量|缺编=断档/力量"
  )
    .split("|")
    .map((row) => row.split("="));
  const UNITS = [
    [/率|比例|占|百分|几成/, "%"],
    [/多久|几天|多少天|多长时间|时间|时限|几个工作日|多少个工作日/, "天日时分"],
    [/几年|多少年|连续/, "年"],
    [/多少钱|几个亿|金额|资金|花了|经费|几万|亿/, "元"],
    [/多少(?:个|名|位)?人|几(?:个|名|位)?人|人数|人员|人次/, "人名"],
    [/几次|多少次|多少回|几回/, "次"],
    [/几件|多少件|件数/, "件"],
    [/几项|多少项/, "项"],
    [/几家|多少家/, "家"],
    [/几场|多少场/, "场"]
  ];
  const QUANTITY = /多少|几(?!乎)|多不多|多吗|率|比例|数量|人数|金额|件数|多久|多长|第几|最少|最多|最低|最高|至少/;

  /* The official words for what people say, those that the report has; none where it has the word itself. */
  function translate(index, word) {
    if (search.isInText(index, word)) {
      return [];
    }
    const row = SAYINGS.filter((pair) => pair[0] === word)[0];
    return row ? row[1].split("/").filter((official) => search.isInText(index, official)) : [];
  }

  /* A query with what people say put in official words: { text, said: [[typed, read]] }. */
  function rephrase(index, words) {
    const said = [];
    let text = words;
    SAYINGS.slice().sort((a, b) => b[0].length - a[0].length).forEach(function (pair) {
      if (text.indexOf(pair[0]) >= 0) {
        const read = translate(index, pair[0])[0];
        if (read) {
          text = text.split(pair[0]).join(" " + read + " ");
          said.push([pair[0], read]);
        }
      }
    });
    return { text: text.trim().replace(/ +/g, " "), said };
  }

  /* Characters of the units that a question asks for; empty when it asks for none. */
  function readUnit(words) {
    const row = UNITS.filter((pair) => pair[0].test(words))[0];
    return row ? row[1] : "";
  }

  function asksForQuantity(words) {
    return QUANTITY.test(words);
  }

  Object.assign(search, { rephrase, readUnit, asksForQuantity });
})();
