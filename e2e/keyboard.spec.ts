import { defaultExperiment, writeLink } from "@neural-viz/engine";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { open, readStatus, type } from "./playground.ts";

/** Opens a run that doesn't end before the test does. */
async function openLong(page: Page): Promise<void> {
  const experiment = { ...defaultExperiment, training: { ...defaultExperiment.training, autoStop: false } };
  await page.goto(`./#${writeLink({ experiment, t: 0 })}`);
  await expect(page.getByRole("status")).toHaveText(/^Epoch 0/);
}

test("Space plays and pauses", async ({ page }) => {
  await openLong(page);
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  await expect(page.getByRole("slider", { name: "Epoch", exact: true })).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Train", exact: true })).toBeVisible();
  expect((await readStatus(page)).epoch).toBeGreaterThan(0);
});

test("the arrow keys reach every neuron of 2-8-8-8-8-1, and E every weight", async ({ page }) => {
  await open(page);
  for (let l = 1; l <= 4; l++) {
    if (l > 1) await page.getByRole("button", { name: "Add hidden layer" }).click();
    await type(page, `Neurons in hidden layer ${l}`, 8);
  }
  const grid = page.getByRole("grid", { name: /^Network/ });
  await expect(grid.getByRole("button")).toHaveCount(2 + 4 * 8 + 1);
  const named = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  await grid.locator("button[tabindex='0']").focus();
  await page.keyboard.press("Home");
  const neurons = new Set<string>();
  const weights = new Set<string>();
  for (let layer = 0; layer <= 5; layer++) {
    for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowUp");
    const units = layer === 0 ? 2 : layer === 5 ? 1 : 8;
    for (let unit = 0; unit < units; unit++) {
      neurons.add((await named()).split(".")[0]!);
      await page.keyboard.press("e");
      const first = grid.locator("[data-weight]").first();
      await expect(first).toBeFocused();
      const count = await grid.locator("[data-weight]").count();
      for (let i = 0; i < count; i++) {
        weights.add((await page.evaluate(() => document.activeElement?.getAttribute("data-weight"))) ?? "");
        await page.keyboard.press("ArrowDown");
      }
      await page.keyboard.press("Escape");
      await expect(grid.locator("[data-weight]")).toHaveCount(0);
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("ArrowRight");
  }
  expect(neurons.size).toBe(2 + 4 * 8 + 1);
  expect(weights.size).toBe(2 * 8 + 8 + 3 * (64 + 8) + 8 + 1);
});

test("by keyboard alone: choose data, add a neuron, train, read the boundary", async ({ page }) => {
  await openLong(page);
  const reach = async (name: RegExp): Promise<void> => {
    for (let i = 0; i < 80; i++) {
      const label = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === document.body) return "";
        const labels =
          element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((l) => l.textContent) : [];
        return `${element?.getAttribute("aria-label") ?? ""} ${labels.join(" ")} ${element?.textContent ?? ""}`;
      });
      if (name.test(label)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab never reached ${name}.`);
  };
  await reach(/Circles/);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Moons" })).toBeChecked();
  await reach(/Neurons in hidden layer 1/);
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("grid").getByRole("button")).toHaveCount(2 + 5 + 1);
  await reach(/Probe of the decision boundary/);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText(/row \d+, column \d+/)).toBeVisible();
  await page.keyboard.press("Enter");
  await reach(/Train$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
});
