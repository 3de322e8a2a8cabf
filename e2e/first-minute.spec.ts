/** The first minute: what a new visitor is asked, what the run answers, and that anything else ends it. */
import type { Page } from "@playwright/test";
import { violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { chooseDataset, open, openTool, readStatus } from "./playground.ts";

const sentence = /How many straight lines does it take to fence in the blue points\?/;

test("from the first question to the slope: every number is the run's", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByText(sentence)).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("Epoch 0, loss 0.7515, 100 of 200 correct.");
  await expect(page.getByText("ringed: misclassified")).toBeVisible();
  await page.getByRole("button", { name: "4", exact: true }).click();
  await expect(page.getByText("You guessed 4. Press Train")).toBeVisible();
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(page.getByText(/Each of the 3 hidden neurons draws one line/)).toBeVisible();
  await expect(page.getByText("You guessed 4. This network used 3.")).toBeVisible();
  await expect(
    page.getByText(
      "All 100 blue points are on the inner side of 3 lines, and their totals are above zero. Every orange point is on the inner side of at most 2, and its total is below zero.",
    ),
  ).toBeVisible();
  expect((await readStatus(page)).epoch).toBe(2427);
  const strip = page.getByRole("region", { name: "How the maps add up" });
  await expect(strip.getByText("3: ● 100")).toBeVisible();
  await expect(strip.getByText("2, 1: ◆ 100")).toBeVisible();

  // Neuron 2's line is the one that the nearest orange point is outside.
  await page.getByRole("button", { name: "Switch off neuron 2", exact: true }).first().click();
  await expect(
    page.getByText("You switched off neuron 2, so it outputs its mean, 0.5833, at every point."),
  ).toBeVisible();
  await expect(page.getByText("32 points change sides.")).toBeVisible();
  const orange = page.getByRole("region", { name: "Point 44, orange" });
  await expect(orange.getByText("with 2 on: 0.02178")).toBeVisible();
  await expect(orange.getByText("0.9638")).toBeVisible();
  await expect(page.getByText("without neuron 2, 168 of 200")).toBeVisible();
  // It's a look: nothing of the run changes.
  await expect(page.getByRole("status")).toHaveText(/200 of 200 correct/);

  await page.getByRole("button", { name: "How did it find them?" }).click();
  await expect(page.getByText(/Its slope is negative, so raising/)).toBeVisible();
  await expect(page.getByText(/Training repeated this 2,427 times/)).toBeVisible();
  await expect(
    page.getByText("The slopes predict a drop of 0.05740. The update delivers 76% of it."),
  ).toBeVisible();
  await expect(page.getByText("0.1639").first()).toBeVisible();
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(page.getByText(/^Epoch 1: /)).toBeVisible();
  await expect(page.getByRole("radiogroup", { name: "Task" })).toBeVisible();
});

test("it comes once on a device, and again from the bar", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("button", { name: "Skip" }).click();
  await page.getByRole("button", { name: "Leave" }).click();
  await expect(page.getByText("Press Train to see it learn.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Press Train to see it learn.")).toBeVisible();
  await expect(page.getByText(sentence)).toHaveCount(0);
  await page.getByRole("button", { name: "First minute" }).click();
  await expect(page.getByText(sentence)).toBeVisible();
});

for (const [name, act] of [
  ["a tool", async (page) => void (await openTool(page, "Activation"))],
  ["a dataset", (page) => chooseDataset(page, "Moons")],
  ["a number", (page) => page.getByRole("button", { name: /^Output/ }).click()],
  ["a step", (page) => page.getByRole("button", { name: "Step", exact: true }).click()],
  ["all settings", (page) => page.getByRole("button", { name: "All settings" }).click()],
] as const satisfies readonly (readonly [string, (page: Page) => Promise<void>])[]) {
  test(`${name} ends it`, async ({ page }) => {
    await page.goto("./");
    await expect(page.getByText(sentence)).toBeVisible();
    await act(page);
    await expect(page.getByText(sentence)).toHaveCount(0);
  });
}

test("by keyboard alone", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByText(sentence)).toBeVisible();
  await page.getByRole("button", { name: "3", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.locator("body").press(" "); // trains
  await expect(page.getByText("You guessed 3. This network used 3.")).toBeVisible();
  await page.getByRole("button", { name: "How did it find them?" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Its slope is negative/)).toBeVisible();
});

for (const { width, height } of [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
]) {
  test(`each of its moments is accessible and fits: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto("./");
    await expect(page.getByText(sentence)).toBeVisible();
    const check = async (): Promise<void> => {
      expect(await violations(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    };
    await check();
    await page.getByRole("button", { name: "3", exact: true }).click();
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await expect(page.getByText(/This network used 3/)).toBeVisible();
    await check();
    await page.getByRole("button", { name: "Switch off neuron 2", exact: true }).first().click();
    await expect(page.getByText("32 points change sides.")).toBeVisible();
    // On a phone the bar at the bottom may lie over half a button, as on every page that scrolls.
    await page
      .getByRole("button", { name: "Switch off neuron 3", exact: true })
      .first()
      .evaluate((button) => button.scrollIntoView({ block: "nearest" }));
    await check();
    await page.getByRole("button", { name: "How did it find them?" }).click();
    await expect(page.getByText(/The update delivers 76%/)).toBeVisible();
    await check();
  });
}

test("a link, another address and a new window that was here before begin without it", async ({ page }) => {
  await open(page);
  await expect(page.getByText("Press Train to see it learn.")).toBeVisible();
  await page.goto("./?theme=dark");
  await expect(page.getByText("Press Train to see it learn.")).toBeVisible();
});
