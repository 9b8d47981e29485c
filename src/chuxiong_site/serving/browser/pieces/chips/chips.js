/* Several things chosen in an order: each can be taken out again. Its `list` is what is chosen now; `add` puts one at the end. */
(function () {
  "use strict";
  var parts = window.deskParts;

  parts.chips = function ({ name, label, chosen, offers, empty }) {
    var box = parts.make("div", "chips");
    var list = parts.make("ol", "chips__list");
    var choice = parts.select({ options: offers, empty });
    choice.name = name;
    choice.setAttribute("aria-label", label + "：" + empty);

    function createItem(id) {
      var offer = offers.find((one) => one.id === id);
      var item = parts.make("li", "chips__item", (offer ? offer.name : id) + " ");
      item.dataset.id = id;
      var drop = parts.button({
        words: "去掉",
        act: function () {
          item.remove();
          choice.focus();
        },
      });
      drop.setAttribute("aria-label", "去掉" + (offer ? offer.name : id));
      item.append(drop);
      return item;
    }

    box.list = function () {
      return [...list.children].map((item) => item.dataset.id);
    };
    box.add = function (id) {
      if (box.list().indexOf(id) < 0) list.append(createItem(id));
    };
    choice.addEventListener("change", function () {
      if (choice.value) box.add(choice.value);
      choice.value = "";
    });
    chosen.forEach(box.add);
    box.append(list, choice);
    box.field = choice;
    return box;
  };
})();
