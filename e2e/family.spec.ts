/** Any textbook network on the page: data of every kind, its pictures, its controls, by pointer, keyboard and touch. */
import {
  createSession,
  type DatasetChoice,
  defaultExperiment,
  type Experiment,
  fitOf,
  format,
  parseExperiment,
  writeLink,
} from "@neural-viz/engine";
import type { Page } from "@playwright/test";
import { violations, windows } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { fullSpeed, open, train, type } from "./playground.ts";

const tasks = {
  "Two classes": ["Circles", "Moons", "Spiral", "Linear", "Clusters", "XOR", "AND", "OR"],
  "More classes": ["Blobs", "Pinwheel", "Rings"],
  Values: ["Line", "Sine", "Step", "Bumps", "Plane", "Hills"],
  "Real data": ["Iris", "Penguins"],
} as const;

const read = (rest: object): Experiment => parseExperiment({ version: 1, ...rest });

/** Opens an experiment at an epoch. */
async function openExperiment(page: Page, experiment: Experiment, t = 0): Promise<void> {
  await page.goto(`./#${writeLink({ experiment, t })}`);
  await expect(page.getByRole("status")).toHaveText(new RegExp(`^Epoch ${t},`));
}

const chooseTask = (page: Page, task: string): Promise<void> =>
  page.getByRole("radiogroup", { name: "Task" }).getByRole("radio", { name: task }).check({ force: true });

const chooseIn = (page: Page, name: string): Promise<void> =>
  page
    .getByRole("radiogroup", { name: "Dataset" })
    .getByRole("radio", { name, exact: true })
    .check({ force: true });

/** The status that the engine's own run has after so many epochs. */
function statusOf(experiment: Experiment): RegExp {
  const session = createSession(experiment);
  while (session.stopped === undefined) session.step();
  const { t, loss, correct, train: points } = session;
  const fit = fitOf(session);
  const score = fit === undefined ? `${correct} of ${points.count} correct` : `RMSE ${format(fit.rmse)}`;
  const text = `Epoch ${t.toLocaleString("en-US")}, loss ${format(loss)}, ${score}. Stopped`;
  return new RegExp(`^${text.replaceAll(/[.×()]/g, "\\$&")}`);
}

/** What the page chooses: 200 points with the seed that was there, and the usual noise and columns. */
function choiceOf(name: string): DatasetChoice {
  const { dataset } = read({ dataset: { name: name.toLowerCase() } });
  return "points" in dataset ? { ...dataset, points: 200, seed: 27 } : dataset;
}

for (const [task, names] of Object.entries(tasks)) {
  test(`${task}: every dataset runs to its stop with the engine's numbers`, async ({ page }) => {
    await open(page);
    await page.getByText("More settings").click();
    await type(page, "Epoch limit", 60);
    await fullSpeed(page);
    await chooseTask(page, task);
    for (const name of names) {
      await chooseIn(page, name);
      await expect(
        page.getByRole("radiogroup", { name: "Dataset" }).getByRole("radio", { name, exact: true }),
      ).toBeChecked();
      await expect(
        page.getByRole("radiogroup", { name: "Task" }).getByRole("radio", { name: task }),
      ).toBeChecked();
      await train(page);
      const experiment = {
        ...defaultExperiment,
        dataset: choiceOf(name),
        training: { ...defaultExperiment.training, epochs: 60 },
      };
      await expect(page.getByRole("status")).toHaveText(statusOf(experiment));
      await expect(
        page.getByRole("figure").or(page.getByRole("img")).filter({ visible: true }).first(),
      ).toBeVisible();
      await expect(
        page.getByRole("img", { name: task === "Values" ? /^Fit / : /^Decision boundary / }),
      ).toBeVisible();
    }
  });
}

const spiral = read({
  dataset: { name: "pinwheel", points: 90, noise: 0.02, seed: 3 },
  network: { hidden: [{ units: 6, activation: "tanh" }], initializer: { name: "torch", seed: 3 } },
  optimizer: { name: "adam", learningRate: 0.1 },
});
const sine = read({
  dataset: { name: "sine", points: 40, noise: 0.15, seed: 3 },
  network: { hidden: [{ units: 4, activation: "tanh" }], initializer: { name: "torch", seed: 3 } },
  optimizer: { name: "adam", learningRate: 0.03 },
});
const hills = read({
  dataset: { name: "hills", points: 60, noise: 0.1, seed: 3 },
  network: {
    hidden: [
      { units: 5, activation: "tanh" },
      { units: 3, activation: "tanh" },
    ],
    initializer: { name: "torch", seed: 3 },
  },
  regularization: { l2: 0.001 },
  optimizer: { name: "adam", learningRate: 0.03 },
});
const flowers = read({
  dataset: { name: "iris", columns: [1, 2, 3, 4] },
  network: { hidden: [{ units: 4, activation: "tanh" }], initializer: { name: "torch", seed: 3 } },
  optimizer: { name: "adam", learningRate: 0.1 },
});
const features = read({
  dataset: { name: "circles", points: 80, noise: 0.02, seed: 27 },
  network: {
    features: ["x1", "x2", "x1^2", "x2^2"],
    hidden: [],
    initializer: { name: "torch", seed: 3 },
  },
  optimizer: { name: "adam", learningRate: 0.3 },
});
const deep = read({
  dataset: { name: "pinwheel", points: 80, noise: 0.02, seed: 3, classes: 4 },
  network: {
    hidden: Array.from({ length: 4 }, () => ({ units: 8, activation: "tanh" })),
    initializer: { name: "torch", seed: 3 },
  },
  optimizer: { name: "adam", learningRate: 0.02 },
});
const two = read({
  dataset: { name: "custom", inputs: 2, targets: "values", outputs: 2, samples: [[0.05, 0.1, 0.01, 0.99]] },
  network: {
    hidden: [{ units: 2, activation: "sigmoid" }],
    output: { activation: "sigmoid", loss: "squaredError" },
    initializer: { name: "torch", seed: 3 },
  },
  training: { epochs: 200, autoStop: false },
});

const states = { spiral, sine, hills, flowers, features, deep, two };

for (const [name, experiment] of Object.entries(states)) {
  test(`${name}: accessible, and nothing leaves the window`, async ({ page }) => {
    for (const { width, height } of [...windows, { width: 320, height: 640 }]) {
      await page.setViewportSize({ width, height });
      await openExperiment(page, experiment, 20);
      if (width < 760) await page.locator("summary", { hasText: "How the maps add up" }).click();
      await expect(page.getByRole("region", { name: "How the maps add up" })).toBeVisible();
      expect([width, await violations(page)]).toEqual([width, []]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([width, wide]).toEqual([width, 0]);
      await page.goto("about:blank");
    }
  });
}

test("softmax: what stands beside each output is the run's z, e, p and target", async ({ page }) => {
  await openExperiment(page, spiral, 30);
  const session = createSession(spiral);
  while (session.t < 30) session.step();
  const p = session.outputs.map((column) => column[17]!);
  const grid = page.getByRole("grid", { name: /^Network/ });
  for (const [j, value] of p.entries()) {
    await expect(
      grid.getByRole("button", { name: new RegExp(`^Output ${j + 1} of 3\\. Probability`) }),
    ).toBeVisible();
    await expect(
      page
        .locator(`[data-quantity="p[18].${j + 1}@30"]`)
        .filter({ visible: true })
        .first(),
    ).toHaveText(new RegExp(`^${format(value).replaceAll(/[.×]/g, "\\$&")}$|^0|^1|^\\d`));
  }
  // The probabilities add up to 1 as printed by the engine.
  expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
  await page.locator('[data-quantity="p[18].1@30"]').filter({ visible: true }).first().click();
  await expect(page.getByRole("region", { name: "Inspector" })).toContainText("probability");
});

test("one input: the probe by keyboard, its cell, a point by pressing it", async ({ page }) => {
  await openExperiment(page, sine, 50);
  const probe = page.getByRole("application", { name: /^Probe of the fit/ });
  await probe.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText(/^ŷ = −?\d.*column \d+: x /)).toBeVisible();
  await page.keyboard.press("i");
  await expect(page.getByRole("region", { name: "Inspector" })).toBeVisible();
  await page.keyboard.press("Escape");
  await probe.focus();
  for (let i = 0; i < 25; i++) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  // The spot is a place without a target or, where one is close, a point.
  const chosen = async (): Promise<boolean> =>
    (await page.getByRole("spinbutton", { name: "Point" }).inputValue()) !== "18" ||
    (await page.getByText("no target").isVisible());
  await expect.poll(chosen).toBe(true);
});

test("features: switching one on and off changes the network's inputs, and undo brings them back", async ({
  page,
}) => {
  await open(page);
  await page.getByText("Features, output, loss").click();
  await page.getByRole("checkbox", { name: "Feature x₁²", exact: true }).check({ force: true });
  await expect(page.getByText("3→4→1")).toBeVisible();
  await expect(page.getByRole("grid", { name: /3, 4, 1/ })).toBeVisible();
  await page.getByRole("checkbox", { name: "Feature x₁", exact: true }).uncheck({ force: true });
  await page.getByRole("checkbox", { name: "Feature x₂", exact: true }).uncheck({ force: true });
  await expect(page.getByText("1→4→1")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Feature x₁²", exact: true })).toBeDisabled();
  await page.locator("body").press("Control+z");
  await expect(page.getByText("2→4→1")).toBeVisible();
});

test("output, loss and penalties: only what the data allow, and each takes effect", async ({ page }) => {
  await open(page);
  await page.getByText("Features, output, loss").click();
  const output = page.getByLabel("Output", { exact: true });
  await expect(output.locator("option")).toHaveText(["sigmoid"]);
  await page.getByLabel("Loss function", { exact: true }).selectOption({ label: "mean squared error" });
  await expect(page.getByRole("status")).toHaveText(
    new RegExp(
      `^Epoch 0, loss ${format(createSession(read({ network: { ...defaultExperiment.network, output: { activation: "sigmoid", loss: "mse" } } })).loss)}`,
    ),
  );
  await chooseTask(page, "Values");
  await expect(
    page.getByText("The network now has 1 input and 1 output (identity) with mean squared error."),
  ).toBeVisible();
  await expect(output.locator("option")).toHaveText(["identity", "tanh", "sigmoid"]);
  await output.selectOption({ label: "tanh" });
  await page.getByText("More settings").click();
  await type(page, "L2", 0.5);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 1, loss/);
});

test("choosing never starts training by itself, and goes on when a run was playing", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 1,/);
  await page.getByRole("button", { name: "Add hidden layer" }).click();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 0,/);
  await page.waitForTimeout(500);
  await expect(page.getByRole("status")).toHaveText(/^Epoch 0,/);
  await page.getByRole("slider", { name: "Speed" }).fill("2");
  await train(page);
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  await chooseIn(page, "Spiral");
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
});

test("metrics: a confusion matrix that adds up, and predictions against targets with R²", async ({
  page,
}) => {
  await openExperiment(page, spiral, 20);
  await page.getByRole("button", { name: "Confusion matrix" }).click();
  const cells = await page.getByRole("table", { name: "Confusion matrix" }).locator("td").allTextContents();
  const session = createSession(spiral);
  while (session.t < 20) session.step();
  expect(cells.map(Number).reduce((sum, n) => sum + n, 0)).toBe(90);
  expect([0, 4, 8].reduce((sum, i) => sum + Number(cells[i]), 0)).toBe(session.correct);
  await page.goto("about:blank");
  await openExperiment(page, sine, 50);
  const values = createSession(sine);
  while (values.t < 50) values.step();
  await page.getByRole("button", { name: "Predicted against true" }).click();
  await expect(page.getByText(format(fitOf(values)!.r2!))).toBeVisible();
  await expect(page.getByRole("img", { name: /^Predictions of 40 points/ })).toBeVisible();
});

test("the plane through four inputs: other axes, other pictures", async ({ page }) => {
  await openExperiment(page, flowers, 40);
  await page.getByRole("button", { name: "How the boundary is drawn" }).click();
  await expect(page.getByLabel("Across")).toHaveValue("1");
  await page.getByLabel("Across").selectOption("3");
  await page.getByLabel("Upward").selectOption("4");
  await page.keyboard.press("Escape");
  await expect(page.getByText("petal length, cm")).toBeVisible();
  await expect(page.getByText("petal width, cm")).toBeVisible();
});

test("the strip: its last number is z, an inspected neuron takes the output's place, a neuron can be switched off", async ({
  page,
}) => {
  await openExperiment(page, hills, 30);
  const strip = page.getByRole("region", { name: "How the maps add up" });
  const session = createSession(hills);
  while (session.t < 30) session.step();
  await expect(strip.locator('[data-quantity="z.3.1[18]@30"]')).toHaveText(format(session.outputs[0]![17]!));
  await page.getByRole("button", { name: /^Hidden layer 2, neuron 2 of 3/ }).click();
  await expect(strip.getByText("z of neuron 2 in layer 2 added up")).toBeVisible();
  await page
    .getByRole("region", { name: "Inspector" })
    .getByRole("button", { name: /^Close/ })
    .click();
  await expect(strip.getByText("z added up")).toBeVisible();
  await strip.getByRole("button", { name: "Switch off neuron 1" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/You switched off neuron 1 in layer 2, so it outputs its mean/)).toBeVisible();
  await page.getByRole("button", { name: "Switch on neuron 1" }).first().click();
  await expect(page.getByText(/You switched off/)).toHaveCount(0);
});

test("the sentence diagnoses: one line can't, a rise and why, overfitting", async ({ page }) => {
  const xor = read({
    dataset: { name: "xor" },
    network: { hidden: [], initializer: { name: "torch", seed: 3 } },
  });
  await openExperiment(page, xor, 30);
  await expect(
    page.getByText(/No straight line separates these points, so no weights can: the segment/),
  ).toBeVisible();
  await page.getByRole("button", { name: "Add a hidden layer" }).click();
  await expect(page.getByText("2→4→1")).toBeVisible();

  await page.goto("about:blank");
  const rises = read({ optimizer: { name: "adam", learningRate: 0.1 } });
  await openExperiment(page, rises, 1);
  const session = createSession(rises);
  const before = session.loss;
  session.step();
  if (session.loss > before) {
    await expect(page.getByText(/Update 1 raised the loss by/)).toBeVisible();
    await page.getByRole("button", { name: "See why" }).click();
    await expect(page.getByRole("img", { name: /^The loss along update 1/ })).toBeVisible();
  }

  await page.goto("about:blank");
  const memorizing = read({
    dataset: { name: "moons", points: 40, noise: 0.3, seed: 2 },
    split: { test: 0.5, seed: 1 },
    network: {
      hidden: [
        { units: 8, activation: "tanh" },
        { units: 8, activation: "tanh" },
      ],
      initializer: { name: "torch", seed: 1 },
    },
    optimizer: { name: "adam", learningRate: 0.03 },
    training: { epochs: 5000, autoStop: false },
  });
  await openExperiment(page, memorizing, 600);
  await expect(
    page.getByText(/It has been overfitting since epoch \d+: there the test loss was lowest/),
  ).toBeVisible();
});

/** A small seeded generator, so that a failure can be repeated. Marsaglia 2003, xorshift. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

test("five hundred random actions over all of it leave a consistent page", async ({ page }) => {
  await open(page);
  const next = random(20_261_130);
  const actions = Array.from({ length: 500 }, () => ({ kind: next(14), a: next(1000), b: next(1000) }));
  await page.getByText("Features, output, loss").click();
  await page.getByText("More settings").click();
  for (let from = 0; from < actions.length; from += 20) {
    await page.evaluate(
      (some) => {
        const button = (name: RegExp, n = 0): void => {
          const found = [...document.querySelectorAll("button")].filter(
            (element) =>
              !element.disabled &&
              name.test(element.getAttribute("aria-label") ?? element.textContent.trim()),
          );
          found[n % Math.max(1, found.length)]?.click();
        };
        const pick = (selector: string, n: number): HTMLElement | undefined => {
          const found = document.querySelectorAll<HTMLElement>(selector);
          return found[n % Math.max(1, found.length)];
        };
        for (const { kind, a, b } of some) {
          if (kind === 0) pick("[role=radiogroup][aria-label=Dataset] input", a)?.click();
          else if (kind === 1 && a % 3 > 0) pick("[role=radiogroup][aria-label=Task] input", a % 4)?.click();
          else if (kind === 2) pick("input[aria-label^=Feature]", a)?.click();
          else if (kind === 3 || kind === 4) {
            const select = pick("aside select", a);
            if (!(select instanceof HTMLSelectElement)) continue;
            select.selectedIndex = b % select.options.length;
            select.dispatchEvent(new Event("change", { bubbles: true }));
          } else if (kind === 5) button(/^(Add|Remove) hidden layer$/, a);
          else if (kind === 6) button(/^Switch (off|on) neuron/, a);
          else if (kind === 7) button(/^Train$/);
          else if (kind === 8) button(/^Pause$/);
          else if (kind === 9) button(/^Step$/);
          else if (kind === 10) button(/^(Reset|Restart)$/, a);
          else if (kind === 11)
            document.body.dispatchEvent(
              new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true }),
            );
          else if (kind === 12) button(/^(More|Less)$/, a);
          else button(/^(Largest first|Nearly constant)/, a);
        }
      },
      actions.slice(from, from + 20),
    );
  }
  await page.evaluate(() =>
    [...document.querySelectorAll("button")]
      .filter((element) => element.textContent.startsWith("Switch on neuron"))
      .forEach((element) => element.click()),
  );
  await page.getByRole("button", { name: "Restart" }).click();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 0, loss \S+, (\d+ of \d+ correct|RMSE \S+)\.$/);
  await expect(page.getByText("can’t be shown")).toHaveCount(0);
  const shape = (await page.getByText(/^\d(→\d)+$/).textContent()) ?? "";
  const neurons = shape.split("→").reduce((sum, units) => sum + Number(units), 0);
  await expect(page.getByRole("grid", { name: /^Network/ }).getByRole("button")).toHaveCount(neurons);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 1,|Stopped/);
});
