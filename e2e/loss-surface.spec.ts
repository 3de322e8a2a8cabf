import {
  createObjective,
  createSession,
  createUpdater,
  defaultExperiment,
  format,
  parameterIndex,
  type Session,
} from "@neural-viz/engine";
import type { Locator } from "@playwright/test";
import { violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { inspected, open, openTool, scrubTo, train, untilStopped } from "./playground.ts";

function after(epochs: number): Session {
  const session = createSession(defaultExperiment);
  while (session.t < epochs) session.step();
  return session;
}

/** The grid point that the panel reads, by the id of its loss: parameters with their values. */
async function gridPointOf(tool: Locator): Promise<{ id: string; params: Float64Array }> {
  const id = (await tool.locator('[data-quantity^="L["]').getAttribute("data-quantity")) ?? "";
  const match = /^L\[([^=]+)=([^,]+),([^=]+)=([^\]]+)\]@(\d+)$/.exec(id);
  const { network, params } = after(Number(match?.[5]));
  const moved = params.slice();
  moved[parameterIndex(network, match![1]!)!] = Number(match![2]);
  moved[parameterIndex(network, match![3]!)!] = Number(match![4]);
  return { id, params: moved };
}

test("the loss at a grid point is the loss of the network with these parameters; keys move it, and so does the timeline", async ({
  page,
}) => {
  await open(page);
  await train(page);
  await untilStopped(page);
  const tool = await openTool(page, "Loss surface");
  await scrubTo(page, 50);
  const read = tool.locator('[data-quantity^="L["]');
  await expect(read).toHaveText(format(after(50).loss));
  await expect(tool).toContainText("2 of 17 directions");
  const { network, goal } = after(50);
  const evaluator = createObjective(goal);
  const before = await gridPointOf(tool);
  const surface = tool.getByRole("application");
  await surface.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("ArrowUp");
  await expect.poll(async () => (await gridPointOf(tool)).id).not.toBe(before.id);
  const { id, params } = await gridPointOf(tool);
  evaluator.evaluate(params);
  await expect(read).toHaveText(format(evaluator.loss));

  // A descent from here: the optimizer of the run with a fresh state, in all parameters.
  await tool.getByRole("button", { name: "Trace descent from here" }).press("Enter");
  const updater = createUpdater(network.size, defaultExperiment.optimizer);
  const start = evaluator.loss;
  for (let i = 0; i < 100; i++) {
    updater.update(params, evaluator.gradient);
    evaluator.evaluate(params);
  }
  await expect(tool).toContainText(`100 updates by Adam`);
  await expect(tool).toContainText(`loss ${format(start)} → ${format(evaluator.loss)}`);
  expect(await violations(page)).toEqual([]);
  await read.click();
  await expect.poll(async () => (await inspected(page)).id).toBe(id);
});

test("along the gradient and a random direction, on the finest grid", async ({ page }) => {
  await open(page);
  const tool = await openTool(page, "Loss surface");
  await tool.getByText("Gradient × random").click();
  await tool.getByLabel("Cells").selectOption("101");
  await expect(tool.getByRole("img", { name: /^Loss over along the gradient/ })).toBeVisible();
  await expect(tool.locator('[data-quantity^="L[gradient="]')).toHaveText(format(after(0).loss));
});

test("whether the middle is the lowest point can be guessed; the answer leads to the lowest point's loss", async ({
  page,
}) => {
  await open(page);
  const tool = await openTool(page, "Loss surface");
  const chips = tool.getByRole("group", { name: "Your guess: is the middle lowest?" });
  await chips.getByRole("button", { name: "Yes" }).press("Enter");
  const verdict = tool.getByText(/^Not quite: the lowest cell/);
  await expect(verdict).toContainText(`the middle is ${format(after(0).loss)}`);
  const lowest = verdict.locator("[data-quantity]");
  const label = await tool.getByRole("img", { name: /^Loss over/ }).getAttribute("aria-label");
  expect(label).toContain(`from ${await lowest.textContent()} to`);
  expect(await violations(page)).toEqual([]);
  await chips.getByRole("button", { name: "No" }).press("Enter");
  await expect(tool.getByText(/^Correct: the lowest cell/)).toBeVisible();
  await tool.getByText("Gradient × random").click();
  await expect(chips.locator("[aria-pressed='true']")).toHaveCount(0);
});
