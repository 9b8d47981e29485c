/* The note that a number or a term opens: a sheet at the foot of a phone, beside the words on a desk.
   Where the engine has no popovers there is none, and the links go where they lead. */
(function () {
  "use strict";

  if (!("popover" in HTMLElement.prototype)) {
    return;
  }
  var sheet = null;
  var pointed = null;

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

  function point(link) {
    [pointed, link].forEach(function (other, index) {
      if (other) {
        other.classList.toggle(other.classList[0] + "--pointed", index === 1);
      }
    });
    pointed = link;
  }

  function createSheet() {
    sheet = create("div", "fact-note");
    sheet.setAttribute("popover", "auto");
    sheet.setAttribute("role", "dialog");
    sheet.setAttribute("aria-labelledby", "_fact-note-name");
    sheet.tabIndex = -1;
    sheet.addEventListener("toggle", function (event) {
      var left = pointed;
      if (event.newState === "closed") {
        point(null);
        if (left && (document.activeElement === document.body || sheet.contains(document.activeElement))) {
          left.focus({ preventScroll: true });
        }
      }
    });
    /* Who walks on with the keyboard leaves it: open, it would lie over what has focus. */
    document.addEventListener("focusin", function (event) {
      if (!sheet.contains(event.target) && sheet.matches(":popover-open")) {
        sheet.hidePopover();
      }
    });
    document.body.appendChild(sheet);
  }

  /* An empty note with a name and a way out. */
  function begin(name) {
    if (!sheet) {
      createSheet();
    }
    sheet.textContent = "";
    var head = create("div", "fact-note__head");
    var title = create("h2", "fact-note__name", name);
    title.id = "_fact-note-name";
    head.appendChild(title);
    head.appendChild(createButton("关闭", "fact-note__close", function () {
      sheet.hidePopover();
    }));
    sheet.appendChild(head);
    return sheet;
  }

  function place(link) {
    if (window.innerWidth < 720) {
      sheet.style.left = "";
      sheet.style.top = "";
      var hidden = link.getBoundingClientRect().bottom + 24 - (window.innerHeight - sheet.offsetHeight);
      if (hidden > 0) {
        window.scrollBy(0, hidden);
      }
      return;
    }
    var box = link.getClientRects()[0];
    var left = Math.min(box.left, document.documentElement.clientWidth - sheet.offsetWidth - 16);
    var below = box.bottom + 8;
    var above = box.top - sheet.offsetHeight - 8;
    var top = below + sheet.offsetHeight > window.innerHeight && above > 0 ? above : below;
    sheet.style.left = Math.max(16, left) + window.pageXOffset + "px";
    sheet.style.top = top + window.pageYOffset + "px";
  }

  function show(link) {
    point(link);
    if (!sheet.matches(":popover-open")) {
      sheet.showPopover();
    } else {
      link.scrollIntoView({ block: "center" });
    }
    place(link);
    sheet.focus({ preventScroll: true });
  }

  /* A plain click opens the note; a click meant for a new tab goes where the link leads. */
  function attach(link, act) {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
        return;
      }
      event.preventDefault();
      act(link);
    });
  }

  window.chuxiongNote = {
    create: create,
    createLink: createLink,
    createButton: createButton,
    begin: begin,
    show: show,
    attach: attach,
  };
})();
