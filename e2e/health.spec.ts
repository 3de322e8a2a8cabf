import { createSession, format, parseExperiment } from "@neural-viz/engine";
import { expect, test } from "./fixture.ts";
import { inspected, open, openTool } from "./playground.ts";

test("in a deep sigmoid network the gradients vanish, and the page says where and by how much", async ({
  page,
}) => {
  await open(page);
  for (let i = 0; i < 3; i++) await page.getByRole("button", { name: "Add hidden layer" }).click();
  for (const select of await page.getByLabel(/^Activation/).all()) await select.selectOption("sigmoid");
  const tool = await openTool(page, "Health");
  const sigmoid = { units: 4, activation: "sigmoid" };
  const { gradient } = createSession(
    parseExperiment({
      version: 1,
      network: {
        hidden: [sigmoid, sigmoid, sigmoid, sigmoid],
        initializer: { name: "torch", seed: 19 },
      },
    }),
  );
  const rms = (from: number, to: number): number =>
    Math.hypot(...gradient.slice(from, to)) / Math.sqrt(to - from);
  const first = tool.getByRole("row").nth(1);
  await expect(first.locator("[data-quantity]")).toHaveText(format(rms(0, 12)));
  const share = rms(0, 12) / rms(72, 77);
  expect(share).toBeLessThan(0.001);
  await expect(first).toContainText(format(share));
  await expect(first).toContainText("vanishing");
  await expect(tool).toContainText("gradients vanish in layer");
  await expect(tool.getByRole("row").last()).toContainText("even");
  await first.locator("[data-quantity]").click();
  await expect.poll(async () => (await inspected(page)).id).toBe("grms.1@0");
});
