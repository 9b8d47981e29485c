/* What does a question find that stands nowhere as it is asked? It is split into parts: words that the report knows,
   numbers that are facts, pieces that stand in the text. All parts are required; the fewest possible are left out. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  const FILLERS = new Set(
    ("的 了 是 在 有 和 与 及 等 占 吗 呢 吧 啊 啥 干啥 么 几 多 把 被 从 由 为 对 其 中 里 上 哪 谁 我 我们 你 这 那 这个 那个 都 也 还 又 到 过 没 没有 能 会 要 可以 " +
      "开 做 搞 办 去年 今年 明年 年 天 元 人 名 个 家 件 项 条 次 场 种 卷 位 事 好 最 第 排 多少 什么 哪些 哪里 哪个 哪天 哪年 怎么 怎样 怎么样 如何 为什么 为何 " +
      "请问 一下 一共 总共 分别 有没有 是不是 是否 能不能 多不多 多大 多高 多长 多久 几个 什么时候 到底 情况 数量 报告 关于").split(" ")
  );
  const GAPS = /[^0-9a-z.%\u3400-\u9fff〇]+/;
  const EITHER = /([\u3400-\u9fff])[不没]\1/g; /* 来不来, 严不严 */
  const TOO_LONG = 120;
  const LONGEST_PIECE = 12;
  const MOST_PARTS = 30; /* as many as bits in a mask */

  /* Cut a run of characters into known words, or what these begin with: as few unknown characters as can be, then as few words. No number is cut. */
  function split(index, run) {
    const best = [{ cost: 0, from: 0, known: true }];
    const numbers = search.listNumbers(run);
    for (let end = 1; end <= run.length; end += 1) {
      const whole = numbers.find((range) => range[0] < end && end <= range[1]);
      if (whole && end < whole[1]) {
        best[end] = { cost: Infinity };
        continue;
      }
      const start = whole ? whole[0] : end - 1;
      best[end] = { cost: best[start].cost + 10, from: start, known: false };
      for (let from = Math.max(0, end - index.longest); from < end; from += 1) {
        const word = run.slice(from, end);
        const known = index.words.has(word) || FILLERS.has(word) || index.heads.has(word);
        const cost = best[from].cost + (end - from > 1 ? 2 : 3);
        if (known && cost <= best[end].cost) {
          best[end] = { cost, from, known };
        }
      }
    }
    const words = [];
    for (let end = run.length; end > 0; end = best[end].from) {
      words.unshift({ text: run.slice(best[end].from, end), known: best[end].known });
    }
    return words;
  }

  function isInText(index, words) {
    if (!index.inText.has(words)) {
      const form = search.form(words);
      index.inText.set(words, index.sentences.some((sentence) => sentence.form.loose.indexOf(words) >= 0 && search.locate(sentence.form, form).length > 0));
    }
    return index.inText.get(words);
  }

  /* 化解 + 率 stands in the text as 化解率: neighbours that do are one part. */
  function joinWords(index, words) {
    const parts = [];
    words.forEach(function (word) {
      const last = parts[parts.length - 1];
      const filler = FILLERS.has(word.text);
      if (last && last.known && word.known && !last.filler && !filler && isInText(index, last.text + word.text)) {
        last.text += word.text;
      } else {
        parts.push({ text: word.text, known: word.known, filler });
      }
    });
    return mendUnknown(index, parts);
  }

  function isNumber(words) {
    const [range] = search.listNumbers(words);
    return range !== undefined && range[1] - range[0] === words.length;
  }

  /* What is unknown, or a lone character, is taken together with its like and cut once more. */
  function mendUnknown(index, parts) {
    const mended = [];
    let run = "";
    parts.concat([{ text: "", known: true, filler: true }]).forEach(function (part) {
      if (isNumber(part.text) && !part.known) {
        mended.push(...cutUnknown(index, run), Object.assign(part, { known: isInText(index, part.text) }));
        run = "";
      } else if (!part.known || (part.text.length === 1 && !part.filler && !search.isPlain(part.text))) {
        run += part.text;
      } else {
        mended.push(...cutUnknown(index, run), part);
        run = "";
      }
    });
    return mended.filter((part) => part.text);
  }

  function beginsOrEndsWord(index, piece) {
    const form = search.form(piece);
    return index.sentences.some((sentence) => search.locate(sentence.form, form).some((range) => sentence.edges.has(range[0]) || sentence.edges.has(range[1])));
  }

  /* Words that the splitter did not cut out may stand in the text all the same: the longest pieces that do. */
  function cutUnknown(index, run) {
    for (let length = Math.min(run.length, LONGEST_PIECE); length > 1; length -= 1) {
      for (let at = 0; at + length <= run.length; at += 1) {
        const piece = run.substr(at, length);
        if (isInText(index, piece) && (length === run.length || beginsOrEndsWord(index, piece))) {
          return cutUnknown(index, run.slice(0, at)).concat([{ text: piece, known: true, filler: false }], cutUnknown(index, run.slice(at + length)));
        }
      }
    }
    return run ? [{ text: run, known: false, filler: false }] : [];
  }

  /* A number inside a question, when some fact has that value: 化解率98.22%. */
  function findNumberParts(index, run) {
    for (const [start] of search.listNumbers(run)) {
      const number = search.readNumber(run.slice(start));
      const facts = number ? search.findFacts(index, run.slice(start)) : [];
      if (facts.length) {
        const unit = facts[0].unit && number.unit.startsWith(facts[0].unit) ? facts[0].unit : "";
        const tail = run.slice(start + number.length);
        const end = run.length - tail.length + (tail.startsWith(unit) ? unit.length : 0);
        const part = { text: run.slice(start, end), known: true, filler: false, facts };
        return joinWords(index, split(index, run.slice(0, start))).concat([part], end < run.length ? findNumberParts(index, run.slice(end)) : []);
      }
    }
    return joinWords(index, split(index, run));
  }

  /* What the asker has set apart by a space stays together where the text has it so. */
  function describeParts(index, words) {
    const runs = words.split(GAPS).filter(Boolean);
    const whole = (run) => runs.length > 1 && run.length > 1 && isInText(index, run);
    const cut = (run) => (whole(run) ? [{ text: run, known: true, filler: false }] : findNumberParts(index, run));
    return runs.reduce((parts, run) => parts.concat(cut(run)), []);
  }

  function locatePart(sentence, part) {
    const fact = (part.facts || []).filter((fact) => fact.sentence === sentence)[0];
    const ranges = search.locate(sentence.form, part.form);
    return ranges.length || !fact ? ranges : search.describeFact(fact).ranges;
  }

  function count(mask) {
    return mask ? (mask & 1) + count(mask >>> 1) : 0;
  }

  function chooseBest(masks, weights) {
    const weigh = (mask) => weights.reduce((sum, weight, bit) => sum + (mask & (1 << bit) ? weight : 0), 0);
    return masks.reduce((best, mask) => (count(mask) > count(best) || (count(mask) === count(best) && weigh(mask) > weigh(best)) ? mask : best), 0);
  }

  /* All parts in one sentence; else in one section; else the most parts that stand together, the rarest of them. */
  function findParts(index, parts) {
    const rows = index.sentences.map(function (sentence) {
      const found = parts.map((part) => locatePart(sentence, part));
      return { sentence, found, mask: found.reduce((mask, ranges, bit) => mask | (ranges.length ? 1 << bit : 0), 0) };
    });
    const weights = parts.map((_, bit) => Math.log(1 + rows.length / (1 + rows.filter((row) => row.mask & (1 << bit)).length)));
    const unions = new Map();
    rows.forEach((row) => unions.set(row.sentence.section, (unions.get(row.sentence.section) || 0) | row.mask));
    const inSentence = chooseBest(rows.map((row) => row.mask), weights);
    const inSection = chooseBest(Array.from(unions.values()), weights);
    const near = count(inSentence) < count(inSection);
    const kept = near ? inSection : inSentence;
    const fits = (row) => (near ? row.mask & kept && (unions.get(row.sentence.section) & kept) === kept : (row.mask & kept) === kept);
    const hits = kept ? rows.filter(fits).map(describeRow) : [];
    hits.sort((a, b) => count(b.mask & kept) - count(a.mask & kept) || a.sentence.place - b.sentence.place);
    return { hits, kept: parts.filter((_, bit) => kept & (1 << bit)), mode: near ? "section" : "sentence" };
  }

  function describeRow(row) {
    const ranges = search.join(row.found.reduce((all, some) => all.concat(some), []));
    return Object.assign(search.describeHit(row.sentence, ranges), { mask: row.mask });
  }

  function unique(parts) {
    return parts.filter((part, order) => parts.findIndex((other) => other.text === part.text) === order);
  }

  /* A question by its parts. What is mostly unknown here finds nothing; a question may hold more that is unknown. */
  function findByParts(index, words) {
    const parts = words.length > TOO_LONG ? [] : describeParts(index, words.replace(EITHER, " "));
    parts.forEach((part) => Object.assign(part, { form: search.form(part.text) }));
    const telling = parts.filter((part) => !part.filler && (part.text.length > 1 || search.isPlain(part.text)));
    const known = unique(telling.filter((part) => part.known)).slice(0, MOST_PARTS);
    const size = (list) => list.reduce((sum, part) => sum + part.text.length, 0);
    const content = size(unique(parts.filter((part) => !part.filler && !isNumber(part.text))));
    /* Fillers or spaces make it a question. */
    const absent = unique(parts).map((part) => part.text).filter((word, order) => isNumber(word) && !unique(parts)[order].known);
    const asks = content < words.replace(/ /g, "").length || words.indexOf(" ") > 0;
    const about = unique(parts.filter((part) => !part.filler && !isNumber(part.text))).map((part) => part.text);
    const unknown = about.filter((word) => known.every((part) => part.text !== word) && !isInText(index, word));
    if (!known.length || (size(known) * 2 < content && !(asks && size(known) * 3 >= content))) {
      return { hits: [], kept: [], mode: "none", dropped: [], facts: [], near: known.map((part) => part.text), absent, about, unknown, isTooLong: words.length > TOO_LONG };
    }
    const found = Object.assign(findParts(index, known), { near: [], absent, about, unknown });
    found.dropped = unique(parts).map((part) => part.text).filter((word) => found.kept.every((part) => part.text !== word));
    found.facts = found.kept.reduce((facts, part) => facts.concat(part.facts || []), []);
    return found;
  }

  /* A query cut into words, one after another without a gap: { text, known, filler }. */
  function splitWords(index, words) {
    return split(index, words).map((part) => Object.assign(part, { filler: FILLERS.has(part.text) }));
  }

  Object.assign(search, { findByParts, splitWords, isInText });
})();
