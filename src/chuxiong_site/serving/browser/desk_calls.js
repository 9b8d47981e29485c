/* How the desk's page speaks: to the preview, which is told each decision and answers with the desk after it, and to staff. */
(function () {
  "use strict";
  var calls = (window.deskCalls = {});
  var parts = window.deskParts;
  var token = document.querySelector('meta[name="token"]').content;
  var busy = false;
  var asked = 0;

  calls.find = function (id) {
    return document.getElementById(id);
  };

  calls.say = function (words) {
    calls.find("said").textContent = words;
  };

  /* Say why something was not done, with the mistakes that it would have made. */
  calls.tell = function (record) {
    var box = calls.find("problems");
    box.textContent = "";
    (record.problems || []).forEach(function (one) {
      box.append(parts.problem({ record: one }));
    });
    calls.say(record.said);
  };

  calls.ask = function (path, said) {
    var options = said
      ? { method: "POST", headers: { "X-Token": token, "Content-Type": "application/json" }, body: JSON.stringify(said) }
      : {};
    return fetch("/_preview/" + path, options).then(function (answer) {
      return answer
        .json()
        .catch(function () {
          return { said: "程序自己出了错，说明在终端里。写没有写，看「定了的」。" };
        })
        .then(function (record) {
          return { ok: answer.ok, isOld: answer.status === 409, record: record };
        });
    });
  };

  calls.isBusy = function () {
    return busy;
  };

  /* Ask for one thing at a time. `take` hears the answer that is right; `refuse` hears of one that is not whether the
     files are others now, and asks what they say: that is shown unless something else was asked for meanwhile. */
  calls.send = function (path, said, take, refuse) {
    if (busy) return Promise.resolve(false);
    busy = true;
    asked += 1;
    var own = asked;
    return calls
      .ask(path, said)
      .finally(function () {
        busy = false;
      })
      .then(function (answer) {
        if (answer.ok) {
          calls.find("problems").textContent = "";
          take(answer.record);
          return true;
        }
        calls.tell(answer.record);
        if (refuse) refuse(answer.isOld, () => own === asked);
        return false;
      })
      .catch(function () {
        calls.say("预览没有回答：它停了，或者网页太旧。没有写；重新打开预览再试。");
        return false;
      });
  };
})();
