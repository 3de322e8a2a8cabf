import { createSession, defaultExperiment, format } from "@neural-viz/engine";
import { expect, test } from "./fixture.ts";
import { inspected, open, openTool, scrubTo, train, untilStopped } from "./playground.ts";

test("weights, gradients, optimizer state and steps of a layer are those of the run, at any epoch", async ({
  page,
}) => {
  await open(page);
  await train(page);
  await untilStopped(page);
  const tool = await openTool(page, "Weights");
  await scrubTo(page, 30);
  const session = createSession(defaultExperiment);
  while (session.t < 29) session.step();
  const before = session.params.slice();
  session.step();
  const [m, v] = session.optimizerState.slots;
  // Parameter 3 is W[1][1] of the first layer: into neuron 2 from x2.
  const shown = (id: string) => tool.locator(`[data-quantity="${id}@30"]`);
  await expect(shown("W.1.2.2")).toHaveText(format(session.params[3]!));
  await expect(shown("gW.1.2.2")).toHaveText(format(session.gradient[3]!));
  await expect(shown("m.W.1.2.2")).toHaveText(format(m![3]!));
  await expect(shown("v.W.1.2.2")).toHaveText(format(v![3]!));
  await expect(shown("mhat.W.1.2.2")).toHaveText(format(m![3]! / (1 - 0.9 ** 30)));
  await expect(shown("vhat.W.1.2.2")).toHaveText(format(v![3]! / (1 - 0.999 ** 30)));
  await expect(shown("dW.1.2.2")).toHaveText(format(session.params[3]! - before[3]!));
  await expect(shown("norm.1")).toHaveText(format(Math.hypot(...session.params.slice(0, 12))));
  await expect(tool.getByRole("img", { name: /^Parameters: 12 values/ })).toBeVisible();

  await tool.getByText("Output", { exact: true }).click();
  await expect(shown("b.2.1")).toHaveText(format(session.params[16]!));
  await shown("v.b.2.1").click();
  await expect.poll(async () => (await inspected(page)).id).toBe("v.b.2.1@30");
});

test("before the first update there is no optimizer state, and the page says when it comes", async ({
  page,
}) => {
  await open(page);
  const tool = await openTool(page, "Weights");
  await expect(tool).toContainText("appears with the first update");
  await expect(tool.locator('[data-quantity^="m."]')).toHaveCount(0);
});

test("a layer's curve can be read with keys, and Enter goes to that epoch", async ({ page }) => {
  await open(page);
  await train(page);
  await untilStopped(page);
  const tool = await openTool(page, "Weights");
  const curve = tool.getByRole("img", { name: /^Length of each layer’s parameters/ });
  await curve.focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  const session = createSession(defaultExperiment);
  const read = tool.getByRole("img", { name: /^Epoch \d+: layer 1/ });
  const name = (await read.getAttribute("aria-label")) ?? "";
  const epoch = Number(/^Epoch (\d+)/.exec(name)?.[1]);
  while (session.t < epoch) session.step();
  expect(name).toContain(`layer 1 ${format(Math.hypot(...session.params.slice(0, 12)))}`);
  expect(name).toContain(`output ${format(Math.hypot(...session.params.slice(12)))}`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText(new RegExp(`^Epoch ${epoch},`));
});
