// What a reader sees where the search cannot run: opened as a file, or in a browser that knows no modules. Runs without modules itself.
(function () {
  "use strict";
  var place = document.getElementById("besked");
  if (!place) { return; }
  var modern = "noModule" in document.createElement("script") && "DecompressionStream" in window;
  if (location.protocol !== "file:" && modern) { return; }
  function say() { place.textContent = window.pejlText(location.protocol === "file:" ? "search_file" : "search_old_browser"); }
  place.hidden = false;
  say();
  document.addEventListener("pejl:language", say);
})();
