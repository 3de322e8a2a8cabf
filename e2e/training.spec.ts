import { createSession, defaultExperiment, format } from "@neural-viz/engine";
import { expect, test } from "./fixture.ts";
import {
  chooseDataset,
  datasetNames,
  fullSpeed,
  open,
  readStatus,
  slowly,
  train,
  type,
} from "./playground.ts";

for (const name of datasetNames) {
  test(`${name} without noise trains until it stops`, async ({ page }) => {
    await open(page);
    await chooseDataset(page, name);
    const geometric = await page.getByLabel("Noise value").isVisible();
    if (geometric) await type(page, "Noise value", 0);
    await type(page, "Neurons in hidden layer 1", 8);
    await page.getByRole("button", { name: "Add hidden layer" }).click();
    await type(page, "Learning rate value", 0.03);
    await fullSpeed(page);
    await train(page);
    await expect(page.getByRole("status")).toHaveText(
      /Stopped: (the loss is below|every point’s correct class has had)/,
    );
    const { correct, count } = await readStatus(page);
    expect(correct).toBe(count);
  });
}

test("other data during a run start a new one that trains by itself; at epoch 0 they wait", async ({
  page,
}) => {
  await open(page);
  await chooseDataset(page, "Moons");
  await page.waitForTimeout(500);
  expect((await readStatus(page)).epoch).toBe(0);
  await slowly(page);
  await train(page);
  await expect(page.getByRole("button", { name: "Pause", exact: true })).toBeVisible();
  await chooseDataset(page, "XOR");
  await expect(page.getByRole("status")).toHaveText(/of 4 correct/);
  await expect.poll(async () => (await readStatus(page)).epoch).toBeGreaterThan(0);
});

test("Step trains one epoch, Restart restores the same initial weights, and Reset draws others and shows their seed", async ({
  page,
}) => {
  await open(page);
  const start = await readStatus(page);
  const seed = page.getByRole("spinbutton", { name: "Seed", exact: true });
  const before = await seed.inputValue();
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(1);
  expect((await readStatus(page)).loss).not.toBe(start.loss);
  await page.getByRole("button", { name: "Restart" }).click();
  await expect.poll(async () => (await readStatus(page)).text).toBe(start.text);
  expect(await seed.inputValue()).toBe(before);
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(seed).not.toHaveValue(before);
  const { hidden } = defaultExperiment.network;
  const initializer = { name: "torch", seed: Number(await seed.inputValue()) } as const;
  const fresh = createSession({ ...defaultExperiment, network: { hidden, initializer } });
  await expect.poll(async () => (await readStatus(page)).loss).toBe(format(fresh.loss));
});

test("another learning rate continues from the epoch shown, and each optimizer has its own", async ({
  page,
}) => {
  await open(page);
  for (let i = 0; i < 3; i++) await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(3);
  await type(page, "Learning rate value", 0.5);
  await page.getByLabel("Optimizer").selectOption("SGD");
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(4);
  const goesOn = page.getByText(/^Learning rate set to/);
  await expect(goesOn).toHaveText("Learning rate set to 0.3000, SGD’s own setting.");
  await page.getByLabel("Optimizer").selectOption("Adam");
  await expect(page.getByLabel("Learning rate value")).toHaveValue("0.5");
  await expect(goesOn).toHaveText("Learning rate set to 0.5000, Adam’s own setting.");
  await type(page, "Learning rate value", 0.4);
  await expect(goesOn).toHaveCount(0);
});

test("when training makes the loss much larger, the page says so", async ({ page }) => {
  await open(page);
  const { loss } = await readStatus(page);
  await type(page, "Learning rate value", 30);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(
    page.getByText(`It was ${loss} before training. A rising loss is a sign that the updates overshoot.`),
  ).toBeVisible();
});

test("the result doesn't depend on speed and pauses", async ({ context }) => {
  const run = async (slow: boolean): Promise<string> => {
    const page = await context.newPage(); // a page that is reopened in its tab continues where it was
    await open(page);
    await page.getByText("More settings").click();
    await type(page, "Epoch limit", 60);
    await page.getByLabel("Stop automatically").uncheck();
    await page.getByRole("slider", { name: "Speed" }).fill(slow ? "3" : "10");
    await train(page);
    if (slow) {
      await page.getByRole("button", { name: "Pause", exact: true }).click();
      await train(page);
    }
    await expect(page.getByRole("status")).toHaveText(/Stopped: the 60-epoch limit/);
    return (await readStatus(page)).text;
  };
  expect(await run(true)).toBe(await run(false));
});

test("an invalid number gets one sentence, and the typed text stays", async ({ page }) => {
  await open(page);
  const field = page.getByLabel("Learning rate value");
  await field.fill("-3");
  await field.press("Enter");
  await expect(page.getByRole("alert")).toHaveText(
    /Learning rate must be a number above 0 and at most 100; you entered -3\./,
  );
  await expect(field).toHaveValue("-3");
  await field.press("Escape");
  await expect(field).toHaveValue("0.1");
});

test("a stalled run and a dead layer are explained where they are", async ({ page }) => {
  await open(page);
  await chooseDataset(page, "XOR");
  await page.getByRole("button", { name: "Remove hidden layer" }).click();
  await fullSpeed(page);
  await train(page);
  await expect(page.getByText("Stalled.")).toBeVisible();
  await page.getByRole("button", { name: "Add hidden layer" }).click();
  await page.getByLabel("Activation of hidden layer 1").selectOption("ReLU");
  await page.getByLabel("Initializer").selectOption("Zeros");
  await expect(page.getByText("Dead ReLU.")).toBeVisible();
});

test("Reset and Restart say which weights they begin with", async ({ page }) => {
  await open(page);
  for (const [name, what] of [
    ["Reset", "Draw new random weights"],
    ["Restart", "Go back to the same initial weights"],
  ] as const) {
    const button = page.getByRole("button", { name, exact: true });
    await expect(button).toHaveAccessibleDescription(what);
    await button.hover();
    await expect(page.getByText(what, { exact: true }).filter({ visible: true })).toBeVisible();
  }
});

test("other layers of a paused, trained network start a new run that waits", async ({ page }) => {
  await open(page);
  await slowly(page);
  await train(page);
  await expect.poll(async () => (await readStatus(page)).epoch).toBeGreaterThan(3);
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  for (const change of [
    () => page.getByRole("button", { name: "Add hidden layer" }).click(),
    () => type(page, "Neurons in hidden layer 1", 6),
    () => page.getByRole("button", { name: "Remove hidden layer" }).click(),
  ]) {
    await change();
    await expect.poll(async () => (await readStatus(page)).epoch).toBe(0);
    await page.waitForTimeout(500);
    expect((await readStatus(page)).epoch).toBe(0);
    await expect(page.getByRole("button", { name: "Train", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Step", exact: true }).click();
    await expect.poll(async () => (await readStatus(page)).epoch).toBe(1);
  }
});
