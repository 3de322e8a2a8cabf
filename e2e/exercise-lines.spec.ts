/** Exercises on the page whose lines are put in order, and those with one unknown. */
import { type NumbersExercise, orderedLines, parseExercise } from "@neural-viz/engine";
import type { Locator, Page } from "@playwright/test";
import { type LoopInput } from "../packages/engine/test/exerciseLoop.ts";
import { derivation, given, heading, line, linkOf, ordered, two } from "./exercises.ts";
import { expect, test } from "./fixture.ts";

/** The numbers of the right lines as shown, in the order in which they are computed, and those of the wrong ones. */
function linesOf(): { right: number[]; wrong: number[] } {
  const lines = orderedLines(parseExercise(ordered) as NumbersExercise);
  const stems = lines.map(({ id }) => id.replace("[1]", "").replace(/@0$/, ""));
  const isRight = (i: number): boolean => lines[i]!.mistake === undefined;
  return {
    right: derivation.map((stem) => stems.findIndex((one, i) => one === stem && isRight(i))),
    wrong: lines.map((_, i) => i).filter((i) => !isRight(i)),
  };
}

const lineOf = (page: Page, i: number): Locator => page.locator(`#line-${i}`);
const ofOrder = (page: Page): Locator =>
  page.getByRole("list", { name: "Your order" }).locator("[data-line]");
const orderOf = (page: Page): Promise<number[]> =>
  ofOrder(page).evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset["line"])));

test("lines are put in order with the keyboard, and announced", async ({ page }) => {
  await page.goto(linkOf(ordered));
  const { right, wrong } = linesOf();
  // The last two are swapped at first, and a wrong line is among them.
  const first = [...right.slice(0, 4), right[5]!, right[4]!, wrong[0]!];
  for (const i of first) {
    await lineOf(page, i).focus();
    await page.keyboard.press("Enter");
    await expect(lineOf(page, i)).toHaveAttribute("aria-pressed", "true");
    // One that isn't moved goes to the end of the order, too.
    if (i !== wrong[0]) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(lineOf(page, i)).toHaveAttribute("aria-pressed", "false");
  }
  expect(await orderOf(page)).toEqual(first);
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByText("2 lines aren’t right yet.").first()).toBeVisible();
  await expect(page.getByText(/^Too early: /)).toBeVisible();
  await expect(page.getByText(/^This line is wrong\. /)).toBeVisible();
  await lineOf(page, wrong[0]!).focus();
  await page.keyboard.press(" ");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press(" ");
  await lineOf(page, right[5]!).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByText("Place 4 of 6 in your order.")).toBeAttached();
  await page.keyboard.press("Escape");
  expect(await orderOf(page)).toEqual(first.slice(0, 6));
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await orderOf(page)).toEqual(right);
  await page.getByRole("button", { name: "Check" }).click();
  await expect(heading(page)).toHaveText("All 6 lines are in order.");
  await page.reload();
  await expect.poll(() => orderOf(page)).toEqual(right);
});

test("lines are dragged with a mouse, to a place and back, and a press moves one over", async ({ page }) => {
  await page.goto(linkOf(ordered));
  const { right } = linesOf();
  const [a, b, c] = right as [number, number, number];
  const drag = async (i: number, to: Locator, share = 0.5): Promise<void> => {
    const from = (await lineOf(page, i).boundingBox())!;
    const target = (await to.boundingBox())!;
    await page.mouse.move(from.x + 60, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 80, from.y + from.height / 2 + 12);
    await page.mouse.move(target.x + 60, target.y + target.height * share, { steps: 4 });
    await page.mouse.up();
  };
  const order = page.getByRole("list", { name: "Your order" });
  await drag(b, order);
  await drag(c, order, 0.9);
  await drag(a, lineOf(page, b), 0.1);
  expect(await orderOf(page)).toEqual([a, b, c]);
  await drag(c, lineOf(page, b), 0.2);
  expect(await orderOf(page)).toEqual([a, c, b]);
  await drag(c, page.getByRole("list", { name: "Lines", exact: true }));
  expect(await orderOf(page)).toEqual([a, b]);
  await lineOf(page, c).click();
  expect(await orderOf(page)).toEqual([a, b, c]);
  await lineOf(page, a).click();
  expect(await orderOf(page)).toEqual([b, c]);
});

test("lines are dragged with a finger by their grip", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    hasTouch: true,
    viewport: { width: 820, height: 1000 },
  });
  const page = await context.newPage();
  await page.goto(linkOf(ordered));
  const { right } = linesOf();
  const from = (await lineOf(page, right[0]!).locator("span").first().boundingBox())!;
  const to = (await page.getByRole("list", { name: "Your order" }).boundingBox())!;
  const session = await context.newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number, y: number) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await touch("touchStart", x, y);
  for (const share of [0.1, 0.4, 0.7, 1])
    await touch("touchMove", x + share * (to.x + 80 - x), y + share * (to.y + 40 - y));
  await touch("touchEnd", 0, 0);
  await expect.poll(() => orderOf(page)).toEqual([right[0]]);
  await context.close();
});

test("an unknown is solved for, and what comes out of a wrong answer is shown", async ({ page }) => {
  // z = b + 0.5 · 2 − 0.25 · 4 = b, and σ(z) = 0.7 at z = ln(0.7 / 0.3) = 0.8473.
  const one: LoopInput = { ...line, x: [2, 4], y: [1], weight: [[[0.5, -0.25]]], bias: [[0.3]] };
  const json = { experiment: given(one, {}), ask: ["b.1.1"], given: { p: 0.7 }, style: "solve" };
  await page.goto(linkOf(json));
  await expect(heading(page)).toHaveText(/^Which .* makes .* = 0\.7\?$/);
  const field = page.getByRole("textbox");
  await field.fill("0.3");
  await field.press("Enter");
  await expect(page.getByText("Not quite. Your value gives 0.5744 instead of 0.7000.")).toBeVisible();
  await field.fill("0,8473");
  await field.press("Enter");
  await expect(heading(page)).toHaveText(/= 0,8473 makes .* = 0\.7\.$/);
});

test("an unknown has hints and can be shown, and what was shown is no result to hand in", async ({
  page,
}) => {
  const one: LoopInput = { ...line, x: [2, 4], y: [1], weight: [[[0.5, -0.25]]], bias: [[0.3]] };
  const json = { experiment: given(one, {}), ask: ["b.1.1"], given: { p: 0.7 }, style: "solve" };
  await page.goto(linkOf(json));
  const answer = page.getByRole("region", { name: "Your answer" });
  await page.getByRole("button", { name: "Hint" }).click();
  await expect(answer).toContainText(/leads to .* in these steps:/);
  await page.getByRole("button", { name: "Show this one" }).click();
  await expect(answer).toContainText("It’s 0.8473.");
  await expect(heading(page)).toHaveText(/= 0\.8473 makes .* = 0\.7\.$/);
  await expect(heading(page)).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Your answer" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Copy result" })).toHaveCount(0);
});

test("an unknown without a solution has a sheet, no key, and says why", async ({ page }) => {
  // A probability is never 2.
  const json = { experiment: given(two, {}), ask: ["b.2.1"], given: { p: 2 }, style: "solve" };
  await page.goto(linkOf(json));
  const setup = page.getByRole("complementary", { name: "Exercise setup" });
  await page.getByRole("button", { name: "Save the key" }).click();
  await expect(setup).toContainText(/The exercise doesn’t work, so there’s no key: no value of b\.2\.1/);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the sheet" }).click();
  await download;
  for (let i = 0; i < 2; i++) await page.getByRole("button", { name: /^(Hint|Show this one)$/ }).click();
  await expect(page.getByText(/^The exercise doesn’t work: no value of b\.2\.1/)).toBeVisible();
});
