/** Every tool on networks of every kind: classes, values, one input and four, several outputs, features and a penalty. */
import {
  createRecording,
  createRun,
  datasets,
  type Experiment,
  explain,
  exports,
  format,
  formatProbability,
  parseExperiment,
  type Run,
  writeLink,
} from "@neural-viz/engine";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { openTool } from "./playground.ts";

const given = (json: object): Experiment => parseExperiment({ version: 1, ...json });
const hidden = (units: number, activation = "tanh") => [{ units, activation }];
const initializer = { name: "torch", seed: 3 };

/** One network of each kind. */
const networks: Readonly<Record<string, Experiment>> = {
  "three classes": given({
    dataset: { name: "blobs", points: 60, noise: 0.05, seed: 2, classes: 3 },
    network: { hidden: hidden(4), initializer },
  }),
  "values of one input": given({
    dataset: { name: "sine", points: 40, noise: 0.02, seed: 1 },
    network: { hidden: hidden(3), initializer },
  }),
  "values with features and a penalty": given({
    dataset: { name: "hills", points: 60, noise: 0, seed: 4 },
    network: {
      features: ["x1", "x2", "x1^2", "x1*x2"],
      hidden: hidden(3, "relu"),
      output: { activation: "identity", loss: "squaredError" },
      initializer,
    },
    regularization: { l2: 0.01 },
  }),
  "four inputs": given({
    dataset: { name: "iris", columns: [1, 2, 3, 4] },
    network: { hidden: hidden(3), initializer },
  }),
  "two values by hand": given({
    dataset: {
      name: "custom",
      inputs: 2,
      targets: "values",
      outputs: 2,
      samples: [
        [0.05, 0.1, 0.01, 0.99],
        [0.5, 0.9, 0.7, 0.2],
      ],
    },
    network: {
      hidden: hidden(2, "sigmoid"),
      output: { activation: "sigmoid", loss: "squaredError" },
      initializer,
    },
    optimizer: { name: "sgd", learningRate: 0.5 },
  }),
};

/** Updates before the trained network is looked at. */
const T = 12;

function recordingOf(experiment: Experiment, t: number) {
  const recording = createRecording(experiment);
  while (recording.live.t < t) recording.step();
  return recording;
}

async function openAt(page: Page, experiment: Experiment, t: number): Promise<void> {
  await page.goto(`./#${writeLink({ experiment, t, sample: 2 })}`);
  await expect(page.getByRole("status")).toHaveText(new RegExp(`^Epoch ${t},`));
}

/** Every number that stands alone in a part of the page is the engine's, and there are some. */
async function compare(part: Locator, run: Run, selector = "td [data-quantity]"): Promise<void> {
  await expect(part.locator(selector).first()).toBeVisible();
  const shown = await part
    .locator(selector)
    .evaluateAll((all) =>
      all
        .slice(0, 60)
        .map((element) => [element.getAttribute("data-quantity")!, element.textContent.trim()] as const),
    );
  for (const [id, text] of shown) {
    const { value } = explain(run, id);
    expect(text, id).toBe(id.startsWith("p[") ? formatProbability(value) : format(value));
  }
}

/** What is done in each tool, and which of its numbers are compared. */
const tools: Readonly<Record<string, (tool: Locator, run: Run, experiment: Experiment) => Promise<void>>> = {
  "Gradient check": (tool, run) => compare(tool, run),
  "Chain rule": (tool, run) => compare(tool.getByRole("region", { name: "Paths to the loss" }), run),
  Weights: (tool, run) => compare(tool, run),
  "Weights as sliders": (tool, run) => compare(tool, run, "p [data-quantity]"),
  Health: (tool, run) => compare(tool, run),
  Audit: (tool, run) => compare(tool, run),
  "Side by side": (tool, run) => compare(tool, run),
  "Loss surface": (tool, run) => compare(tool, run, "p [data-quantity^='L[']"),

  async Activation(tool, run, { network }) {
    const choice = tool.getByRole("combobox", { name: "Neuron" });
    const { layers, head } = run.network;
    const all = layers.reduce((sum, { fanOut }) => sum + fanOut, 0);
    await expect(choice.locator("option")).toHaveCount(all);
    const z = format(explain(run, `z.1.2[2]@${run.last}`).value);
    await choice.selectOption("1.2");
    await expect(tool.getByRole("img")).toHaveAccessibleName(new RegExp(`For this point z = ${z},`));
    await choice.selectOption(`${network.hidden.length + 1}.1`);
    if (head.activation === "softmax") await expect(tool).toContainText("Softmax has no curve over one z");
    else await expect(tool.getByRole("img")).toBeVisible();
    if (head.loss !== "crossEntropy") await expect(tool).not.toContainText("ŷ − y. A confidently");
  },

  async "Bug bench"(tool, run) {
    const choice = tool.getByRole("combobox", { name: "Bug", exact: true });
    await tool.getByRole("combobox", { name: "Updates" }).selectOption("1");
    const names = await choice.locator("option").allTextContents();
    const plant = tool.getByRole("button", { name: "Plant the bug" });
    for (const name of names.slice(0, -1)) {
      await choice.selectOption(name);
      if (await plant.isDisabled()) continue;
      await plant.click();
      const bench = tool.getByRole("region", { name: "With the planted bug" });
      await expect(bench).toContainText(name.replace(/^Update: /, ""));
      await expect(tool.getByRole("table", { name: /^Gradient check/ })).toBeVisible();
      await expect(tool.getByRole("table", { name: /^Update check/ })).toHaveCount(
        name.startsWith("Update: ") ? 1 : 0,
      );
    }
    await choice.selectOption(names[0]!);
    await plant.click();
    await expect(
      tool.getByText(`Without it: ${format(explain(run, `L@${run.last}`).value)} →`),
    ).toBeVisible();
  },

  async "Optimizer race"(tool, run, experiment) {
    await tool.getByRole("combobox", { name: "Epochs" }).selectOption("50");
    await tool.getByRole("button", { name: "Start the race" }).click();
    const lane = tool.getByRole("listitem", {
      name: experiment.optimizer.name === "adam" ? "Adam" : "SGD",
      exact: true,
    });
    const { loss } = recordingOf(experiment, run.last + 50).live;
    await expect(lane).toContainText(`loss ${format(loss)}`);
    if (!run.network.head.classifies) await expect(tool).not.toContainText("all correct");
  },

  async "Your points"(tool, run) {
    const { inputs, kind, targets } = run.samples;
    const drawn = kind === "values" ? inputs.length <= 2 && targets.length === 1 : inputs.length === 2;
    const points = new RegExp(`^${run.samples.count} points`);
    if (drawn) await expect(tool.getByRole("application")).toHaveAccessibleName(points);
    else await expect(tool).toContainText("Points can be drawn where they have two inputs and a label, or");
    await tool.getByRole("textbox").fill("a,b\n1,2.5\n2,3.5\n3,5\n4,4");
    await expect(tool.getByRole("button", { name: "Use these 4 points" })).toBeVisible();
    await tool.getByRole("textbox").fill("");
  },

  async Export(tool, run, experiment) {
    const choice = tool.getByRole("combobox", { name: "Format" });
    for (const [name, { label, write }] of Object.entries(exports)) {
      await choice.selectOption(name);
      await expect(choice).toHaveValue(name);
      if (name !== "losses") continue;
      const written = write({
        ...recordingOf(experiment, run.last).live,
        experiment: { ...experiment, training: { ...experiment.training, epochs: Math.max(1, run.last) } },
        losses: recordingOf(experiment, run.last).live.losses.slice(),
        testLosses: new Float64Array(),
        objectives: recordingOf(experiment, run.last).live.objectives.slice(),
      });
      expect(label).not.toBe("");
      expect((await tool.locator("pre").textContent())?.trim()).toBe(String(written).trim());
    }
  },

  async Scenes(tool, run, { dataset }) {
    await tool.getByRole("textbox", { name: "Caption" }).fill("Here");
    await tool.getByRole("button", { name: /^Add/ }).click();
    await expect(tool.getByRole("listitem")).toContainText(
      dataset.name === "custom" ? "Your points" : datasets[dataset.name].label,
    );
    await expect(tool.getByRole("listitem")).toContainText(String(run.last));
    await tool.getByRole("button", { name: /^Remove/ }).click();
  },
};

for (const [name, experiment] of Object.entries(networks)) {
  for (const t of [0, T]) {
    test(`${name}: every tool after ${t} updates`, async ({ page }) => {
      await openAt(page, experiment, t);
      const run = createRun(recordingOf(experiment, t));
      for (const [title, use] of Object.entries(tools)) {
        await test.step(title, async () => use(await openTool(page, title), run, experiment));
      }
    });
  }
}

/** What is wrong to say of a network. */
function wrongWords({ head }: Run["network"]): RegExp {
  if (head.targets === "values") return /class|label|cross-entropy|\(1 − y\)/i;
  return /probability of class 1(?!, which is output)|ln 2 =|\(1 − y\)/;
}

for (const name of ["three classes", "values of one input"] as const) {
  for (const zoom of ["Stage", "Layer", "Scalar"] as const) {
    test(`${name}: the explained step, ${zoom.toLowerCase()} by ${zoom.toLowerCase()}`, async ({ page }) => {
      const experiment = networks[name]!;
      await openAt(page, experiment, T);
      const run = createRun(recordingOf(experiment, T + 1));
      await page.getByRole("button", { name: "Explain step" }).click();
      const step = page.getByRole("region", { name: "This step" });
      await step.getByRole("radio", { name: zoom }).check({ force: true });
      await step.getByRole("button", { name: "1 Forward" }).click();
      const next = step.getByRole("button", { name: "Next unit" });
      for (;;) {
        await expect(step.locator(".katex").first()).toBeVisible();
        expect(await step.textContent()).not.toMatch(wrongWords(run.network));
        if ((await step.locator("td [data-quantity]").count()) > 0) await compare(step, run);
        if (await next.isDisabled()) break;
        await next.press("Enter");
      }
    });
  }
}
