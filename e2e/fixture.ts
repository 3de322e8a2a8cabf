import { expect, test as base } from "@playwright/test";

/**
 * Playwright's test, failing when the page writes an error to the console, throws, breaks its content policy, asks
 * another host for anything, or shows, for however short a moment, NaN, undefined or an infinite number. A test whose
 * run itself holds such numbers says so: `test.use({ notFinite: true })`.
 */
export const test = base.extend<{ silent: undefined; notFinite: boolean }>({
  notFinite: [false, { option: true }],
  silent: [
    async ({ page, baseURL, notFinite }, use) => {
      const noise: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") noise.push(message.text());
      });
      page.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^(http|ws)/.test(protocol) && origin !== new URL(baseURL!).origin) noise.push(request.url());
      });
      page.on("pageerror", (error) => noise.push(String(error.stack)));
      await page.addInitScript(() => {
        addEventListener("securitypolicyviolation", (event) =>
          console.error("policy", event.violatedDirective),
        );
      });
      if (!notFinite) await page.addInitScript(watchForNumbersThatAreNone);
      await use(undefined);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});

/** Writes an error to the console when a text that is no number appears where there should be one. In the page. */
function watchForNumbersThatAreNone(): void {
  const none = /\bNaN\b|\bundefined\b|\bInfinity\b|∞|\[object /;
  const look = (node: Node): void => {
    const element = node instanceof Element ? node : node.parentElement;
    const text = node.textContent ?? "";
    // Code has words of its own, and MathML holds formulas' sources.
    if (
      !none.test(text) ||
      element === null ||
      element.closest("pre, code, textarea, script, style, annotation")
    )
      return;
    if (node instanceof Element && node.childNodes.length > 0) node.childNodes.forEach(look);
    else console.error(`“${text}” in ${element.outerHTML.slice(0, 200)}`);
  };
  new MutationObserver((changes) => {
    for (const { target, addedNodes, type } of changes) {
      if (type === "characterData") look(target);
      else addedNodes.forEach(look);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

export { expect };
