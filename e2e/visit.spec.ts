/** The state of a tab survives a reload and a crash; each tab has its own. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import {
  chooseDataset,
  fullSpeed,
  inspected,
  open,
  scrubTo,
  readStatus,
  train,
  untilStopped,
} from "./playground.ts";

const restored = (page: Page) => page.getByRole("note").filter({ hasText: "Restored your last visit." });

/** Moons, trained to its end, back at epoch 40 with the loss in the inspector. */
async function work(page: Page): Promise<string> {
  await fullSpeed(page);
  await chooseDataset(page, "Moons");
  await train(page);
  await expect(page.getByRole("status")).toHaveText(/Stopped/);
  await scrubTo(page, 40);
  await page
    .getByRole("main")
    .getByRole("button", { name: /^0\.\d+$/ })
    .first()
    .click();
  await expect(page.getByRole("region", { name: "Inspector" })).toBeVisible();
  // The state is saved within a second.
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).some((text) => text.includes("@40"))))
    .toBe(true);
  return (await readStatus(page)).text;
}

test("a reload restores the setup, the epoch and the inspected number; another tab begins fresh", async ({
  page,
  context,
}) => {
  // What a new visitor sees.
  await page.goto("./");
  const first = (await readStatus(page)).text;
  await page.goto("about:blank");
  await open(page);
  const before = await work(page);
  const { id, text } = await inspected(page);
  await page.reload();
  await expect(restored(page)).toContainText("Retrained to epoch 40: same numbers.");
  expect((await readStatus(page)).text).toBe(before);
  expect(await inspected(page)).toEqual({ id, text });
  await expect(page.getByRole("radio", { name: "Moons" })).toBeChecked();

  const other = await context.newPage();
  await other.goto("./");
  await expect(other.getByRole("status")).toHaveText(first);
  await expect(restored(other)).toHaveCount(0);
  await other.goto("about:blank");
  await open(other);
  await expect(restored(other)).toHaveCount(0);
  await expect(other.getByRole("radio", { name: "Circles" })).toBeChecked();
  await train(other);
  await untilStopped(other);
  await other.reload();
  await expect(restored(other)).toBeVisible();
  await expect(other.getByRole("radio", { name: "Circles" })).toBeChecked();

  await page.getByRole("button", { name: "Start fresh" }).click();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 0/);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await readStatus(page)).text).toBe(before);
});

test("a link takes precedence over the tab's earlier state", async ({ page }) => {
  await open(page);
  await train(page);
  await untilStopped(page);
  const experiment = { version: 1, dataset: { name: "xor" } };
  await page.goto(`./?#${encodeURIComponent(JSON.stringify({ experiment, t: 5 }))}`);
  await expect(page.getByRole("status")).toHaveText(/^Epoch 5/);
  await expect(restored(page)).toHaveCount(0);
  await expect(page.getByRole("radio", { name: "XOR" })).toBeChecked();
});

test("after a crash, exactly one new tab restores the state", async ({ page, context }) => {
  await open(page);
  const before = await work(page);
  const crashed = page.waitForEvent("crash");
  await page.goto("chrome://crash").catch(() => {});
  await crashed;
  const next = await context.newPage();
  await next.goto("./");
  await expect(restored(next)).toContainText("same numbers");
  expect((await readStatus(next)).text).toBe(before);
  const third = await context.newPage();
  await third.goto("./"); // a link would take precedence
  await expect(third.getByRole("status")).toHaveText(/^Epoch 0/);
  await expect(restored(third)).toHaveCount(0);
});

test("if the browser's storage is forbidden, the page works and doesn't complain", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("forbidden", "SecurityError");
        },
      });
    }
  });
  await open(page);
  await train(page);
  await untilStopped(page);
  await page.reload();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 0/);
});

test("a full storage doesn't affect the run", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await open(page);
  await train(page);
  await untilStopped(page);
});
