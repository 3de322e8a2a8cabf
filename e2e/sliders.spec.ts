import {
  createSession,
  type Experiment,
  format,
  networkOf,
  parseExperiment,
  withParameter,
  writeLink,
} from "@neural-viz/engine";
import type { Locator, Page } from "@playwright/test";
import { violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { readStatus, scrubTo, untilStopped } from "./playground.ts";

const given = (json: object): Experiment => parseExperiment({ version: 1, ...json });
/** Its training from here ends in a plateau: two points stay at one half. */
const xor = given({
  dataset: { name: "xor" },
  network: { hidden: [{ units: 2, activation: "tanh" }], initializer: { name: "torch", seed: 3 } },
});
const iris = given({
  dataset: { name: "iris", columns: [1, 2, 3, 4] },
  network: { hidden: [{ units: 3, activation: "tanh" }], initializer: { name: "torch", seed: 3 } },
  regularization: { l2: 0.01 },
});
const deep = given({ network: { hidden: [8, 8].map((units) => ({ units, activation: "tanh" })) } });

/** The loss of XOR's four points, by its definition. */
function lossOf([w11, w12, w21, w22, b1, b2, v1, v2, c]: readonly number[]): number {
  const losses = [0, 1, 2, 3].map((i) => {
    const [x1, x2] = [i % 2, Math.floor(i / 2)];
    const z =
      v1! * Math.tanh(w11! * x1 + w12! * x2 + b1!) + v2! * Math.tanh(w21! * x1 + w22! * x2 + b2!) + c!;
    return Math.log(1 + Math.exp(x1 === x2 ? z : -z));
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / 4;
}

const names = ["W.1.1.1", "W.1.1.2", "W.1.2.1", "W.1.2.2", "b.1.1", "b.1.2", "W.2.1.1", "W.2.1.2", "b.2.1"];
const labels = [
  "Layer 1, neuron 1: weight from x₁",
  "Layer 1, neuron 1: weight from x₂",
  "Layer 1, neuron 2: weight from x₁",
  "Layer 1, neuron 2: weight from x₂",
  "Layer 1, neuron 1: bias",
  "Layer 1, neuron 2: bias",
  "Output: weight from neuron 1",
  "Output: weight from neuron 2",
  "Output: bias",
];
/** OR minus AND. */
const solution = [10, 10, 10, 10, -5, -15, 5, -5, -5];

async function openSliders(page: Page, experiment: Experiment, t = 0): Promise<Locator> {
  await page.goto(`./#${writeLink({ experiment, t, panel: "sliders" })}`);
  const tool = page.getByRole("region", { name: "Weights as sliders" });
  await expect(tool.getByRole("slider").first()).toBeVisible();
  return tool;
}

const slider = (tool: Locator, label: string) => tool.getByRole("slider", { name: label, exact: true });

async function type(tool: Locator, label: string, value: number): Promise<void> {
  const field = tool.getByRole("textbox", { name: `${label} value`, exact: true });
  await field.fill(String(value));
  await field.press("Enter");
}

/** The parts of the tool that scroll on their own. */
const scrolls = (tool: Locator): Promise<string[]> =>
  tool.evaluate((element) =>
    [element, ...element.querySelectorAll("div")]
      .filter(
        (one) =>
          one.scrollHeight > one.clientHeight + 1 &&
          ["auto", "scroll"].includes(getComputedStyle(one).overflowY),
      )
      .map(({ className }) => className),
  );

const loss = (tool: Locator) => tool.locator("[data-quantity^='L@']");

/** The page's loss is that of these parameters. */
async function expectLoss(page: Page, tool: Locator, params: readonly number[]): Promise<void> {
  await expect(loss(tool)).toHaveText(format(lossOf(params)));
  expect((await readStatus(page)).loss).toBe(format(lossOf(params)));
}

test("keys, typing and dragging set the weights; the loss is theirs, and a drag is one step to undo", async ({
  page,
}) => {
  const tool = await openSliders(page, xor);
  const params = [...createSession(xor).params];
  const began = lossOf(params);
  await expectLoss(page, tool, params);
  await expect(tool.getByRole("slider")).toHaveCount(9);

  await type(tool, labels[0]!, 2.5);
  params[0] = 2.5;
  await expectLoss(page, tool, params);
  await slider(tool, labels[0]!).press("Shift+ArrowRight");
  params[0] = 2.6;
  await expectLoss(page, tool, params);
  await slider(tool, labels[0]!).press("ArrowLeft");
  params[0] = 2.59;
  await expectLoss(page, tool, params);
  const change = format(Math.abs(lossOf(params) - began));
  const way = lossOf(params) < began ? "lower" : "higher";
  await expect(tool).toContainText(`${change} ${way} than where you began (${format(began)})`);

  const track = slider(tool, labels[6]!);
  const box = (await track.boundingBox())!;
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.4, middle);
  await page.mouse.down();
  for (const share of [0.5, 0.6, 0.7, 0.85]) await page.mouse.move(box.x + box.width * share, middle);
  await page.mouse.up();
  const dragged = Number(await track.inputValue());
  expect(dragged).toBeGreaterThan(2);
  await expectLoss(page, tool, params.with(6, dragged));
  await page.keyboard.press("Control+z");
  await expectLoss(page, tool, params);
  await expect(track).toHaveAttribute("aria-valuetext", format(params[6]!));

  await tool.getByRole("button", { name: "Back to where you began" }).click();
  await expect(loss(tool)).toHaveText(format(began));
  await expect(tool).toContainText("the same as where you began");
  await page.keyboard.press("Control+z");
  await expectLoss(page, tool, params);
});

test("what training reaches is what a session reaches; the hands beat it, and training goes on from their weights", async ({
  page,
}) => {
  const tool = await openSliders(page, xor);
  const session = createSession(xor);
  const began = session.loss;
  await type(tool, labels[0]!, 10);
  await tool.getByRole("button", { name: "See what training reaches" }).click();
  while (session.stopped === undefined) session.step();
  const lowest = session.losses.reduce((low, value) => Math.min(low, value));
  const updates = session.losses.indexOf(lowest);
  await expect(tool).toContainText(
    `From where you began, training reached ${format(lowest)} after ${updates.toLocaleString("en-US")} updates.`,
  );
  await expect(tool).toContainText("above training’s.");
  expect((await readStatus(page)).epoch).toBe(0);

  for (const [i, label] of labels.entries()) await type(tool, label, solution[i]!);
  await expectLoss(page, tool, solution);
  const lower = lossOf(solution);
  await expect(tool).toContainText(
    `You beat training: your lowest is ${format(lower)}, ${format(lowest - lower)} below training’s.`,
  );
  await expect(slider(tool, labels[0]!)).toHaveAttribute("max", "20");
  await expect(tool.getByRole("img")).toHaveAccessibleName(/^L over your \d+ changes: from 0\.\d+ to 0\.0/);
  expect(await violations(page)).toEqual([]);

  await tool.getByRole("button", { name: "Let training go on from here" }).click();
  const status = await untilStopped(page);
  const edited = createSession(
    names.reduce((experiment, name, i) => withParameter(experiment, 0, name, solution[i]!), xor),
  );
  while (edited.stopped === undefined) edited.step();
  expect(status).toMatchObject({ epoch: edited.t, loss: format(edited.loss) });
  await expect(loss(tool)).toHaveText(format(edited.loss));
  await expect(tool).toContainText(
    `This is training’s loss, ${edited.t.toLocaleString("en-US")} updates on from your weights.`,
  );
  await expect(tool).toContainText(`You beat training: your lowest is ${format(lower)}`);

  await tool.getByRole("button", { name: "Back to where you began" }).click();
  await expect(loss(tool)).toHaveText(format(began));
  expect((await readStatus(page)).epoch).toBe(0);
  await expect(tool).toContainText("the same as where you began");
  await expect(tool).toContainText(`You beat training: your lowest is ${format(lower)}`);
  await expect(tool).not.toContainText("This is training’s loss");
});

test("the start counts as the lowest, and an edit after more training is a new start", async ({ page }) => {
  const tool = await openSliders(page, xor);
  await type(tool, labels[8]!, 3);
  await tool.getByRole("button", { name: "Let training go on from here" }).click();
  const { epoch } = await untilStopped(page);
  await expect(tool).toContainText(`Your lowest is ${format(createSession(xor).loss)}.`);
  const session = createSession(withParameter(xor, 0, "b.2.1", 3));
  while (session.stopped === undefined) session.step();
  expect(epoch).toBe(session.t);
  await type(tool, labels[8]!, 3);
  await expect(tool).toContainText(`than where you began (${format(session.loss)})`);
  await expect(tool).not.toContainText("This is training’s loss");
});

test("the sliders reach as far as the values need, but never change under the hand", async ({ page }) => {
  const tool = await openSliders(page, xor);
  const track = slider(tool, labels[0]!);
  const [other, max] = [slider(tool, labels[4]!), "max"];
  await expect(other).toHaveAttribute(max, "5");
  await type(tool, labels[0]!, 500);
  await expect(other).toHaveAttribute(max, "500");
  await expect(other).toHaveAttribute("step", "1");
  await type(tool, labels[0]!, 7);
  await expect(other).toHaveAttribute(max, "10");
  const box = (await track.boundingBox())!;
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.8, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, middle);
  await expect.poll(async () => Number(await track.inputValue())).toBeLessThan(4);
  await expect(track).toHaveAttribute(max, "10");
  await page.mouse.up();
  await expect(track).toHaveAttribute(max, "5");

  await type(tool, labels[0]!, 5.05);
  await expect(track).toHaveAttribute(max, "10");
  await track.focus();
  await page.keyboard.down("Shift");
  await page.keyboard.down("ArrowLeft");
  await expect(track).toHaveAttribute("aria-valuetext", "4.850");
  await expect(track).toHaveAttribute(max, "10");
  await page.keyboard.up("ArrowLeft");
  await expect(track).toHaveAttribute(max, "5");
  await page.keyboard.up("Shift");
});

test("next to a lesson on a tablet, sliders are in sight with the loss", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto("./#lesson/byHand/2");
  const tool = page.getByRole("region", { name: "Weights as sliders" });
  for (const i of [0, 1, 2, 3]) await expect(tool.getByRole("slider").nth(i)).toBeInViewport({ ratio: 1 });
  await expect(loss(tool)).toBeInViewport({ ratio: 1 });
  await slider(tool, "Output: bias").focus();
  await expect(slider(tool, "Output: bias")).toBeInViewport({ ratio: 1 });
  await expect(loss(tool)).toBeInViewport({ ratio: 1 });
});

test("on a phone, four inputs and a softmax with a penalty: J stays in sight above the last slider", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const tool = await openSliders(page, iris);
  await expect(tool.getByRole("slider")).toHaveCount(networkOf(iris).size);
  const label = "Output 3: bias";
  const session = createSession(withParameter(iris, 0, "b.2.3", 1.25));
  await type(tool, label, 1.25);
  const J = tool.locator("[data-quantity='J@0']");
  await expect(J).toHaveText(format(session.objective));
  await expect(loss(tool)).toHaveText(format(session.loss));
  await expect(tool).toContainText(`${session.correct} of 150 points correct`);
  await expect(slider(tool, label)).toBeInViewport();
  await expect(J).toBeInViewport();
  await expect(page.getByRole("region", { name: "Decision boundary" })).toBeInViewport();
  expect(await scrolls(tool)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await violations(page)).toEqual([]);
});

test("a large network shows a layer at a time, and a change in the past begins a branch", async ({
  page,
}) => {
  const tool = await openSliders(page, deep, 3);
  await expect(tool).toContainText("This network has 105 parameters.");
  await expect(tool.getByRole("slider")).toHaveCount(24);
  await tool.getByRole("radio", { name: "Layer 2" }).check({ force: true });
  await expect(tool.getByRole("slider")).toHaveCount(72);
  await scrubTo(page, 1);
  await type(tool, "Layer 2, neuron 8: weight from neuron 3", -2);
  const session = createSession(withParameter(deep, 1, "W.2.8.3", -2));
  session.step();
  await expect(loss(tool)).toHaveText(format(session.loss));
  await expect(page.getByRole("button", { name: /^Branch B/ })).toBeVisible();
});

test("locked weights stay", async ({ page }) => {
  await page.goto(`./?lock=weights#${writeLink({ experiment: xor, t: 0, panel: "sliders" })}`);
  const tool = page.getByRole("region", { name: "Weights as sliders" });
  await expect(slider(tool, labels[0]!)).toBeDisabled();
  await expect(tool).toContainText("Locked on this page");
});
