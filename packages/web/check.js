// Runs before the page's own scripts, in syntax that even old browsers understand. If Neural-Viz can't start, it says why
// and what to do about it.
(function () {
  "use strict";
  const needed = [
    ["web workers", "Worker" in window],
    ["CSS cascade layers", "CSSLayerBlockRule" in window],
    ["popovers", "popover" in HTMLElement.prototype],
    ["the array method toSorted", "toSorted" in Array.prototype],
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
      "Neural-Viz can’t run in this browser because it lacks " +
        missing.join(", ") +
        ". Use Chrome or Edge 114, Firefox 125, Safari 17, or any later version.",
    );
  }
  // Browsers don't load modules into a page opened from a file, and reloading doesn't help. Where this script is in the
  // page, so are all others.
  if (location.protocol === "file:" && document.currentScript.src !== "") {
    say(
      "Neural-Viz can’t start from a file, because browsers load its scripts only from a web server. " +
        "Run “npm start” in the project’s folder, or put the folder packages/web/dist on any static web host, " +
        "and open the URL you get. “npm run single” builds a page that does start from a file.",
    );
    return;
  }
  window.addEventListener(
    "error",
    function (event) {
      if (event.target instanceof HTMLScriptElement) {
        say("Neural-Viz didn’t load completely. Check your connection and reload the page.");
      } else if (event.error instanceof SyntaxError) {
        say("Neural-Viz can’t run in this browser because it’s too old. Please update it.");
      }
    },
    true,
  );
})();
