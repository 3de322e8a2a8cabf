/** What the page says about a run that a learner may set up in a minute must be true of that run. */
import { createSession, defaultExperiment } from "@neural-viz/engine";
import { expect, test } from "./fixture.ts";
import { chooseDataset, fullSpeed, open, scrubTo, train, type } from "./playground.ts";

/**
 * An epoch of one neuron on XOR, initialized as on the page, at which every ŷ is ½ up to two units in the last place.
 */
function tiedEpoch(): { readonly t: number; readonly correct: number } {
  const { network } = defaultExperiment;
  const session = createSession({
    ...defaultExperiment,
    dataset: { name: "xor" },
    network: { ...network, hidden: [] },
  });
  const tied = (): boolean => session.outputs[0]!.every((p) => Math.abs(p - 0.5) <= 2 ** -52);
  while (!tied()) session.step();
  return { t: session.t, correct: session.correct! };
}

test("XOR without a hidden layer: no line separates it, with the proof; ties and rounding are named", async ({
  page,
}) => {
  await open(page);
  await chooseDataset(page, "XOR");
  await page.getByRole("button", { name: "Remove hidden layer" }).click();
  await fullSpeed(page);
  await train(page);
  const notice = page.getByRole("note").filter({ hasText: "Stalled" });
  await expect(notice).toContainText(
    "No straight line separates these points, so no weights can: the segment between points 1 and 4 of one class crosses the segment between points 2 and 3 of the other. Add a hidden layer.",
  );
  await expect(notice).not.toContainText(/new weights|neuron/i);
  await expect(page.getByRole("status")).toHaveText(/Stopped/);
  const { t, correct } = tiedEpoch();
  await scrubTo(page, t);
  const sentence = page.getByText(new RegExp(`^Epoch ${t.toLocaleString("en")}: .* loss 0\\.6931`)).last();
  await expect(page.getByText("4 points are ties")).toBeVisible();
  await expect(page.getByText("what’s left is no larger than rounding error")).toBeVisible();
  await expect(page.getByText(/would lower the loss/)).toHaveCount(0);
  await expect(sentence).toContainText(`${correct} of 4`);
  await expect(page.getByRole("region", { name: "Gradient check" })).toHaveText(
    "No gradient can be compared: 3 flat",
  );
  // Only rounding puts points on either side of ½, so there is no line to draw.
  const drawn = page.getByRole("img", { name: /^Decision boundary/ }).locator("path");
  expect(
    (await drawn.evaluateAll((all) => all.map((path) => path.getAttribute("d") ?? ""))).join("").length,
  ).toBeLessThan(600);
  await scrubTo(page, 2000);
  await notice.getByRole("button", { name: "Add a hidden layer" }).click();
  await expect(page.getByLabel("Neurons in hidden layer 1")).toBeVisible();
});

test("AND without a hidden layer at too low a learning rate: the page says that a line can separate it", async ({
  page,
}) => {
  await open(page);
  await chooseDataset(page, "AND");
  await page.getByRole("button", { name: "Remove hidden layer" }).click();
  await page.getByLabel("Optimizer").selectOption("SGD");
  await type(page, "Learning rate value", 0.000001);
  await fullSpeed(page);
  await train(page);
  await expect(page.getByRole("note").filter({ hasText: "Stalled" })).toContainText(
    "A straight line can separate these points, so some weights classify all of them correctly.",
  );
});
