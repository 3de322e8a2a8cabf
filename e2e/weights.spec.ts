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

test("a pasted matrix fills the cells, Apply sets it in one change, and one undo takes it back", async ({
  page,
}) => {
  await open(page);
  const tool = await openTool(page, "Weights");
  const shown = (name: string) => tool.locator(`[data-quantity="${name}@0"]`);
  const before = await shown("W.1.1.1").textContent();
  await tool.getByRole("button", { name: "Edit parameters" }).click();
  const cell = (name: string) => tool.getByRole("textbox", { name, exact: true });
  await expect(cell("Weight into neuron 1 from 1")).toBeFocused();
  const paste = (name: string, text: string) =>
    cell(name).evaluate((input, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await paste("Weight into neuron 1 from 2", "[[1, 2, 3]]");
  await expect(tool.getByRole("alert")).toHaveText(/^The block is 1 × 3, but from this cell only 4 × 2 fit/);
  await paste("Weight into neuron 1 from 1", "tensor([[ 0.5000, -1.0000],\n        [ 0.2500,  2.0000]])");
  await expect(tool.getByRole("alert")).toBeHidden();
  await expect(cell("Weight into neuron 2 from 2")).toHaveValue("2");
  await cell("Weight into neuron 1 from 1").focus();
  for (const key of ["Enter", "ArrowRight", "ArrowRight", "ArrowUp"]) await page.keyboard.press(key);
  await expect(cell("Bias of neuron 1")).toBeFocused();
  await page.keyboard.type("much");
  await tool.getByRole("button", { name: "Apply" }).click();
  await expect(tool.getByRole("alert")).toHaveText(
    "Bias of neuron 1 must be a number between -1e308 and 1e308; you entered much.",
  );
  await expect(cell("Weight into neuron 2 from 2")).toHaveValue("2");
  await cell("Bias of neuron 1").fill("-0.75");
  await tool.getByRole("button", { name: "Apply" }).click();
  await expect(shown("W.1.1.1")).toHaveText(format(0.5));
  await expect(shown("W.1.2.2")).toHaveText(format(2));
  await expect(shown("b.1.1")).toHaveText(format(-0.75));
  await page.keyboard.press("Control+z");
  await expect(shown("W.1.1.1")).toHaveText(before!);
  await expect(shown("b.1.1")).not.toHaveText(format(-0.75));
});
