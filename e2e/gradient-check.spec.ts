import type { Page } from "@playwright/test";
import { checkGradient, createSession, defaultExperiment, format } from "@neural-viz/engine";
import { evaluateLine } from "./calculator.ts";
import { expect, test } from "./fixture.ts";
import { inspected, inspector, open, scrubTo, train, type, untilStopped } from "./playground.ts";

const region = (page: Page) => page.getByRole("region", { name: "Gradient check", exact: true });
const table = (page: Page) => region(page).getByRole("table");

/** The engine's check of the default run after t updates. */
function checkAfter(t: number, epsilon?: number) {
  const session = createSession(defaultExperiment);
  while (session.t < t) session.step();
  return checkGradient(session.goal, session.params, epsilon);
}

test("the badge says that all gradients agree, and at which epoch; a press opens the check", async ({
  page,
}) => {
  await open(page);
  await expect(region(page)).toHaveText("✓ all 17 gradients agree");
  await train(page);
  await expect(region(page)).toHaveText(/\(epoch 0\)/);
  await untilStopped(page);
  await scrubTo(page, 30);
  await expect(region(page)).toHaveText("✓ all 17 gradients agree");
  await region(page).getByRole("button").click();
  await expect(table(page).locator("tbody tr")).toHaveCount(17);
});

test("the table can be sorted by any column, begins with the largest gradient, and its calculations are correct", async ({
  page,
}) => {
  await open(page);
  await train(page);
  await untilStopped(page);
  await scrubTo(page, 40);
  await region(page).getByRole("button").click();
  const { parameters } = checkAfter(40);
  const sizes = parameters.toSorted((a, b) => Math.abs(b.backprop) - Math.abs(a.backprop));
  const chosen = table(page).locator("tr[data-chosen]");
  await expect(chosen.locator("[data-quantity]").first()).toHaveText(format(sizes[0]!.backprop));
  const second = async (): Promise<string[]> =>
    table(page).locator("tbody tr td:nth-child(2)").allTextContents();
  expect(await second()).toEqual(sizes.map(({ backprop }) => format(backprop)));
  await table(page).getByRole("button", { name: "Relative error" }).click();
  const errors = parameters.toSorted((a, b) => b.relativeError - a.relativeError);
  await expect
    .poll(async () => table(page).locator("tbody tr td:nth-child(4)").allTextContents())
    .toEqual(errors.map(({ relativeError }) => format(relativeError)));

  const { id } = errors[2]!;
  await table(page).locator("tbody tr").nth(2).getByRole("button").first().click();
  const line = region(page).locator(`[data-line="fd.${id}[0.00001]@40"]`);
  await expect(line).toBeVisible();
  const text = (await line.textContent()) ?? "";
  const { value, result } = evaluateLine(text);
  expect(value).toBe(result);
  await line.locator("[data-quantity^='above']").click();
  await expect.poll(async () => (await inspected(page)).id).toBe(`above.${id}[0.00001]@40`);
  expect((await inspected(page)).text).toBe(format(errors[2]!.above));
  await expect(inspector(page)).toContainText("raised by");
});

test("with a coarse ε the finite difference is inaccurate and the check says so; a press on the curve selects another ε", async ({
  page,
}) => {
  await open(page);
  await region(page).getByRole("button").click();
  await type(page, "Step ε value", 0.1);
  const { parameters } = checkAfter(0, 0.1);
  const differ = parameters.filter(({ verdict }) => verdict === "differs").length;
  expect(differ).toBeGreaterThan(0);
  await expect(region(page)).toContainText(`⚠ ${differ} of 17 gradients differ`);
  // Each parameter has its mark on the network, too. The legend has one of each kind.
  const network = page.getByRole("region", { name: "Network", exact: true });
  await expect(
    network.locator("g + path[data-verdict='differs'], g ~ path[data-verdict='differs']"),
  ).toHaveCount(differ);
  const picture = region(page).getByRole("img", { name: /Relative error against/ });
  const box = (await picture.boundingBox())!;
  await picture.click({ position: { x: box.width * 0.66, y: 60 } });
  await expect(region(page)).toContainText("✓ all 17 gradients agree");
});

test("by keyboard alone: open it from the menu of tools, choose a parameter, widen it, leave it", async ({
  page,
}) => {
  await open(page);
  await page.getByRole("button", { name: "Tools" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Gradient check/ }).press("Enter");
  await expect(table(page)).toBeVisible();
  const row = table(page).getByRole("rowheader").nth(5).getByRole("button");
  await row.press("Enter");
  await expect(row).toHaveAttribute("aria-pressed", "true");
  await region(page).getByRole("button", { name: "Expand" }).press("Enter");
  await expect(page.getByRole("region", { name: "Decision boundary" })).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(table(page)).toBeHidden();
  await expect(page.getByRole("region", { name: "Decision boundary" })).toBeVisible();
});

test("the largest error with a coarse step can be guessed, and a press on the guess takes it back", async ({
  page,
}) => {
  await open(page);
  await region(page).getByRole("button").click();
  const chips = region(page).getByRole("group", { name: /^Your guess: with ε = 10⁻²/ });
  await chips.getByRole("button", { name: "10⁻¹¹" }).press("Enter");
  const { maxRelativeError } = checkAfter(0, 0.01);
  const verdict = region(page).getByText(/^Not quite: it’s/);
  await expect(verdict).toContainText(format(maxRelativeError));
  await expect(verdict).toContainText("an error that grows with ε²");
  await expect(region(page)).toContainText(`the largest relative error is ${format(maxRelativeError)}`);
  await chips.getByRole("button", { name: "10⁻¹¹" }).press("Enter");
  await expect(verdict).toBeHidden();
  await expect(region(page)).toContainText(
    `the largest relative error is ${format(checkAfter(0).maxRelativeError)}`,
  );
});
