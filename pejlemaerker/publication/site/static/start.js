// Before anything is painted: the theme and the language that the reader has chosen.
(function () {
  "use strict";
  function kept(name) { try { return localStorage.getItem("pejl-" + name); } catch (error) { return null; } }
  var root = document.documentElement;
  var theme = kept("theme");
  if (theme === "light" || theme === "dark") { root.dataset.theme = theme; }
  root.dataset.language = kept("language") === "en" ? "en" : "da";
  root.classList.add("js");
})();
