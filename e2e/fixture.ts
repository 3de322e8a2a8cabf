import { expect, test as base } from "@playwright/test";

/** Playwright's test, failing when the page writes an error to the console, throws, or breaks its content policy. */
export const test = base.extend<{ silent: undefined }>({
  silent: [
    async ({ page }, use) => {
      const noise: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") noise.push(message.text());
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
