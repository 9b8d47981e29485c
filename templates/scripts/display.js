/* Type size and colours: set on the root element, remembered on this device only. */
(function () {
  "use strict";

  var root = document.documentElement;
  var settings = { type: "_type", theme: "_theme", marks: "_marks" };

  function read(name) {
    try {
      return window.localStorage.getItem("display-" + name) || "";
    } catch (error) {
      return "";
    }
  }

  function keep(name, value) {
    try {
      window.localStorage.setItem("display-" + name, value);
    } catch (error) {
      /* A browser without storage forgets; the choice still holds on this page. */
    }
  }

  function apply(name, value) {
    if (value) {
      root.setAttribute("data-" + name, value);
    } else {
      root.removeAttribute("data-" + name);
    }
  }

  Object.keys(settings).forEach(function (name) {
    apply(name, read(name));
  });

  var panel = document.querySelector(".display");
  if (!panel) {
    return;
  }
  panel.hidden = false;
  Object.keys(settings).forEach(function (name) {
    var inputs = panel.querySelectorAll('input[name="' + settings[name] + '"]');
    Array.prototype.forEach.call(inputs, function (input) {
      input.checked = input.value === (root.getAttribute("data-" + name) || "");
      input.addEventListener("change", function () {
        var value = input.checked ? input.value : "";
        apply(name, value);
        keep(name, value);
      });
    });
  });
  document.addEventListener("click", function (event) {
    if (panel.open && !panel.contains(event.target)) {
      panel.open = false;
    }
  });
  /* Who walks on with the keyboard leaves it: open, it would lie over what has focus. */
  document.addEventListener("focusin", function (event) {
    if (panel.open && !panel.contains(event.target)) {
      panel.open = false;
    }
  });
  panel.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      panel.open = false;
      panel.querySelector("summary").focus();
    }
  });
})();
