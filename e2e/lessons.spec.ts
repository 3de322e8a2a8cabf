import { createRecording, createRun, defaultExperiment, format, valueOf } from "@neural-viz/engine";
import type { Page } from "@playwright/test";
import { violations, windows } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { inspected, untilStopped } from "./playground.ts";

/** Presses Tab until something with this name has the focus. */
async function reach(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 80; i++) {
    const label = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return "";
      const labels =
        element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((l) => l.textContent) : [];
      return `${element.getAttribute("aria-label") ?? ""}${labels.join(" ")}${labels.length > 0 ? "" : element.textContent}`.trim();
    });
    if (name.test(label)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${name}.`);
}

async function press(page: Page, name: RegExp): Promise<void> {
  await reach(page, name);
  await page.keyboard.press("Enter");
}

const onStep = (page: Page, step: number) =>
  expect(page.getByRole("heading", { name: new RegExp(`^Step ${step} of`) })).toBeVisible();

/** Presses Down this many times in a choice, and commits it. */
async function choose(page: Page, passed: number): Promise<void> {
  await reach(page, /^(Only the line|Positive)/);
  await page.keyboard.press("Space");
  for (let i = 0; i < passed; i++) await page.keyboard.press("ArrowDown");
  await press(page, /^Submit guess$/);
}

/** Types a guess and commits it with Enter. */
async function estimate(page: Page, value: string): Promise<void> {
  await reach(page, /^Your guess$/);
  await page.keyboard.type(value);
  await page.keyboard.press("Enter");
}

async function setSlider(page: Page, name: RegExp, value: string): Promise<void> {
  await reach(page, name);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(value);
  await page.keyboard.press("Enter");
}

test("by keyboard alone: the lesson about the single neuron, from start to finish", async ({ page }) => {
  await page.goto("./#lessons");
  await press(page, /One neuron, one line/);
  await onStep(page, 1);
  await press(page, /^Next$/);
  await setSlider(page, /^w₁ value$/, "12");
  await setSlider(page, /^w₂ value$/, "12");
  await setSlider(page, /^b value$/, "-12");
  await expect(page.getByText(/^✓ Your line classifies \d+ of 60 points correctly/)).toBeVisible();
  await press(page, /^Next$/);
  await choose(page, 1);
  await expect(page.getByText("✓ Correct.")).toBeVisible();
  await press(page, /^Next$/);
  await estimate(page, "0.5");
  await expect(page.getByText("✓ Correct.")).toBeVisible();
  await press(page, /^Next$/);
  await onStep(page, 5);
  await reach(page, /^Hidden|^Output|^Input/);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^✓ You opened .+ = /)).toBeVisible();
  await press(page, /^Next$/);
  await setSlider(page, /^w₁ value$/, "-12");
  await setSlider(page, /^w₂ value$/, "-12");
  await setSlider(page, /^b value$/, "12");
  await expect(page.getByText(/^✓ Now 0 of 60 points are correct/)).toBeVisible();
  await press(page, /^Next$/);
  await expect(page.getByText(/^What you’ve seen: The line is where z is zero\./)).toBeVisible();
  await press(page, /^Next: /);
  await onStep(page, 1);
  await press(page, /^All lessons$/);
  await expect(page.getByRole("link", { name: /One neuron, one line/ })).toContainText("finished");
});

test("by keyboard alone: the lesson about the loss, with correct and wrong guesses and a challenge", async ({
  page,
}) => {
  await page.goto("./#lesson/price/1");
  await press(page, /^Next$/);
  await estimate(page, "half");
  await expect(page.getByRole("alert")).toHaveText("“half” isn’t a number. Enter a number like 0.25.");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("0,7");
  await page.keyboard.press("Enter");
  await expect(page.getByText("It’s 0.6931.")).toBeVisible();
  await press(page, /^See where ℓ comes from$/);
  expect((await inspected(page)).text).toContain("0.6931");
  await page.keyboard.press("Escape");
  await press(page, /^Next$/);
  await setSlider(page, /^b value$/, "3");
  await expect(page.getByText(/^✓ .+ gives .+, below 0\.069/)).toBeVisible();
  await press(page, /^Next$/);
  await estimate(page, "10");
  await expect(page.getByText("You guessed 10. It’s 2.")).toBeVisible();
  await press(page, /^Next$/);
  await estimate(page, "3");
  await press(page, /^Next$/);
  await choose(page, 2);
  await expect(page.getByText("✓ Correct.")).toBeVisible();
  await press(page, /^Next$/);
  await setSlider(page, /^b value$/, "-6");
  await expect(page.getByText(/^✓ .+ The loss is above 5 wherever/)).toBeVisible();
  await expect(
    page.getByText("Each time the probability of the correct class drops to a tenth"),
  ).toBeVisible();
});

test("while a question is open, nothing that would answer it works, and the page says why", async ({
  page,
}) => {
  await page.goto("./#lesson/downhill/2");
  await expect(page.getByText(/are locked until you guess/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Train", exact: true })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Tools" })).toBeDisabled();
  await page.keyboard.press("Space");
  await page.locator("[data-quantity^='W.1.1.1']").first().click({ force: true });
  await expect(page.getByRole("region", { name: "Inspector" })).toHaveCount(0);
  await expect(page.getByRole("status")).toHaveText(/^Epoch 0/);
  await page.getByLabel("Positive").check();
  await page.getByRole("button", { name: "Submit guess" }).click();
  await expect(page.getByRole("button", { name: "Train", exact: true })).toBeEnabled();
  await page.getByRole("button", { name: /^See where/ }).click();
  expect((await inspected(page)).id).toBe("gW.1.1.1@0");
});

/** The run of the lesson about backprop at its beginning, written down again. */
const backprop = createRun(
  createRecording({
    ...defaultExperiment,
    dataset: { name: "custom", samples: [[0.8, 0.4, 1]] },
    split: { test: 0, seed: 0 },
    network: {
      hidden: [{ units: 2, activation: "tanh" }],
      initializer: {
        name: "given",
        parameters: [
          {
            weight: [
              [0.5, -1],
              [1.5, 2],
            ],
            bias: [0.2, -0.5],
          },
          { weight: [[1, -2]], bias: [0.3] },
        ],
      },
    },
  }),
);
const inBackprop = (id: string): number => valueOf(backprop, id);
const noteOn = (page: Page, on: string) => page.locator(`[data-on="${on}"]`);

test("a number travels on the network's picture with the engine's factors, but not before the answer", async ({
  page,
}) => {
  await page.goto("./#lesson/backwards/2");
  await onStep(page, 2);
  await expect(page.locator("[data-on]")).toHaveCount(0);
  await page.goto("./#lesson/backwards/3");
  const factor = noteOn(page, "W.2.1.1");
  await expect(factor).toHaveText(`× ${format(inBackprop("W.2.1.1@0"))}`);
  await expect(noteOn(page, "2,1")).toHaveText(`δ ${format(inBackprop("delta.2.1[1]@0"))}`);
  const hidden = noteOn(page, "1,1");
  await expect(hidden).toHaveCount(0);
  await page.getByLabel("Your guess").fill("1");
  await page.getByRole("button", { name: "Submit guess" }).click();
  await expect(hidden.getByText("slope")).toHaveText(`slope ${format(inBackprop("slope.1.1[1]@0"))}`);
  await expect(hidden.getByText("δ")).toHaveText(`δ ${format(inBackprop("delta.1.1[1]@0"))}`);
  await expect(page.locator('[data-along="W.2.1.1"]')).toBeVisible();
  await expect(page.getByText(/^On the network’s picture: Output: δ/)).toBeAttached();
  await hidden.getByText("slope").click();
  expect((await inspected(page)).id).toBe("slope.1.1[1]@0");
  await page.goto("./#lesson/backwards/1");
  await onStep(page, 1);
  await expect(page.locator("[data-on]")).toHaveCount(0);
});

for (const { width, height } of windows) {
  test(`two paths from an input are lit and add up at ${width} × ${height}, and the tool lists both`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto("./#lesson/backwards/6");
    await onStep(page, 6);
    await page.waitForTimeout(1500); // as long as reading takes at least
    await expect(page.locator("[data-on]")).toHaveCount(0);
    await page.getByText("Add them").click();
    await page.getByRole("button", { name: "Submit guess" }).click();
    const products = [1, 2].map((j) => inBackprop(`delta.1.${j}[1]@0`) * inBackprop(`W.1.${j}.1@0`)) as [
      number,
      number,
    ];
    for (const [i, product] of products.entries()) {
      await expect(noteOn(page, `W.1.${i + 1}.1`).getByText("=")).toHaveText(`= ${format(product)}`);
    }
    const sum = format(products[0] + products[1]);
    await expect(noteOn(page, "0,1")).toHaveText(`sum ${sum}`);
    await expect(page.locator("[data-along]")).toHaveCount(4);
    const paths = page.getByRole("region", { name: "Paths to the loss" });
    await expect(paths.getByRole("heading")).toHaveText("2 paths to the loss");
    for (const product of products) await expect(paths).toContainText(format(product));
    await expect(paths.getByRole("row", { name: /^total/ })).toContainText(sum);
    expect(await violations(page)).toEqual([]);
  });
}

for (const height of [844, 664]) {
  test(`where a lesson says to train, Train is in reach on a phone of ${height} pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height });
    for (const step of ["rates/6", "fading/6"]) {
      await page.goto(`./?#lesson/${step}`);
      await page.reload();
      const train = page.getByRole("button", { name: "Train", exact: true });
      await expect(page.getByText(/press Train/i)).toBeVisible();
      await expect(train).toBeInViewport({ ratio: 1 });
      expect(await page.evaluate(() => scrollY)).toBe(0);
    }
  });
}

test("on a phone, XOR's corners are whole and large enough to tell apart", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of ["./#lesson/xor/1", "./#lesson/xor/6"]) {
    await page.goto(address);
    const picture = page.getByRole("img", { name: /^Decision boundary/ });
    await expect(picture).toBeVisible();
    const measure = () =>
      picture.evaluate((svg) => {
        const { left, top, right, bottom } = svg.closest("[data-placement]")!.getBoundingClientRect();
        const marks = [...svg.parentElement!.querySelectorAll("path[class*=class]")].map((mark) =>
          mark.getBoundingClientRect(),
        );
        return { area: { left, top, right, bottom }, marks: marks.map((mark) => mark.toJSON() as DOMRect) };
      });
    // A mark of each class: their paths hold two corners each, so their boxes span the square.
    await expect
      .poll(async () => (await measure()).marks.map(({ width }) => width > 90))
      .toEqual([true, true]);
    const boxes = await measure();
    for (const mark of boxes.marks) {
      expect(mark.left).toBeGreaterThanOrEqual(boxes.area.left);
      expect(mark.top).toBeGreaterThanOrEqual(boxes.area.top);
      expect(mark.right).toBeLessThanOrEqual(boxes.area.right);
      expect(mark.bottom).toBeLessThanOrEqual(boxes.area.bottom);
    }
  }
});

test("a lesson keeps its step and its guesses over a reload, and opens in the playground as it is", async ({
  page,
}) => {
  await page.goto("./#lesson/rates/3");
  await page.getByText(/^Well above/).click();
  await page.getByRole("button", { name: "Submit guess" }).click();
  const { text } = await untilStopped(page);
  await page.reload();
  await expect(page.getByText("(your guess)")).toBeVisible();
  await expect(page.getByRole("status")).toHaveText(text);
  await page.getByRole("button", { name: "Open in the playground" }).click();
  await expect(page.getByRole("radiogroup", { name: "Dataset" })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText(text);
  expect(page.url()).toContain("moons");
  await page.goBack();
  await onStep(page, 3);
});

test("what the last step left on the page doesn't count as done in the next", async ({ page }) => {
  await page.goto("./#lesson/noBend/4");
  await page.getByLabel("Your guess").fill("5");
  await page.getByRole("button", { name: "Submit guess" }).click();
  await expect(page.getByText("✓ Correct.")).toBeVisible();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await onStep(page, 5);
  await expect(page.getByText("Not done yet.")).toBeVisible();
  await page.getByRole("button", { name: "Show me" }).click();
  await expect(page.getByText(/^✓ Its predictions differ from the network’s by/)).toBeVisible();
});

test("a question is answered by a press in the network, and a curve is drawn by hand", async ({ page }) => {
  await page.goto("./#lesson/asleep/2");
  await expect(page.getByText(/Press it in the network/)).toBeVisible();
  await page
    .getByRole("grid")
    .getByRole("button", { name: /^Hidden layer 1, neuron 1/ })
    .click();
  await expect(page.getByText(/^(✓ Correct\.|Not quite\.)/)).toBeVisible();
  await page.goto("./#lesson/rates/4");
  const sheet = page.getByRole("slider", { name: "Your drawing" });
  await expect(page.getByRole("button", { name: "Submit guess" })).toBeDisabled();
  const box = (await sheet.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.15, box.y + box.height * 0.4);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.2, { steps: 8 });
  await page.mouse.up();
  await page.getByRole("button", { name: "Submit guess" }).click();
  await expect(
    page.getByRole("img", { name: /^Your drawing ends at 1\.\d+, and the computed curve at/ }),
  ).toBeVisible();
});

test("a guess that is a common mistake is recognized", async ({ page }) => {
  await page.goto("./#lesson/backwards/3");
  await page.getByLabel("Your guess").fill("0.757");
  await page.getByRole("button", { name: "Submit guess" }).click();
  await expect(page.getByText("You guessed 0.7570. It’s −0.7573. You flipped the sign.")).toBeVisible();
});

test("by keyboard alone: every answer in a derivation gets a reply, and the next blank takes the focus", async ({
  page,
}) => {
  await page.goto("./#lesson/yourTurn/4");
  const blank = page.getByLabel(/^What is/);
  await blank.fill("-0.01215");
  await blank.press("Enter");
  await expect(page.getByText("Not quite. You flipped the sign.")).toBeVisible();
  await blank.fill("0.01215");
  await blank.press("Enter");
  await expect(page.getByText("✓ Correct. It’s 0.01215.")).toBeVisible();
  await expect(page.getByLabel("What is δ⁽¹⁾₂?")).toBeFocused();
  await expect(page.getByLabel("What is δ⁽¹⁾₂?")).toBeInViewport({ ratio: 1 });
  await press(page, /^Show the answer$/);
  await expect(page.getByText("It’s −0.05782.")).toBeVisible();
  await expect(page.getByLabel("What is ∂ℓ/∂W⁽¹⁾₁₁?")).toBeFocused();
});

test("an update by hand in the wrong direction is recognized", async ({ page }) => {
  await page.goto("./#lesson/yourTurn/6");
  await setSlider(page, /value$/, "-0.2463");
  await expect(page.getByText("Not quite. You added the step instead of subtracting it.")).toBeVisible();
  await setSlider(page, /value$/, "-0.0905");
  await expect(page.getByText(/^✓ Correct\. /)).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("by touch alone: the lesson about one step downhill, from start to finish", async ({ page }) => {
    await page.goto("./#lessons");
    await page.getByRole("link", { name: /One step downhill/ }).tap();
    const next = page.getByRole("button", { name: "Next", exact: true });
    const guess = page.getByRole("button", { name: "Submit guess" });
    await onStep(page, 1);
    await next.tap();
    await page.getByText("Positive", { exact: true }).tap();
    await guess.tap();
    await expect(page.getByText("✓ Correct.")).toBeVisible();
    await next.tap();
    await page.getByLabel("Your guess").fill("0.927");
    await guess.tap();
    await expect(page.getByText("✓ Correct.")).toBeVisible();
    await next.tap();
    await page.getByText("A little less").tap();
    await guess.tap();
    await expect(page.getByText("✓ Correct.")).toBeVisible();
    await next.tap();
    // A finger on the first weight's line, after the stub of the output's bias.
    const { x, y } = await page
      .locator("svg g[class*=touch] path")
      .nth(1)
      .evaluate((path: SVGPathElement) => {
        const { x: left, y: top } = path.ownerSVGElement!.getBoundingClientRect();
        const point = path.getPointAtLength(path.getTotalLength() * 0.3);
        return { x: left + point.x, y: top + point.y };
      });
    await page.touchscreen.tap(x, y);
    expect((await inspected(page)).id).toBe("W.1.1.1@0");
    await page
      .getByRole("region", { name: "Inspector" })
      .getByRole("button", { name: /^Close/ })
      .tap();
    await expect(page.getByText(/^✓ At .+, the tangent’s slope is the gradient, 0\.7311\./)).toBeVisible();
    await next.tap();
    await page.getByRole("radiogroup", { name: "Learning rate" }).getByText("10", { exact: true }).tap();
    await page.getByRole("button", { name: "Step", exact: true }).tap();
    await expect(page.getByText(/^✓ The loss is .+ after 1 update\./)).toBeVisible();
    await expect(page.getByText("What you’ve seen")).toBeVisible();
  });
});

for (const { width, height } of windows) {
  test(`lessons have no violation of WCAG 2.2 at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto("./#lessons");
    await expect(page.getByRole("heading", { level: 1, name: "Lessons" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto("./#lesson/oneNeuron/3");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/One neuron, one line/);
    expect(await violations(page)).toEqual([]);
    await page.getByText("Neither").click();
    await page.getByRole("button", { name: "Submit guess" }).click();
    await expect(page.getByText("(your guess)")).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test("an address leads from one lesson to another, also at the same step", async ({ page }) => {
  await page.goto("./#lesson/rolling/7");
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  for (const [name, step] of [
    ["noBend", 7],
    ["xor", 2],
    ["oneNeuron", 2],
    ["backwards", 2],
    ["noBend", 2],
  ] as const) {
    await page.evaluate((hash) => (location.hash = hash), `#lesson/${name}/${step}`);
    await expect(page.getByText(new RegExp(`^Step ${step} of \\d+`)).first()).toBeVisible();
    await page.waitForTimeout(500);
    await expect(page.getByText("can’t be shown")).toHaveCount(0);
  }
});
