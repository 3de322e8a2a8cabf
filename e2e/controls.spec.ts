import {
  createSession,
  defaultExperiment,
  type Experiment,
  format,
  parseExperiment,
} from "@neural-viz/engine";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import {
  fullSpeed,
  inspected,
  inspector,
  open,
  readStatus,
  train,
  type,
  untilStopped,
} from "./playground.ts";

/** The engine's loss for an experiment after t updates, as it is printed. */
function loss(given: object, t = 0): string {
  const session = createSession(parseExperiment({ version: 1, ...given }));
  while (session.t < t) session.step();
  return format(session.loss);
}

const { dataset, network } = defaultExperiment as Experiment & { dataset: { name: "circles" } };

async function showsLoss(page: Page, expected: string): Promise<void> {
  await expect.poll(async () => (await readStatus(page)).loss).toBe(expected);
}

test("every control of data and network works, and the numbers are the engine's", async ({ page }) => {
  await open(page);
  await type(page, "Points value", 60);
  await showsLoss(page, loss({ dataset: { ...dataset, points: 60 } }));
  expect((await readStatus(page)).count).toBe(60);
  await type(page, "Noise value", 0.2);
  await showsLoss(page, loss({ dataset: { ...dataset, points: 60, noise: 0.2 } }));
  await type(page, "Data seed", 5);
  const data = { ...dataset, points: 60, noise: 0.2, seed: 5 };
  await showsLoss(page, loss({ dataset: data }));
  await page.getByRole("button", { name: "New data seed" }).click();
  await expect(page.getByLabel("Data seed", { exact: true })).not.toHaveValue("5");
  await type(page, "Data seed", 5);
  await type(page, "Seed", 123);
  await showsLoss(
    page,
    loss({ dataset: data, network: { ...network, initializer: { name: "torch", seed: 123 } } }),
  );
  for (const [label, name] of [
    ["Xavier", "xavier"],
    ["He", "he"],
    ["Zeros", "zeros"],
    ["PyTorch", "torch"],
  ] as const) {
    await page.getByLabel("Initializer").selectOption(label);
    await showsLoss(page, loss({ dataset: data, network: { ...network, initializer: { name, seed: 123 } } }));
  }
  await page.getByRole("button", { name: "New seed", exact: true }).click();
  await expect(page.getByLabel("Seed", { exact: true })).not.toHaveValue("123");
  await type(page, "Seed", 123);
  await page.getByRole("button", { name: "Add hidden layer" }).click();
  await type(page, "Neurons in hidden layer 2", 3);
  await page.getByLabel("Activation of hidden layer 2").selectOption("Sigmoid");
  const hidden = [
    { units: 4, activation: "tanh" },
    { units: 3, activation: "sigmoid" },
  ];
  await showsLoss(
    page,
    loss({ dataset: data, network: { hidden, initializer: { name: "torch", seed: 123 } } }),
  );
});

test("every hyperparameter of every optimizer works", async ({ context }) => {
  test.slow();
  for (const [label, name, changes] of [
    ["Momentum", "momentum", [["Momentum value", "momentum", 0.5]]],
    [
      "RMSProp",
      "rmsprop",
      [
        ["Alpha value", "alpha", 0.5],
        ["Epsilon value", "eps", 0.01],
      ],
    ],
    [
      "Adam",
      "adam",
      [
        ["Beta 1 value", "beta1", 0.5],
        ["Beta 2 value", "beta2", 0.9],
        ["Epsilon value", "eps", 0.01],
      ],
    ],
  ] as const) {
    const page = await context.newPage(); // a page that is reopened in its tab continues where it was
    await open(page);
    await page.getByLabel("Optimizer").selectOption(label);
    await type(page, "Learning rate value", 0.05);
    await page.getByText("More settings").click();
    for (const [field, , value] of changes) await type(page, field, value);
    const chosen = Object.fromEntries(changes.map(([, key, value]) => [key, value]));
    const optimizer = { name, learningRate: 0.05, ...chosen };
    for (let i = 0; i < 3; i++) await page.getByRole("button", { name: "Step", exact: true }).click();
    await expect.poll(async () => (await readStatus(page)).epoch).toBe(3);
    expect((await readStatus(page)).loss).toBe(loss({ optimizer }, 3));
  }
});

test("every drawing option works: faces, color, field, resolution, loss axis, theme", async ({ page }) => {
  await open(page);
  const graph = page.getByRole("grid", { name: /^Network/ });
  await page.getByText("Value", { exact: true }).click({ force: true });
  await expect(graph.locator("[data-face='value']").first()).toBeVisible();
  await page.getByText("Map", { exact: true }).click({ force: true });
  await expect(graph.locator("[data-face='map']").first()).toBeVisible();
  const strokes = (): Promise<string> =>
    page.evaluate(() =>
      [...document.querySelectorAll<SVGElement>("svg path")].map((path) => path.style.stroke).join(),
    );
  const color = page.getByLabel("Color", { exact: true });
  await expect(color.locator("option:checked")).toHaveText("Color: weight");
  const before = await strokes();
  await color.selectOption("Color: gradient");
  await expect.poll(strokes).not.toBe(before);
  await page.getByRole("button", { name: "How the boundary is drawn" }).click();
  const field = page.locator("canvas").last();
  const pixels = (): Promise<string> =>
    field.evaluate((canvas: HTMLCanvasElement) => `${canvas.width} ${canvas.toDataURL()}`);
  const asClass = await pixels();
  await page.getByLabel("Field").selectOption({ index: 1 });
  await expect.poll(pixels).not.toBe(asClass);
  await page.getByLabel("Resolution").selectOption({ index: 2 });
  await expect.poll(async () => (await pixels()).startsWith("100 ")).toBe(true);
  await page.keyboard.press("Escape");
  await train(page);
  await untilStopped(page);
  const plot = page.getByRole("img", { name: /^Loss over/ });
  const log = await plot.innerHTML();
  await page.getByText("Linear", { exact: true }).last().click({ force: true });
  await expect.poll(() => plot.innerHTML()).not.toBe(log);
  const theme = await page.locator("html").getAttribute("data-theme");
  await page.getByRole("button", { name: "Theme" }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme", theme ?? "");
});

test("speed, epoch limit and stop rules work", async ({ page }) => {
  await open(page);
  await page.getByRole("slider", { name: "Speed" }).fill("0");
  await train(page);
  await expect.poll(async () => (await readStatus(page)).epoch).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  expect((await readStatus(page)).epoch).toBeLessThan(20);
  await fullSpeed(page);
  await page.getByText("More settings").click();
  await type(page, "Epoch limit", 700);
  await page.getByLabel("Stop automatically").uncheck();
  await train(page);
  expect(await untilStopped(page)).toMatchObject({
    epoch: 700,
    loss: loss({ training: { epochs: 700, autoStop: false } }, 700),
  });
});

test("a point can be selected by number or by a press, and a press elsewhere makes a probe with its own numbers", async ({
  page,
}) => {
  await open(page);
  await type(page, "Point", 3);
  await expect(page.locator('[data-quantity="p[3]@0"]').first()).toBeVisible();
  const { samples } = createSession(defaultExperiment);
  const square = page.getByRole("application");
  const box = (await square.boundingBox())!;
  const at = (x1: number, x2: number): { x: number; y: number } => ({
    x: x1 * box.width,
    y: (1 - x2) * box.height,
  });
  await square.click({ position: at(samples.inputs[0]![9]!, samples.inputs[1]![9]!) });
  await expect(page.locator('[data-quantity="p[10]@0"]').first()).toBeVisible();
  await square.click({ position: at(0.5, 0.5) });
  const probe = page.locator('[data-quantity^="p[probe"]').first();
  await probe.click();
  const shown = await inspected(page);
  expect(shown.id).toMatch(/^p\[probe 0\.(49|5)\d*,0\.(49|5)\d*\]@0$/);
  await expect(inspector(page).getByText("the probe", { exact: true }).first()).toBeVisible();
});

test("weights that came with a link are described as given, and are dropped when the network's shape changes", async ({
  page,
}) => {
  const parameters = [{ weight: [[20, -3]], bias: [1] }];
  const given = {
    dataset: { name: "and" },
    network: { hidden: [], initializer: { name: "given", parameters } },
  };
  await page.goto(`./#${encodeURIComponent(JSON.stringify({ experiment: { version: 1, ...given }, t: 0 }))}`);
  await showsLoss(page, loss(given));
  const initializer = page.getByLabel("Initializer");
  await expect(initializer).toHaveValue("given");
  await expect(page.getByLabel("Seed", { exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Add hidden layer" }).click();
  await expect(initializer).toHaveValue("torch");
  await expect(initializer.getByRole("option", { name: "Given" })).toHaveCount(0);
  const hidden = [{ units: 4, activation: "tanh" }];
  await showsLoss(page, loss({ ...given, network: { hidden, initializer: { name: "torch", seed: 19 } } }));
});
