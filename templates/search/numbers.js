/* What number does a query write? 132.87万 · 1,328,700 · 百分之九十八点二二 · 十万分之五 · 二十余次. Exact: decimal strings,
   and nothing where the program's own reader gives no value either: both are tried with one table of cases. */
(function () {
  "use strict";

  const search = window.chuxiongSearch;
  const DIGITS = "〇一二三四五六七八九";
  const PLACES = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
  const FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟零两";
  const PLAIN = "一二三四五六七八九十百千〇二";
  const SHARES = { 百: "%", 千: "‰", 万: "‱" };
  const FRONT = /^(?:不少于|不低于|不超过|超过|至少|至多|最多|平均|人均|达到|计划|大约|接近|将近|突破|不足|约|近|超|逾|过|上(?=[百千万亿])|达|共|拟|仅)+/;
  const SHARE = /^([百千万])分之/;
  const AMOUNT = /^(\d{1,3}(?: \d{3})+(?![\d ])(?:\.\d+)?|\d+(?:\.\d+)?)([十百千万亿]*)/;
  const CHINESE = /^([〇一二三四五六七八九十百千万亿]+)(?:点([〇一二三四五六七八九]+))?/;
  const LATER = /^[余多几来]?([百千万亿]*)[余多]?/;
  const SIGN = /^(?:[-−负]|[零〇]下)/;
  const GOES_ON = /^[0-9〇一二三四五六七八九十百千万亿点/×]/;
  const BEHIND = /^[^0-9〇一二三四五六七八九十百千万亿]{0,5}(?:—|-|–|~|至|到)[0-9〇一二三四五六七八九十百千万亿]|^[米块角斤尺丈成][0-9一二三四五六七八九]/;
  const COUNTED = /^(?:[%‰几件个元人名家户次条吨倍])/;
  const HALF = /^(?:个半(?=月|小时|钟头|学期)|([年天日月周时倍成亩斤里岁吨米])半)/;
  const RATIO = /^[:∶](\d+(?:\.\d+)?)(?=$|[^\d:∶.])/;
  const SECTION = 1e4;
  const PLACES_AFTER_POINT = 20;

  function simplify(text) {
    return text.replace(/[壹贰叁肆伍陆柒捌玖拾佰仟零两]/g, (char) => PLAIN[FORMAL.indexOf(char)]);
  }

  function power(words) {
    return words.split("").reduce((sum, word) => sum + PLACES[word], 0);
  }

  function tidy(number) {
    const parts = number.split(".");
    const whole = parts[0].replace(/^0+(?=\d)/, "") || "0";
    const rest = (parts[1] || "").replace(/0+$/, "");
    return rest ? whole + "." + rest : whole;
  }

  function shift(number, places) {
    const parts = number.replace(/ /g, "").split(".");
    const rest = (parts[1] || "").padEnd(places, "0");
    return tidy(parts[0] + rest.slice(0, places) + "." + rest.slice(places));
  }

  /* 三百五十 · 一万三千 · 二〇二三; null for what writes no number. `total` holds whole 万 and 亿. */
  function readPlaces(words) {
    let total = 0;
    let section = 0;
    let digit = null;
    let place = 10;
    for (const word of words) {
      const value = DIGITS.indexOf(word);
      if (value >= 0) {
        if (digit) {
          return null;
        }
        digit = value;
        place = value ? place : 10;
        continue;
      }
      place = Math.pow(10, PLACES[word]);
      const upto = section + (digit || 0);
      if (place < SECTION) {
        const count = digit || (place === 10 ? 1 : 0);
        if (!count || section % (place * 10)) {
          return null;
        }
        section += count * place;
      } else if (place === SECTION) {
        if (!upto || Math.floor(total / SECTION) % SECTION) {
          return null;
        }
        total += upto * place;
        section = 0;
      } else {
        if (total + upto <= 0 || total + upto >= place) {
          return null;
        }
        total = (total + upto) * place;
        section = 0;
      }
      digit = null;
    }
    return total + section + (digit || 0) * (place / 10);
  }

  function readInteger(words) {
    const digits = words.split("").map((word) => DIGITS.indexOf(word));
    const isPositional = digits.indexOf(-1) < 0 && (digits.length > 2 || digits.indexOf(0) >= 0);
    const value = isPositional ? Number(digits.join("")) : readPlaces(words);
    return value !== null && Number.isSafeInteger(value) ? String(value) : null;
  }

  /* Digits with 万 or 亿; 2亿3000万 is a sum. */
  function readDigits(text) {
    let match = AMOUNT.exec(text);
    let value = shift(match[1], power(match[2]));
    let length = match[0].length;
    while (match[2] && (match = AMOUNT.exec(text.slice(length)))) {
      value = String(Number(value) + Number(shift(match[1], power(match[2]))));
      length += match[0].length;
    }
    return { value, length };
  }

  function readChinese(text) {
    const match = CHINESE.exec(text);
    const whole = match && readInteger((/^[百千万亿]/.test(text) ? "一" : "") + match[1]);
    if (!whole) {
      return null;
    }
    const rest = (match[2] || "").split("").map((word) => DIGITS.indexOf(word)).join("");
    return { value: tidy(whole + "." + rest), length: match[0].length };
  }

  function readAmount(words) {
    return /^\d/.test(words) ? readDigits(words) : readChinese(words);
  }

  /* part ÷ whole where a decimal states it exactly, else null: 三分之二. */
  function divide(part, whole) {
    const decimals = Math.max((part.split(".")[1] || "").length, (whole.split(".")[1] || "").length);
    const divisor = Number(shift(whole, decimals));
    let rest = Number(shift(part, decimals));
    if (!divisor || !Number.isSafeInteger(divisor * 10) || !Number.isSafeInteger(rest)) {
      return null;
    }
    let written = Math.floor(rest / divisor) + ".";
    for (let places = 0; places < PLACES_AFTER_POINT; places += 1) {
      rest = (rest % divisor) * 10;
      written += Math.floor(rest / divisor);
    }
    return rest % divisor ? null : tidy(written);
  }

  /* 五百分之一: { value, length }, or null. */
  function readFraction(whole, text) {
    const words = text.slice(whole.length + 2);
    const part = readAmount(words);
    const value = part && divide(part.value, whole.value);
    return value && { value, length: whole.length + 2 + part.length };
  }

  /* What stands behind a number and changes it: 个亿, 个半月, 年半. { value, unit, taken }, or null where it goes on. */
  function readBehind(value, rest) {
    if (GOES_ON.test(rest) || BEHIND.test(rest) || /^[:∶]\d/.test(rest)) {
      return null;
    }
    if (/^个亿(?![元级])/.test(rest)) {
      return { value: shift(value, 8), unit: rest.slice(2), taken: 2 };
    }
    const half = HALF.exec(rest);
    if (half) {
      return value.indexOf(".") < 0 ? { value: value + ".5", unit: (half[1] || "个") + rest.slice(half[0].length), taken: 0 } : null;
    }
    return { value, unit: rest, taken: 0 };
  }

  /* 3.05:1 as a fraction; null for what has several members or no exact value. */
  function readRatio(number, words) {
    const match = RATIO.exec(words.slice(number.length));
    const value = match && divide(number.value, match[1]);
    return value && { value, unit: "", length: number.length + match[0].length };
  }

  /* { value, unit, length } of the number a text begins with; `length` covers it without its unit. */
  function readNumber(given) {
    const text = simplify(given);
    const front = (FRONT.exec(text) || [""])[0].length;
    const sign = (SIGN.exec(text.slice(front)) || [""])[0].length;
    const share = SHARE.exec(text.slice(front + sign));
    const start = front + sign + (share ? share[0].length : 0);
    const words = text.slice(start);
    const amount = readAmount(words);
    const isFraction = amount && /^分之/.test(words.slice(amount.length));
    const number = isFraction ? readFraction(amount, words) : amount;
    if (!number || (isFraction && share)) {
      return null;
    }
    const ratio = isFraction || share || sign ? null : readRatio(number, words);
    if (ratio) {
      return ratio;
    }
    const later = isFraction ? ["", ""] : LATER.exec(words.slice(number.length));
    const length = start + number.length + later[0].length;
    const rest = text.slice(length);
    const behind = share && COUNTED.test(rest) ? null : readBehind(shift(number.value, power(later[1])), rest);
    if (!behind) {
      return null;
    }
    const unit = (share ? SHARES[share[1]] : "") + behind.unit.replace(/[()\s]/g, "");
    return { value: sign ? "-" + behind.value : behind.value, unit, length: length + behind.taken };
  }

  Object.assign(search, { readNumber });
})();
