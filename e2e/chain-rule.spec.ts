import {
  createRecording,
  createRun,
  format,
  parseExperiment,
  pathsOf,
  type Run,
  valueOf,
  whySmall,
} from "@neural-viz/engine";
import { evaluateLine } from "./calculator.ts";
import { expect, test } from "./fixture.ts";
import { inspected, open, openTool, scrubTo, train, untilStopped } from "./playground.ts";

/** The default experiment with another hidden layer of four, after this many epochs. */
function runOf(epochs: number): Run {
  const tanh = { units: 4, activation: "tanh" };
  const recording = createRecording(
    parseExperiment({
      version: 1,
      network: { hidden: [tanh, tanh], initializer: { name: "torch", seed: 19 } },
    }),
  );
  while (recording.live.t < epochs) recording.step();
  return createRun(recording);
}

test("the factors, the paths and the shares of all points are those of the run, and open in the inspector", async ({
  page,
}) => {
  await open(page);
  await page.getByRole("button", { name: "Add hidden layer" }).click();
  await train(page);
  const { epoch } = await untilStopped(page);
  const tool = await openTool(page, "Chain rule");
  await scrubTo(page, 50);
  await tool.getByLabel("Parameter").selectOption("W.1.2.1");
  const run = runOf(epoch);
  const gradient = "gW.1.2.1[18]@50";

  const line = tool.locator(`[data-line="${gradient}"]`);
  await expect(line).toBeVisible();
  const { value, result } = evaluateLine((await line.textContent()) ?? "");
  expect(value).toBe(result);
  await expect(tool.locator('[data-line="delta.3.1[18]@50"]')).toBeVisible();

  const paths = tool.getByRole("region", { name: "Paths to the loss" });
  const values = pathsOf(run.network, "W.1.2.1").map(([through]) =>
    valueOf(run, `path.W.1.2.1>${through}[18]@50`),
  );
  expect(values).toHaveLength(4);
  for (const [i, product] of values.entries()) {
    await expect(paths.locator(`[data-quantity="path.W.1.2.1>${i + 1}[18]@50"]`)).toHaveText(format(product));
  }
  // To four digits, the sum of the paths is the gradient.
  await expect(paths.getByRole("row", { name: /^total/ })).toContainText(format(valueOf(run, gradient)));
  await expect(paths.locator(`[data-quantity="${gradient}"]`)).toHaveText(format(valueOf(run, gradient)));

  const { reasons, typical } = whySmall(run, "W.1.2.1", 18, 50);
  const why = tool.getByRole("region", { name: "Why is this gradient small?" });
  await expect(why).toContainText(`${format(typical)} in size, on average`);
  await expect(why.getByRole("listitem")).toHaveCount(reasons.length);

  await paths.locator('[data-quantity="path.W.1.2.1>3[18]@50"]').click();
  await expect.poll(async () => (await inspected(page)).id).toBe("path.W.1.2.1>3[18]@50");
  expect((await inspected(page)).text).toBe(format(values[2]!));
});
