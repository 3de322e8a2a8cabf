/** Two places beside each other show the engine's numbers, on networks of every kind. */
import {
  createRecording,
  createRun,
  defaultChoice,
  defaultExperiment,
  type Experiment,
  explain,
  format,
  formatProbability,
  ids,
  parseExperiment,
  type Run,
  withOptimizer,
  writeLink,
} from "@neural-viz/engine";
import type { Locator, Page } from "@playwright/test";
import { violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { chooseDataset, open, openTool, type } from "./playground.ts";

const given = (json: object): Experiment => parseExperiment({ version: 1, ...json });
const hidden = (units: number) => [{ units, activation: "tanh" }];
const initializer = { name: "torch", seed: 3 };

const networks: Readonly<Record<string, Experiment>> = {
  softmax: given({
    dataset: { name: "blobs", points: 60, noise: 0.05, seed: 2, classes: 3 },
    network: { hidden: hidden(4), initializer },
  }),
  "squared error": given({
    dataset: { name: "hills", points: 60, noise: 0, seed: 4 },
    network: {
      hidden: hidden(3),
      output: { activation: "identity", loss: "squaredError" },
      initializer,
    },
  }),
  "one input, mini-batches": given({
    dataset: { name: "sine", points: 40, noise: 0.02, seed: 1 },
    network: { hidden: hidden(3), initializer },
    training: { batch: { size: 10, seed: 1 } },
  }),
  "four inputs, wide": given({
    dataset: { name: "iris", columns: [1, 2, 3, 4] },
    network: { hidden: [...hidden(8), ...hidden(8), ...hidden(8)], initializer },
  }),
};

const T = 30;

function runOf(experiment: Experiment, t: number): Run {
  const recording = createRecording(experiment);
  while (recording.live.t < t) recording.step();
  return createRun(recording);
}

async function openAt(page: Page, experiment: Experiment, sample: number): Promise<Locator> {
  await page.goto(`./#${writeLink({ experiment, t: T, sample })}`);
  await expect(page.getByRole("status")).toHaveText(/^Epoch/);
  const tool = await openTool(page, "Side by side");
  await expect(tool.getByRole("table")).toBeVisible();
  return tool;
}

/** Every number of a column is the engine's; the column has numbers of this point and this epoch. */
async function compare(tool: Locator, run: Run, column: 2 | 3, sample: number, t: number): Promise<void> {
  const ell = ids.ell.of(sample, t);
  const cells = tool.locator(`tbody tr > :nth-child(${column}) [data-quantity]`);
  await expect(tool.locator(`tbody tr > :nth-child(${column}) [data-quantity="${ell}"]`)).toBeVisible();
  const shown = await cells.evaluateAll((all) =>
    all.map((element) => [element.getAttribute("data-quantity")!, element.textContent.trim()] as const),
  );
  expect(shown.length).toBeGreaterThan(8);
  for (const [id, text] of shown) {
    const { value } = explain(run, id);
    expect(text, id).toBe(id.startsWith("p[") ? formatProbability(value) : format(value));
  }
}

for (const [name, experiment] of Object.entries(networks)) {
  test(`${name}: two epochs and two points`, async ({ page }) => {
    const run = runOf(experiment, T);
    const tool = await openAt(page, experiment, 18);
    await compare(tool, run, 2, 18, T);
    await compare(tool, run, 3, 18, 0);
    await type(page, name.includes("batches") ? "Other update" : "Other epoch", 5);
    await compare(tool, run, 3, 18, 5);
    await tool.getByRole("radio", { name: "Another point" }).check({ force: true });
    await compare(tool, run, 3, 19, T);
    await type(page, "Other point", 2);
    await compare(tool, run, 2, 18, T);
    await compare(tool, run, 3, 2, T);
    await expect(tool).toContainText("points 18 and 2.");
    const difference = explain(run, ids.ell.of(2, T)).value - explain(run, ids.ell.of(18, T)).value;
    await expect(tool.getByRole("row", { name: /^ℓ/ }).getByRole("cell").last()).toHaveText(
      format(difference),
    );
    expect(await violations(page)).toEqual([]);
  });
}

test("the layers of a wide network are shown one at a time", async ({ page }) => {
  const tool = await openAt(page, networks["four inputs, wide"]!, 1);
  await tool.getByRole("combobox", { name: "Layer" }).selectOption("2");
  await expect(tool.locator('[data-quantity^="a.2.8["]')).toHaveCount(2);
  await expect(tool.locator('[data-quantity^="a.1.1["]')).toHaveCount(0);
});

test("the setup before the last change stands beside the new one", async ({ page }) => {
  await open(page);
  await chooseDataset(page, "XOR");
  const tool = await openTool(page, "Side by side");
  await tool.getByRole("radio", { name: "Another network" }).check({ force: true });
  await type(page, "Other epoch", 40);
  const { value } = explain(runOf(defaultExperiment, 40), "L@40");
  const loss = tool.getByRole("row", { name: /^L / }).getByRole("cell");
  await expect(loss.nth(1)).toHaveText(format(value));
  await expect(loss.nth(1).getByRole("button")).toHaveCount(0);
  await expect(tool).toContainText("What differs: the data");
  expect(await violations(page)).toEqual([]);
});

test("a branch stands beside the one it left", async ({ page }) => {
  const experiment = networks["softmax"]!;
  const tool = await openAt(page, experiment, 3);
  await page.getByRole("slider", { name: "Epoch", exact: true }).fill("10");
  await page.getByRole("combobox", { name: "Optimizer" }).selectOption("momentum");
  await tool.getByRole("radio", { name: "Another branch" }).check({ force: true });
  await expect(tool).toContainText("Branch B at epoch 10 and branch A at epoch 10, point 3.");
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await page.getByRole("button", { name: "Step", exact: true }).click();
  const loss = tool.getByRole("row", { name: /^L / }).getByRole("cell");
  const changed = withOptimizer(experiment, 10, defaultChoice("momentum"));
  await expect(loss.nth(0)).toHaveText(format(explain(runOf(changed, 12), "L@12").value));
  await expect(loss.nth(1)).toHaveText(format(explain(runOf(experiment, 12), "L@12").value));
  await expect(tool.getByRole("columnheader", { name: "Branch A, epoch 12" })).toBeVisible();
});

test("from the timeline, the race and the audit", async ({ page }) => {
  const experiment = networks["softmax"]!;
  const run = runOf(experiment, T);
  await page.goto(`./#${writeLink({ experiment, t: T, sample: 3 })}`);
  await expect(page.getByRole("status")).toHaveText(/^Epoch 30/);
  const tool = page.getByRole("region", { name: "Side by side", exact: true });

  await page.getByRole("button", { name: "Moments" }).click();
  await page.getByRole("button", { name: "Compare with this epoch…" }).click();
  await expect(tool).toContainText("Both sides show point 3 at epoch 30.");
  await page.getByRole("slider", { name: "Epoch", exact: true }).fill("10");
  await compare(tool, run, 2, 3, 10);
  await compare(tool, run, 3, 3, T);

  const race = await openTool(page, "Optimizer race");
  await race.getByRole("combobox", { name: "Epochs" }).selectOption("50");
  await race.getByRole("button", { name: "Start the race" }).click();
  await race.getByRole("button", { name: "Side by side: Momentum" }).click();
  const momentum = withOptimizer(experiment, 10, defaultChoice("momentum"));
  await expect(tool).toContainText("This network at epoch 10 and another at epoch 60, point 3.");
  const text = await tool.getByRole("row", { name: /^L / }).getByRole("cell").nth(1).textContent();
  await expect(tool).toContainText("What differs:");
  expect(text).toBe(format(explain(runOf(momentum, 60), "L@60").value));

  const audit = await openTool(page, "Audit");
  await audit.getByRole("button", { name: "Compare point 5 with point 3" }).click();
  await compare(tool, run, 2, 3, 10);
  await compare(tool, run, 3, 5, 10);
});
