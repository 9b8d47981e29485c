/* What can be taken from a chart: its picture as PNG, on the clipboard or in a file, its link, the code that embeds it.
   The PNG is drawn from the complete SVG file that the page carries, so it says all that the file says. */
(function () {
  "use strict";

  var SCALE = 3;
  var FAILED = "图片没有生成，请下载 SVG。";
  var SHOWN = "长按上面的图，选「保存图片」或者「转发」。";

  /* WeChat saves no file that a page has made: there the picture is shown, to be pressed long. */
  var SHOWS = /MicroMessenger/i.test(navigator.userAgent);
  var COPIES = Boolean(!SHOWS && navigator.clipboard && navigator.clipboard.write && window.ClipboardItem);

  function find(figure, name) {
    return figure.querySelector("." + name);
  }

  function say(figure, words) {
    find(figure, "chart__status").textContent = words;
  }

  /* The picture as a canvas, then `use`; what fails is said. */
  function paint(figure, use) {
    var svg = JSON.parse(find(figure, "chart__file").textContent);
    var image = new Image();
    image.onload = function () {
      var canvas = document.createElement("canvas");
      canvas.width = image.width * SCALE;
      canvas.height = image.height * SCALE;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      use(canvas);
    };
    image.onerror = function () {
      say(figure, FAILED);
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
  }

  function nameFile(figure) {
    return figure.id.replace("_chart-", "") + ".png";
  }

  function save(figure) {
    paint(figure, function (canvas) {
      canvas.toBlob(function (blob) {
        var link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = nameFile(figure);
        document.body.appendChild(link);
        link.click();
        link.remove();
        setTimeout(function () {
          URL.revokeObjectURL(link.href);
        }, 10000);
        say(figure, "PNG 已生成，标题、来源和声明都在图里。");
      });
    });
  }

  function show(figure) {
    paint(figure, function (canvas) {
      var frame = find(figure, "chart__saved") || document.createElement("p");
      var picture = new Image();
      picture.alt = find(figure, "chart__title").textContent;
      picture.src = canvas.toDataURL("image/png");
      frame.className = "chart__saved";
      frame.textContent = "";
      frame.appendChild(picture);
      find(figure, "chart__more").insertBefore(frame, find(figure, "chart__status"));
      say(figure, SHOWN);
    });
  }

  /* The clipboard takes the promise of a picture: Safari wants it asked for while the finger is still down. */
  function copy(figure) {
    var picture = new Promise(function (resolve, reject) {
      paint(figure, function (canvas) {
        canvas.toBlob(function (blob) {
          if (blob) {
            resolve(blob);
          } else {
            reject(new Error("png"));
          }
        });
      });
    });
    navigator.clipboard.write([new window.ClipboardItem({ "image/png": picture })]).then(
      function () {
        say(figure, "图片已复制，可以直接粘贴。");
      },
      function () {
        say(figure, "浏览器没有允许复制图片，请下载 PNG。");
      }
    );
  }

  function offer(button, action) {
    if (button) {
      button.hidden = false;
      button.addEventListener("click", action);
    }
  }

  function prepare(figure) {
    var link = find(figure, "chart__link");
    var picture = find(figure, "chart__copy");
    var status = find(figure, "chart__status");
    if (!status || !find(figure, "chart__file") || !window.chuxiongCopying) {
      return;
    }
    link.textContent = "复制链接";
    link.setAttribute("aria-label", "复制" + link.getAttribute("aria-label"));
    link.addEventListener("click", function (event) {
      event.preventDefault();
      window.chuxiongCopying.copy(link.href, "链接已复制。", status);
    });
    offer(find(figure, "embed__copy"), function () {
      window.chuxiongCopying.copy(find(figure, "embed__code").textContent, "嵌入代码已复制。", status);
    });
    if (SHOWS) {
      picture.textContent = "存图片";
      offer(picture, function () {
        show(figure);
      });
      return;
    }
    offer(find(figure, "chart__png"), function () {
      save(figure);
    });
    if (COPIES) {
      offer(picture, function () {
        copy(figure);
      });
    }
  }

  Array.prototype.forEach.call(document.querySelectorAll("figure.chart"), prepare);
  window.chuxiongPictures = { save: save };
})();
