/* The note that a number or a term opens: in the margin beside its line, else below its sentence, on a phone at the foot.
   Where the engine has no popovers there is none, and the links go where they lead. */
(function () {
  "use strict";

  if (!("popover" in HTMLElement.prototype)) {
    return;
  }
  var sheet = null;
  var body = null;
  var told = null;
  var lit = [];
  var isClosing = false;

  function create(tag, className, text) {
    var element = document.createElement(tag);
    if (className) {
      element.className = className;
    }
    if (text) {
      element.textContent = text;
    }
    return element;
  }

  function createLink(text, href) {
    var link = create("a", "", text);
    link.href = href;
    return link;
  }

  function createButton(text, className, act) {
    var button = create("button", className, text);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  function light(elements) {
    [lit, elements].forEach(function (group, index) {
      group.forEach(function (element) {
        element.classList.toggle(element.classList[0] + "--lit", index === 1);
      });
    });
    lit = elements;
  }

  function isOpen() {
    return Boolean(sheet) && sheet.matches(":popover-open");
  }

  function leave() {
    light([]);
    document.body.style.paddingBottom = "";
    window.chuxiongNotePlace.clearMargin(null);
  }

  /* The engine would give focus back to the number that came first; the reader has walked on since. */
  function giveFocusBack(event) {
    if (event.newState === "closed" && sheet.contains(document.activeElement)) {
      isClosing = true;
      told.opener.focus({ preventScroll: true });
      isClosing = false;
    }
  }

  /* Who walks out of it with the keyboard goes on from where it was opened. */
  function walk(event) {
    var stops = body.querySelectorAll("a, button");
    var seen = Array.prototype.filter.call(stops, function (stop) {
      return stop.offsetParent;
    });
    var at = document.activeElement;
    if (event.key === "Tab" && (event.shiftKey ? at === sheet || at === seen[0] : at === seen[seen.length - 1])) {
      sheet.hidePopover();
      if (event.shiftKey) {
        event.preventDefault();
      }
    }
  }

  function createSheet() {
    sheet = create("div", "fact-note");
    sheet.setAttribute("popover", "auto");
    sheet.setAttribute("role", "dialog");
    sheet.setAttribute("aria-labelledby", "_fact-note-name");
    sheet.tabIndex = -1;
    sheet.appendChild(create("i", "fact-note__line"));
    body = sheet.appendChild(create("div", "fact-note__body"));
    sheet.addEventListener("keydown", walk);
    sheet.addEventListener("beforetoggle", giveFocusBack);
    sheet.addEventListener("toggle", function (event) {
      if (event.newState === "closed" && !isOpen()) {
        leave();
      }
    });
    document.addEventListener("focusin", function (event) {
      if (isOpen() && !isClosing && !sheet.contains(event.target)) {
        sheet.hidePopover();
      }
    });
    window.addEventListener("resize", function () {
      if (isOpen()) {
        window.chuxiongNotePlace(sheet, told);
      }
    });
    document.body.appendChild(sheet);
  }

  /* An empty note with a name and a way out. */
  function begin(name) {
    if (!sheet) {
      createSheet();
    }
    body.textContent = "";
    body.scrollTop = 0;
    var head = create("div", "fact-note__head");
    var title = create("h2", "fact-note__name", name);
    title.id = "_fact-note-name";
    head.appendChild(title);
    head.appendChild(createButton("关闭", "fact-note__close", function () {
      sheet.hidePopover();
    }));
    body.appendChild(head);
    return body;
  }

  /* `link` is what the note is about; `options`: `opener`, to which focus returns, `kept`, what is not to be covered
     in place of the sentence, `focus`, where it goes inside the note, `quiet`: the page has come there by itself. */
  function show(link, options) {
    var sentence = link.closest(".sentence");
    told = { link: link, opener: link, kept: sentence || link, mark: link };
    Object.keys(options || {}).forEach(function (key) {
      told[key] = options[key];
    });
    light(sentence ? [link, sentence] : [link]);
    if (!isOpen()) {
      sheet.showPopover();
    }
    window.chuxiongNotePlace(sheet, told);
    if (!told.quiet) {
      (told.focus || sheet).focus({ preventScroll: true });
    }
  }

  /* A plain click opens the note; a click meant for a new tab goes where the link leads. */
  function isPlain(event) {
    return !event.defaultPrevented && !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  }

  function attach(link, act) {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", function (event) {
      if (isPlain(event)) {
        event.preventDefault();
        act(link);
      }
    });
  }

  window.chuxiongNote = {
    create: create,
    createLink: createLink,
    createButton: createButton,
    begin: begin,
    show: show,
    attach: attach,
    isPlain: isPlain,
  };
})();
