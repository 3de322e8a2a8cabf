/** Custom points: drawn, pasted, dropped; and undo of a setup. */
import { type CustomData, defaultExperiment, writeLink } from "@neural-viz/engine";
import type { Page } from "@playwright/test";
import { violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { open, openTool as openPanel, readStatus } from "./playground.ts";

async function openTool(page: Page): Promise<void> {
  await open(page);
  await page
    .getByRole("radiogroup", { name: "Task" })
    .getByRole("radio", { name: "Your own" })
    .check({ force: true });
  await expect(page.getByRole("region", { name: "Draw points" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Draw or paste points…" })).toBeVisible();
}

const square = (page: Page) => page.getByRole("application", { name: /points/ });
const undo = (page: Page) =>
  page.getByRole("region", { name: "Draw points" }).getByRole("button", { name: "Undo" });
const pointsNow = async (page: Page): Promise<number> => (await readStatus(page)).count;

test("by mouse: a press adds a point of the class, a drag moves it, a press erases it, undo brings it back", async ({
  page,
}) => {
  await openTool(page);
  const box = (await square(page).boundingBox())!;
  const positionOf = (x1: number, x2: number) => ({ x: x1 * box.width, y: (1 - x2) * box.height });
  await square(page).click({ position: positionOf(0.03, 0.95) });
  await expect(page.getByText("Added point 201 of class 1 at")).toBeVisible();
  await page.getByLabel("Add ◆ 0").check({ force: true });
  await square(page).click({ position: positionOf(0.97, 0.95) });
  expect(await pointsNow(page)).toBe(202);

  await page.getByLabel("Move", { exact: true }).check({ force: true });
  const [from, to] = [positionOf(0.97, 0.95), positionOf(0.97, 0.05)];
  await page.mouse.move(box.x + from.x, box.y + from.y);
  await page.mouse.down();
  await page.mouse.move(box.x + to.x, box.y + to.y, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByText(/^Point 202 is at 0\.9\d+, 0\.0\d+\.$/)).toBeVisible();

  await page.getByLabel("Erase").check({ force: true });
  await square(page).click({ position: positionOf(0.03, 0.95) });
  await expect(page.getByText("Erased point 201. Left: 201 points.")).toBeVisible();
  await expect.poll(() => pointsNow(page)).toBe(201);
  await undo(page).click();
  await expect.poll(() => pointsNow(page)).toBe(202);
});

test("by keyboard: arrow keys move a cross, and Enter adds, moves and erases points there", async ({
  page,
}) => {
  await openTool(page);
  await square(page).focus();
  for (const key of [
    "Shift+ArrowUp",
    "Shift+ArrowUp",
    "Shift+ArrowUp",
    "Shift+ArrowUp",
    "ArrowLeft",
    "Enter",
  ]) {
    await page.keyboard.press(key);
  }
  await expect(page.getByText("Added point 201 of class 1 at 0.4800, 0.9000.")).toBeVisible();
  await page.getByLabel("Move", { exact: true }).check({ force: true });
  await square(page).focus();
  for (const key of ["Shift+ArrowUp", "Shift+ArrowUp", "Shift+ArrowUp", "Shift+ArrowUp", "ArrowLeft"]) {
    await page.keyboard.press(key);
  }
  for (const key of ["Enter", "Shift+ArrowRight", "Enter"]) await page.keyboard.press(key);
  await expect(page.getByText("Point 201 is at 0.5800, 0.9000.")).toBeVisible();
});

test("a table is read, its columns can be chosen, and the axes show its units", async ({ page }) => {
  await openTool(page);
  const area = page.getByLabel("Paste lines of inputs, and then a label or values");
  await area.fill("id;age;height;sick\n1;30,5;170;no\n2;60,5;tall;yes\n3;40,5;175;no");
  await page.getByLabel("x₁").selectOption("age");
  await page.getByLabel("x₂").selectOption("height");
  await expect(page.getByRole("alert")).toHaveText(
    "Line 3, column 3 (height) must be a number; it is “tall”.",
  );
  expect(await pointsNow(page)).toBe(200);
  await area.fill("id;age;height;sick\n1;30,5;170;no\n2;60,5;180;yes\n3;40,5;175;no");
  await page.getByLabel("x₁").selectOption("age");
  await page.getByLabel("x₂").selectOption("height");
  await expect(page.getByText("“no” is class 0, “yes” is class 1.")).toBeVisible();
  await expect(page.getByText("x₁ = (column − 30.50) / 30.00, x₂ = (column − 160.0) / 30.00")).toBeVisible();
  await page.getByRole("button", { name: "Use these 3 points" }).click();
  await expect.poll(() => pointsNow(page)).toBe(3);
  const axes = page.getByRole("region", { name: "Decision boundary" });
  for (const tick of ["30.5", "45.5", "60.5", "160", "175", "190"]) {
    await expect(axes.getByText(tick, { exact: true })).toBeVisible();
  }
  expect(await violations(page)).toEqual([]);
});

test("a dropped table is offered, and changes nothing until it is used", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["0.1,0.2,a\n0.8,0.9,b\n"], "mine.csv", { type: "text/csv" }));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
  });
  await expect(page.getByRole("button", { name: "Use these 2 points" })).toBeVisible();
  expect(await pointsNow(page)).toBe(200);
});

test("undo restores the previous setup with its epoch, and redo goes back", async ({ page }) => {
  await open(page);
  for (let i = 0; i < 3; i++) await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 3/);
  const before = (await readStatus(page)).text;
  await page.waitForTimeout(800);
  await page
    .getByRole("radiogroup", { name: "Dataset" })
    .getByRole("radio", { name: "XOR" })
    .check({ force: true });
  await expect.poll(() => pointsNow(page)).toBe(4);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("status")).toHaveText(before);
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => pointsNow(page)).toBe(4);
});

test("Back and Forward go through setups and tools", async ({ page }) => {
  await open(page);
  await page
    .getByRole("radiogroup", { name: "Dataset" })
    .getByRole("radio", { name: "XOR" })
    .check({ force: true });
  await expect.poll(() => pointsNow(page)).toBe(4);
  await page.waitForTimeout(800);
  await page.getByRole("button", { name: "Tools" }).click();
  await page.getByRole("button", { name: /^Health/ }).click();
  const tool = page.getByRole("region", { name: "Health", exact: true });
  await expect(tool).toBeVisible();
  await page.goBack();
  await expect(tool).toBeHidden();
  expect(await pointsNow(page)).toBe(4);
  await page.goBack();
  await expect.poll(() => pointsNow(page)).toBe(200);
  await page.goForward();
  await expect.poll(() => pointsNow(page)).toBe(4);
  await page.goForward();
  await expect(tool).toBeVisible();
});

test("a table's inputs needn't be rescaled: they stay as typed, and the axes show their range", async ({
  page,
}) => {
  await openTool(page);
  await page
    .getByLabel("Paste lines of inputs, and then a label or values")
    .fill("age,height,sick\n30,170,no\n60,180,yes\n40,175,no");
  await page.getByLabel("Don’t rescale the inputs").check({ force: true });
  await expect(page.getByText("x₁ from 30.00 to 60.00, x₂ from 170.0 to 180.0")).toBeVisible();
  await page.getByRole("button", { name: "Use these 3 points" }).click();
  await expect.poll(() => pointsNow(page)).toBe(3);
  const axes = page.getByRole("region", { name: "Decision boundary" });
  for (const tick of ["30", "45", "60", "170", "175", "180"]) {
    await expect(axes.getByText(tick, { exact: true })).toBeVisible();
  }
  await expect(page.getByText(/outside the square/)).toBeHidden();
  expect(await violations(page)).toEqual([]);
});

/** Opens these points and the tool, and returns what the tool says and where to press. */
async function openPoints(page: Page, dataset: CustomData) {
  const experiment = { ...defaultExperiment, dataset };
  await page.goto(`./#${writeLink({ experiment, t: 0 })}`);
  const tool = await openPanel(page, "Your points");
  const box = (await square(page).boundingBox())!;
  const positionOf = (across: number, up: number) => ({ x: across * box.width, y: (1 - up) * box.height });
  return { tool, box, positionOf };
}

const count = (page: Page, points: number) =>
  expect(square(page)).toHaveAccessibleName(new RegExp(`^${points} points?\\.`));

test("one input and a value: a press adds a point there, a drag changes its value, a press erases it", async ({
  page,
}) => {
  // The plane reaches from 0 − 0.3 to 1 + 0.3.
  const { tool, box, positionOf } = await openPoints(page, {
    name: "custom",
    inputs: 1,
    targets: "values",
    samples: [
      [0.1, 0],
      [0.9, 1],
    ],
  });
  await square(page).click({ position: positionOf(0.5, 0.5) });
  await expect(tool.getByText(/^Added point 3 at 0\.(49|50)\d+ with value 0\.(49|50)\d+\.$/)).toBeVisible();
  await count(page, 3);

  await tool.getByLabel("Move", { exact: true }).check({ force: true });
  const [from, to] = [positionOf(0.5, 0.5), positionOf(0.25, 0.75)];
  await page.mouse.move(box.x + from.x, box.y + from.y);
  await page.mouse.down();
  await page.mouse.move(box.x + to.x, box.y + to.y, { steps: 5 });
  await page.mouse.up();
  // −0.3 + 0.75 · 1.6 = 0.9
  await expect(tool.getByText(/^Point 3 is at 0\.2[45]\d+ with value 0\.(89|90)\d+\.$/)).toBeVisible();

  await tool.getByLabel("Add", { exact: true }).check({ force: true });
  await square(page).focus();
  for (const key of ["Shift+ArrowDown", "Shift+ArrowRight", "Enter"]) await page.keyboard.press(key);
  // −0.3 + 0.4 · 1.6 = 0.34
  await expect(tool.getByText("Added point 4 at 0.6000 with value 0.3400.")).toBeVisible();

  await tool.getByLabel("Erase").check({ force: true });
  await square(page).click({ position: positionOf(0.25, 0.75) });
  await expect(tool.getByText("Erased point 3. Left: 3 points.")).toBeVisible();
  await undo(page).click();
  await count(page, 4);
  expect(await violations(page)).toEqual([]);
});

test("two inputs and a value: a press adds a point with the value typed, and a drag keeps it", async ({
  page,
}) => {
  const { tool, box, positionOf } = await openPoints(page, {
    name: "custom",
    targets: "values",
    samples: [
      [0.1, 0.2, -1],
      [0.9, 0.5, 3],
    ],
  });
  const field = tool.getByRole("spinbutton", { name: "Value of the next point" });
  await field.fill("2.5");
  await field.press("Enter");
  await square(page).click({ position: positionOf(0.5, 0.5) });
  await expect(tool.getByText(/^Added point 3 at 0\.\d+, 0\.\d+ with value 2\.500\.$/)).toBeVisible();
  await tool.getByLabel("Move", { exact: true }).check({ force: true });
  const [from, to] = [positionOf(0.5, 0.5), positionOf(0.25, 0.75)];
  await page.mouse.move(box.x + from.x, box.y + from.y);
  await page.mouse.down();
  await page.mouse.move(box.x + to.x, box.y + to.y, { steps: 5 });
  await page.mouse.up();
  await expect(tool.getByText(/^Point 3 is at 0\.2[45]\d+, 0\.7[45]\d+ with value 2\.500\.$/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
