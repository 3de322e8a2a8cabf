/** The page in Firefox, driven by WebDriver BiDi. Skipped if Firefox isn't installed. */
import { createSession, format, parseExperiment } from "@neural-viz/engine";
import { expect, test } from "@playwright/test";
import { type Browser, launch, type Page } from "puppeteer-core";
import { findFirefox } from "../scripts/firefox.mjs";
import { here, script } from "./bits.ts";
import { defaultFragment } from "./playground.ts";

let browser: Browser;

test.beforeAll(async () => {
  browser = await launch({
    browser: "firefox",
    executablePath: findFirefox()!,
    headless: true,
    // The default window size, because not every Firefox knows the command that sets another.
    defaultViewport: null,
    args: ["--width=1440", "--height=1000"],
    timeout: 120_000,
    protocolTimeout: 170_000,
  });
});
test.afterAll(() => browser.close());

/** Opens the page and returns the errors it writes to the console. */
async function visit(address: string): Promise<{ page: Page; noise: string[] }> {
  const page = await browser.newPage();
  const noise: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") noise.push(message.text());
  });
  page.on("pageerror", (error) => noise.push(String(error)));
  await page.goto(address);
  return { page, noise };
}

const status = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector("[role=status]")?.textContent ?? "");

const untilStatus = (page: Page, pattern: RegExp): Promise<void> =>
  expect.poll(() => status(page), { timeout: 120_000 }).toMatch(pattern);

/** The result of a run of 500 epochs. */
function after500(): { readonly loss: string } {
  const session = createSession(parseExperiment({ version: 1, training: { epochs: 500, autoStop: false } }));
  while (session.stopped === undefined) session.step();
  return { loss: format(session.loss) };
}

test("Firefox and Node compute the same bits", async () => {
  const page = await browser.newPage();
  const there = await page.evaluate(await script());
  expect(there).toEqual(here());
});

test("in Firefox the default experiment appears, trains to 500 epochs with the engine's numbers, and explains them", async ({
  baseURL,
}) => {
  const { page, noise } = await visit(baseURL! + defaultFragment);
  await untilStatus(page, /^Epoch 0, loss 0\.\d+, \d+ of 200 correct\.$/);
  expect(await page.$$eval("[role=grid] button", (buttons) => buttons.length)).toBe(2 + 4 + 1);
  const experiment = { version: 1, training: { epochs: 500, autoStop: false } };
  const link = `${baseURL!}?#${encodeURIComponent(JSON.stringify({ experiment, t: 0 }))}`;
  await page.goto(link);
  await untilStatus(page, /^Epoch 0/);
  await (await page.$("::-p-aria(Train)"))!.click();
  await untilStatus(page, /^Epoch 500, .*Stopped/);
  expect(await status(page)).toContain(`loss ${after500().loss},`);
  await page.evaluate(() => {
    const dotted = [...document.querySelectorAll("main button")].find(({ textContent }) =>
      /^0\.\d+$/.test(textContent),
    );
    (dotted as HTMLButtonElement).click();
  });
  await page.waitForSelector("[data-inspected]");
  expect(await page.$eval("[data-inspected]", ({ textContent }) => textContent)).toMatch(/\d/);
  await page.waitForSelector("math");
  expect(noise).toEqual([]);
  await page.close();
});

test("in Firefox the keyboard alone trains, moves through the network and opens the inspector", async ({
  baseURL,
}) => {
  const { page, noise } = await visit(baseURL! + defaultFragment);
  await untilStatus(page, /^Epoch 0/);
  await page.keyboard.press(" ");
  await untilStatus(page, /Stopped/);
  await page.focus("[role=grid] button[tabindex='0']");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  const named = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  expect(named).toMatch(/^Hidden layer 1, neuron \d of 4\. Activation/);
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-inspected]");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.$("[data-inspected]")).toBeNull();
  expect(noise).toEqual([]);
  await page.close();
});
