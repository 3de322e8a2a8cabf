import {
  createRecording,
  createRun,
  defaultExperiment,
  explain,
  format,
  unitHealth,
  parseExperiment,
  valueOf,
} from "@neural-viz/engine";
import type { Page } from "@playwright/test";
import { evaluateLine } from "./calculator.ts";
import { expect, test } from "./fixture.ts";
import { inspected, open, openTool, scrubTo, train, untilStopped } from "./playground.ts";

const panel = (page: Page) => page.getByRole("region", { name: "Activation", exact: true });

test("a neuron's place on its curve, its slope and its counts are those of the run, at any epoch", async ({
  page,
}) => {
  await open(page);
  await train(page);
  const { epoch } = await untilStopped(page);
  await openTool(page, "Activation");
  await scrubTo(page, 60);
  await page.getByLabel("Neuron", { exact: true }).selectOption("1.3");
  const recording = createRecording(defaultExperiment);
  while (recording.live.t < epoch) recording.step();
  const run = createRun(recording);
  const z = format(valueOf(run, "z.1.3[18]@60"));
  const slope = format(explain(run, "slope.1.3[18]@60").value);
  await expect(panel(page).getByRole("img")).toHaveAccessibleName(
    new RegExp(`z = ${z}, .* f′\\(z\\) = ${slope}`),
  );
  const outputs = Float64Array.from({ length: 200 }, (_, s) => valueOf(run, `a.1.3[${s + 1}]@60`));
  const { saturatedSamples } = unitHealth("tanh", outputs);
  await expect(panel(page)).toContainText(`for ${saturatedSamples} of 200 training points, f′ is below 1%`);

  const line = panel(page).locator('[data-line="slope.1.3[18]@60"]');
  const { value, result } = evaluateLine((await line.textContent()) ?? "");
  expect(value).toBe(result);
  await line.locator("[data-quantity]").first().click();
  await expect.poll(async () => (await inspected(page)).id).toBe("a.1.3[18]@60");
});

test("the curve is read by keys, at the output too, where f′ cancels", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Remove hidden layer" }).click();
  const tool = await openTool(page, "Activation");
  await expect(tool).toContainText("f′ cancels: the output’s error signal is δ = ∂ℓ/∂z = ŷ − y");
  const run = createRun(
    createRecording(
      parseExperiment({ version: 1, network: { hidden: [], initializer: { name: "torch", seed: 19 } } }),
    ),
  );
  const z = valueOf(run, "z.1.1[18]@0");
  const p = (at: number): number => 1 / (1 + Math.exp(-at));
  const curve = tool.getByRole("img");
  await expect(curve).toHaveAccessibleName(new RegExp(`z = ${format(z)}, f\\(z\\) = ${format(p(z))}`));
  await curve.focus();
  await page.keyboard.press("ArrowRight");
  // Nothing reaches beyond ±4 here: a press goes a fortieth of that.
  const at = z + 0.1;
  await expect(curve).toHaveAccessibleName(
    `z = ${format(at)}: f = ${format(p(at))}, f′ = ${format(p(at) * (1 - p(at)))}`,
  );
});
