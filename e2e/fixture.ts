import { expect, test as base } from "@playwright/test";

/**
 * Playwright's test, failing when the page writes an error to the console, throws, breaks its content policy, or asks
 * another host for anything.
 */
export const test = base.extend<{ silent: undefined }>({
  silent: [
    async ({ page, baseURL }, use) => {
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
      await use(undefined);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
