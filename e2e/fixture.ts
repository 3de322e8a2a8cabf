import { expect, test as base } from "@playwright/test";

/**
 * Playwright's test, which fails if the page writes an error to the console, throws, breaks its content policy,
 * requests anything from another host, or shows NaN, undefined or an infinite number, however briefly. A test whose
 * run contains such numbers says so: `test.use({ notFinite: true })`.
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

/** Runs in the page. Writes an error to the console when a text shows something that isn't a number instead of one. */
function watchForNumbersThatAreNone(): void {
  const none = /\bNaN\b|\bundefined\b|\bInfinity\b|∞|\[object /;
  const look = (node: Node): void => {
    const element = node instanceof Element ? node : node.parentElement;
    const text = node.textContent ?? "";
    // Code may contain these words, and MathML contains the sources of formulas.
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
