/**
 * Hinges of layer 1 in "Fold", moved and turned by pointer, finger and keys. The expected parameters are worked out here
 * from those of a network trained elsewhere: on a line w · x + b = 0, a shift by d adds −w · d to b.
 */
import { createRecording, createRun, type Experiment, parseExperiment, writeLink } from "@neural-viz/engine";
import type { Locator, Page } from "@playwright/test";
import { violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { typefacesLoaded } from "./playground.ts";

const T = 60;

const circles = (activation = "relu"): Experiment =>
  parseExperiment({
    version: 1,
    dataset: { name: "circles", points: 60, noise: 0.02, seed: 27 },
    network: { hidden: [{ units: 3, activation }], initializer: { name: "torch", seed: 2 } },
    optimizer: { name: "adam", learningRate: 0.05 },
  });

/** The weights and the bias of a neuron of layer 1, from 1, as a network trained elsewhere has them. */
function neuronOf(experiment: Experiment, unit: number) {
  const recording = createRecording(experiment);
  while (recording.live.t < T) recording.step();
  const { network, at } = createRun(recording);
  const { weight, bias } = network.layers[0]!;
  const { params } = at(T);
  const [w1, w2] = [params[weight + 2 * (unit - 1)]!, params[weight + 2 * (unit - 1) + 1]!];
  return { w1, w2, b: params[bias + unit - 1]!, length: Math.sqrt(w1 * w1 + w2 * w2) };
}

/** Opens the tool; a long hinge in the square, with its neuron. */
async function openHinge(page: Page, experiment = circles(), query = "") {
  await page.goto(`./${query}#${writeLink({ experiment, t: T, panel: "fold" })}`);
  await expect(page.getByRole("status")).toHaveText(new RegExp(`^Epoch ${T},`));
  const tool = page.getByRole("region", { name: "Fold", exact: true });
  const hinge = tool.getByRole("slider", { name: /^Hinge of neuron \d in layer 1$/ }).last();
  await expect(hinge).toBeAttached();
  await hinge.scrollIntoViewIfNeeded();
  const unit = Number(/\d/.exec((await hinge.getAttribute("aria-label"))!)![0]);
  return { tool, hinge, neuron: neuronOf(experiment, unit) };
}

/** A place on a hinge in the window, near its middle, the side of the square, and steps that lead to the square's middle. */
const placeOf = (hinge: Locator) =>
  hinge.evaluate((element) => {
    const line = element.querySelector("path")!;
    const square = (element as SVGGElement).ownerSVGElement!.getBoundingClientRect();
    const places = [0.5, 0.42, 0.58, 0.34, 0.66].map((share) =>
      line.getPointAtLength(share * line.getTotalLength()),
    );
    // Where hinges cross, another one may lie on top.
    const free = places.find(
      ({ x, y }) => document.elementFromPoint(square.left + x, square.top + y) === line,
    );
    const { x, y } = free ?? places[0]!;
    const side = square.width;
    const [dx, dy] = [x < side / 2 ? 80 : -80, y < side / 2 ? 60 : -60];
    return { x: square.left + x, y: square.top + y, side, dx, dy };
  });

const biasOf = async (hinge: Locator): Promise<number> => Number(await hinge.getAttribute("aria-valuenow"));

/** The numbers of "z = 1.2·x₁ − 0.45·x₂ + 0.2 = 0". */
async function equationOf(hinge: Locator) {
  const text = (await hinge.getAttribute("aria-valuetext"))!;
  const sum = text.split(" = ")[1]!.replaceAll("− ", "-").replaceAll("−", "-").replaceAll("+ ", "");
  const [w1, w2, b] = sum.split(" ").map((term) => Number.parseFloat(term));
  return { w1: w1!, w2: w2!, b: b! };
}

async function dragBy(page: Page, from: { x: number; y: number }, dx: number, dy: number): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx / 2, from.y + dy / 2, { steps: 3 });
  await page.mouse.move(from.x + dx, from.y + dy, { steps: 3 });
  await page.mouse.up();
}

test("dragging a hinge sets only its bias, everything follows, and one undo takes it back", async ({
  page,
}) => {
  const { tool, hinge, neuron } = await openHinge(page);
  const status = await page.getByRole("status").textContent();
  const equation = await hinge.getAttribute("aria-valuetext");
  const at = await placeOf(hinge);
  const card = await tool.getByRole("region", { name: "Region" }).boundingBox();
  const { dx, dy } = at;
  await dragBy(page, at, dx, dy);
  const expected = neuron.b - (neuron.w1 * dx - neuron.w2 * dy) / at.side;
  await expect.poll(() => biasOf(hinge)).toBeCloseTo(expected, 3);
  const after = await equationOf(hinge);
  expect(after.w1).toBeCloseTo(neuron.w1, 2);
  expect(after.w2).toBeCloseTo(neuron.w2, 2);
  await expect(page.getByRole("status")).not.toHaveText(status!);
  // The equation stands below the square, and nothing has moved.
  const spoken = (await hinge.getAttribute("aria-valuetext")) ?? "";
  await expect(tool).toContainText(/[+−] \S+ = 0$/.exec(spoken)![0]);
  const moved = await tool.getByRole("region", { name: "Region" }).boundingBox();
  expect(moved!.y).toBe(card!.y);
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press("Control+z");
  await expect(hinge).toHaveAttribute("aria-valuetext", equation!);
  await expect(page.getByRole("status")).toHaveText(status!);
});

test("dragging a handle turns the hinge about the other one, and its weights stay as long", async ({
  page,
}) => {
  const { tool, hinge, neuron } = await openHinge(page);
  const equation = await hinge.getAttribute("aria-valuetext");
  const at = await placeOf(hinge);
  await page.mouse.move(at.x, at.y);
  const length = tool.getByText(/^\|w\| = /);
  const shown = await length.textContent();
  const centers = [];
  for (const handle of [0, 1]) {
    const box = (await hinge.locator(`circle[data-handle="${handle}"]`).first().boundingBox())!;
    centers.push({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }
  const [grip, pivot] = centers as [{ x: number; y: number }, { x: number; y: number }];
  // A little across the line.
  const [across, along] = [pivot.y - grip.y, grip.x - pivot.x];
  const far = 40 / Math.hypot(across, along);
  await dragBy(page, grip, across * far, along * far);
  await expect(hinge).not.toHaveAttribute("aria-valuetext", equation!);
  await expect(length).toHaveText(shown!);
  const { w1, w2, b } = await equationOf(hinge);
  expect(Math.sqrt(w1 * w1 + w2 * w2)).toBeCloseTo(neuron.length, 2);
  const square = (await hinge.locator("xpath=..").boundingBox())!;
  const z = ({ x, y }: { x: number; y: number }): number =>
    (w1 * (x - square.x)) / at.side + w2 * (1 - (y - square.y) / at.side) + b;
  expect(Math.abs(z(pivot))).toBeLessThan(0.05);
  expect(Math.abs(z({ x: grip.x + across * far, y: grip.y + along * far }))).toBeLessThan(0.05);
  await page.keyboard.press("Control+z");
  await expect(hinge).toHaveAttribute("aria-valuetext", equation!);
});

test("arrow keys move a hinge, with Shift they turn it, and Escape leaves it", async ({ page }) => {
  const { tool, hinge, neuron } = await openHinge(page);
  await hinge.focus();
  await expect(hinge).toHaveAccessibleDescription(/Arrow keys move it.*Shift.*turn/);
  await page.keyboard.press("ArrowRight");
  const { w1, w2, b, length } = neuron;
  const sign = Math.sign(Math.abs(w1) >= Math.abs(w2) ? w1 : w2);
  await expect.poll(() => biasOf(hinge)).toBeCloseTo(b - sign * 0.02 * length, 4);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => biasOf(hinge)).toBeCloseTo(b, 4);
  const equation = await hinge.getAttribute("aria-valuetext");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(hinge).not.toHaveAttribute("aria-valuetext", equation!);
  const turned = await equationOf(hinge);
  // Turned by 3 degrees.
  const cosine = (turned.w1 * w1 + turned.w2 * w2) / (length * length);
  expect(cosine).toBeCloseTo(Math.cos(Math.PI / 60), 3);
  await page.keyboard.press("Escape");
  await expect(hinge).not.toBeFocused();
  await expect(tool).toBeVisible();
});

test("a press on a hinge selects the place, as elsewhere in the square", async ({ page }) => {
  const { tool, hinge } = await openHinge(page);
  const equation = await hinge.getAttribute("aria-valuetext");
  const { x, y } = await placeOf(hinge);
  await page.mouse.click(x, y);
  // The place, or a point near it; at first point 1 is selected.
  await expect(tool.locator('[data-quantity^="z."]')).not.toHaveAttribute("data-quantity", /\[1\]/);
  await expect(hinge).toHaveAttribute("aria-valuetext", equation!);
});

test("a smooth network's lines z = 0 are moved alike", async ({ page }) => {
  const experiment = circles("tanh");
  const { hinge, neuron } = await openHinge(page, experiment);
  const at = await placeOf(hinge);
  await dragBy(page, at, at.dx, 0);
  await expect.poll(() => biasOf(hinge)).toBeCloseTo(neuron.b - (neuron.w1 * at.dx) / at.side, 3);
});

test("where the weights are locked, a hinge stays", async ({ page }) => {
  const { tool, hinge, neuron } = await openHinge(page, circles(), "?lock=weights");
  await dragBy(page, await placeOf(hinge), 30, 0);
  await hinge.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(hinge).toHaveAttribute("aria-disabled", "true");
  await expect(tool.locator("circle[data-handle]")).toHaveCount(0);
  expect(await biasOf(hinge)).toBe(neuron.b);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("a finger moves a hinge, and nothing overflows", async ({ page }) => {
    const { hinge, neuron } = await openHinge(page);
    const { x, y, side, dx } = await placeOf(hinge);
    const touch = await page.context().newCDPSession(page);
    const send = (type: "touchStart" | "touchMove" | "touchEnd", share = 0) =>
      touch.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x: x + share * dx, y }],
      });
    await send("touchStart");
    for (const share of [0.3, 0.6, 1]) await send("touchMove", share);
    await send("touchEnd");
    await expect.poll(() => biasOf(hinge)).toBeCloseTo(neuron.b - (neuron.w1 * dx) / side, 3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await violations(page)).toEqual([]);
  });
});

test("nothing moves when a hinge becomes active, also where the hint is longer than the equation", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const { network, ...rest } = circles();
  const hidden = [...network.hidden, ...network.hidden];
  const { tool, hinge } = await openHinge(page, { ...rest, network: { ...network, hidden } });
  await typefacesLoaded(page);
  await expect(tool.getByText("Hinges of later layers follow.")).toBeVisible();
  const region = tool.getByRole("region", { name: "Region", exact: true });
  const before = await region.boundingBox();
  await hinge.evaluate((element) => (element as SVGElement).focus({ preventScroll: true }));
  await expect(tool.getByText("|w| =")).toBeVisible();
  expect(await region.boundingBox()).toEqual(before);
});
