// The switches of language and theme, dates in English, permalinks, and what is copied. Nothing is fetched.
(function () {
  "use strict";
  var root = document.documentElement;
  var texts = window.pejlTexts || {};
  function keep(name, value) { try { localStorage.setItem("pejl-" + name, value); } catch (error) { /* a reader who keeps nothing */ } }
  function language() { return root.dataset.language === "en" ? "en" : "da"; }

  // The text `key` in the language of the frame, with values in the place of {names}.
  function text(key, values) {
    var found = texts[key];
    if (!found) { return key; }
    values = values || {};
    var one = String(values.n) === "1" ? found[language() + "_one"] : undefined;
    return (one || found[language()]).replace(/\{(\w+)\}/g, function (whole, name) {
      if (!(name in values)) { return whole; }
      var value = values[name];
      return /^\d+$/.test(value) ? Number(value).toLocaleString(language() === "en" ? "en-GB" : "da-DK") : value;
    });
  }
  window.pejlText = text;

  function translate() {
    document.querySelectorAll("[data-t]").forEach(function (element) {
      element.textContent = text(element.dataset.t, element.dataset);
      if (language() === "en") { element.lang = "en"; } else { element.removeAttribute("lang"); }
    });
    ["aria-label", "title", "placeholder"].forEach(function (name) {
      document.querySelectorAll("[data-t-" + name + "]").forEach(function (element) {
        element.setAttribute(name, text(element.getAttribute("data-t-" + name)));
      });
    });
    document.querySelectorAll("time[data-precision]").forEach(function (element) {
      if (!element.dataset.danish) { element.dataset.danish = element.textContent; }
      element.textContent = language() === "en" ? english(element) : element.dataset.danish;
      if (language() === "en") { element.lang = "en"; } else { element.removeAttribute("lang"); }
    });
    var release = window.pejlRelease || {};
    document.querySelectorAll("[data-release]").forEach(function (element) {
      var name = element.dataset.release;
      if (name === "edition" && release.edition) { element.textContent = text("footer_" + release.edition); }
      if (name === "version" && release.version) { element.textContent = text("footer_release") + " " + release.version + "."; }
      if (name === "licence" && release.licence) { element.textContent = text("footer_licence", { licence: release.licence }); }
    });
    document.dispatchEvent(new CustomEvent("pejl:language"));
  }

  function english(element) {
    var parts = element.dateTime.split("-").map(Number);
    var precision = element.dataset.precision;
    if (precision === "year") { return String(parts[0]); }
    if (precision === "quarter") { return "Q" + Math.ceil(parts[1] / 3) + " " + parts[0]; }
    var style = precision === "month" ? { month: "long", year: "numeric" } : { day: "numeric", month: "long", year: "numeric" };
    return new Date(parts[0], (parts[1] || 1) - 1, parts[2] || 1).toLocaleDateString("en-GB", style);
  }

  function languages() {
    var button = document.getElementById("sprog");
    if (!button) { return; }
    function name() { button.textContent = texts.switch_language ? texts.switch_language[language()] : ""; button.lang = language() === "en" ? "da" : "en"; }
    button.hidden = false;
    button.addEventListener("click", function () {
      root.dataset.language = language() === "en" ? "da" : "en";
      keep("language", language());
      name();
      translate();
      themeName();
    });
    name();
  }

  var themes = ["auto", "light", "dark"];
  function theme() { return root.dataset.theme || "auto"; }
  function themeName() { var place = document.getElementById("lys-nu"); if (place) { place.textContent = text("theme_" + theme()); } }
  function switchTheme() {
    var button = document.getElementById("lys");
    if (!button) { return; }
    button.hidden = false;
    themeName();
    button.addEventListener("click", function () {
      var next = themes[(themes.indexOf(theme()) + 1) % themes.length];
      if (next === "auto") { delete root.dataset.theme; } else { root.dataset.theme = next; }
      keep("theme", next);
      themeName();
    });
  }

  // A permalink: the card of the row is opened, and its words are marked where they stand.
  function follow() {
    var id = decodeURIComponent(location.hash.slice(1));
    document.querySelectorAll(".lit").forEach(function (element) { element.classList.remove("lit"); });
    if (!id) { return; }
    var card = document.getElementById(id);
    if (!card) { elsewhere(id); return; }
    if (!card.classList.contains("row")) { return; }
    card.open = true;
    var marks = document.querySelectorAll('mark[data-rows~="' + CSS.escape(id) + '"]');
    marks.forEach(function (mark) { mark.classList.add("lit"); });
    (marks[0] || card).scrollIntoView({ block: "center", behavior: "instant" });
    card.querySelector("summary").focus({ preventScroll: true });
  }
  // A long document goes on over several pages; the first knows which rows stand on which.
  function elsewhere(id) {
    document.querySelectorAll("[data-holds]").forEach(function (page) {
      if (page.dataset.holds.split(" ").indexOf(id.slice(id.lastIndexOf("-") + 1)) !== -1) {
        location.replace(page.getAttribute("href") + "#" + id);
      }
    });
  }

  function marks() {
    document.addEventListener("click", function (event) {
      var mark = event.target.closest("mark[data-rows]");
      if (mark && !event.target.closest("a")) { location.hash = mark.dataset.rows.split(" ").pop(); }
      var copy = event.target.closest("button[data-copy]");
      if (copy) { copied(copy); }
    });
  }
  function copied(button) {
    var place = document.getElementById(button.dataset.copy) || button.parentElement.querySelector(".copied");
    if (!place || !navigator.clipboard) { return; }
    navigator.clipboard.writeText(place.textContent.trim()).then(function () {
      button.textContent = text("card_copied");
      setTimeout(function () { button.textContent = text("card_copy"); }, 2000);
    });
  }

  languages();
  switchTheme();
  translate();
  marks();
  follow();
  window.addEventListener("hashchange", follow);
})();
