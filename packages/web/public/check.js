// Runs before the page and apart from it, in words that the oldest browsers understand too: says in one sentence why
// Neural-Viz cannot start, where it cannot.
(function () {
  "use strict";
  const needed = [
    ["workers", "Worker" in window],
    ["style layers", "CSSLayerBlockRule" in window],
    ["popovers", "popover" in HTMLElement.prototype],
    ["sorted copies of arrays", "toSorted" in Array.prototype],
  ];
  const missing = needed
    .filter(function (need) {
      return !need[1];
    })
    .map(function (need) {
      return need[0];
    });
  const root = document.getElementById("root");

  function say(sentence) {
    if (root.childElementCount > 0) return;
    const line = document.createElement("p");
    line.setAttribute("role", "alert");
    line.textContent = sentence;
    root.appendChild(line);
  }

  if (missing.length > 0) {
    say(
      "Neural-Viz cannot run in this browser, which has no " +
        missing.join(", no ") +
        ": Chrome or Edge 114, Firefox 125, Safari 17 and all later ones have what it needs.",
    );
  }
  window.addEventListener(
    "error",
    function (event) {
      if (event.target instanceof HTMLScriptElement) {
        say("Neural-Viz could not be loaded completely: reload the page, please.");
      } else if (event.error instanceof SyntaxError) {
        say("Neural-Viz cannot run in this browser, which is too old to read it: please update it.");
      }
    },
    true,
  );
})();
