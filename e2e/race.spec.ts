import {
  createRecording,
  defaultChoice,
  defaultExperiment,
  finish,
  format,
  type OptimizerName,
  optimizers,
  race,
} from "@neural-viz/engine";
import { violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { open, openTool, scrubTo, readStatus, train, untilStopped } from "./playground.ts";

test("all optimizers race from the epoch shown, and a chosen lane becomes a branch with the same numbers", async ({
  page,
}) => {
  await open(page);
  await train(page);
  const { epoch } = await untilStopped(page);
  await scrubTo(page, 20);
  const tool = await openTool(page, "Optimizer race");
  await tool.getByLabel("Epochs").selectOption("50");
  await tool.getByRole("button", { name: "Start the race" }).click();
  const recording = createRecording(defaultExperiment);
  while (recording.live.t < epoch) recording.step();
  const lanes = (Object.keys(optimizers) as OptimizerName[]).map(defaultChoice);
  const found = finish(race(recording, { optimizers: lanes, t: 20, epochs: 50, seeds: 1 }));
  for (const { optimizer, losses, frames } of found.lanes) {
    const { label } = optimizers[optimizer.name];
    const lane = tool.getByRole("listitem", { name: label, exact: true });
    await expect(lane).toContainText(`η=${optimizer.learningRate}`);
    await expect(lane).toContainText(`loss ${format(losses[0]![50]!)}, ${frames.at(-1)!.correct} of 200`);
  }
  expect(await violations(page)).toEqual([]);
  await tool.getByLabel("Moment of the race").fill("0");
  const adam = tool.getByRole("listitem", { name: "Adam", exact: true });
  await expect(adam).toContainText(`loss ${format(recording.at(20).loss)}`);
  await tool.getByRole("button", { name: "Use Momentum" }).click();
  const momentum = found.lanes.find(({ optimizer }) => optimizer.name === "momentum")!;
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(70);
  expect((await readStatus(page)).loss).toBe(format(momentum.losses[0]![50]!));
});

test("over several seeds the spread is drawn, and a race can be canceled", async ({ page }) => {
  await open(page);
  const tool = await openTool(page, "Optimizer race");
  await tool.getByLabel("Seeds", { exact: true }).fill("20");
  await tool.getByLabel("Epochs").selectOption("1000");
  await tool.getByText("Four learning rates").click();
  await tool.getByRole("button", { name: "Start the race" }).press("Enter");
  await tool.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(tool).toContainText("Optimizer race: canceled.");
  await tool.getByLabel("Seeds", { exact: true }).fill("3");
  await tool.getByLabel("Epochs").selectOption("50");
  await tool.getByRole("button", { name: "Start the race" }).press("Enter");
  await expect(tool).toContainText("the median of 3 seeds");
  await expect(tool.getByRole("listitem", { name: "η 0.3", exact: true })).toContainText(
    /all correct in \d of 3 seeds/,
  );
});

test("the lane that ends lowest can be guessed first, and the race answers the guess", async ({ page }) => {
  await open(page);
  const tool = await openTool(page, "Optimizer race");
  await tool.getByLabel("Epochs").selectOption("50");
  const chips = tool.getByRole("group", { name: "Your guess: lowest at the end?" });
  const sgd = chips.getByRole("button", { name: "SGD" });
  await sgd.press("Enter");
  await expect(sgd).toHaveAttribute("aria-pressed", "true");
  await tool.getByRole("button", { name: "Start the race" }).click();
  const choices = (Object.keys(optimizers) as OptimizerName[]).map(defaultChoice);
  const recording = createRecording(defaultExperiment);
  const found = finish(race(recording, { optimizers: choices, t: 0, epochs: 50, seeds: 1 }));
  const ends = found.lanes.map(({ optimizer, losses }) => ({ optimizer, end: losses[0]![50]! }));
  const [best] = ends.toSorted((a, b) => a.end - b.end);
  const { label } = optimizers[best!.optimizer.name];
  const yours = ends.find(({ optimizer }) => optimizer.name === "sgd")!;
  await expect(tool).toContainText(
    `Not quite. ${label} ended lowest, with ${format(best!.end)}; SGD ended with ${format(yours.end)}.`,
  );
  expect(await violations(page)).toEqual([]);
  // A guess that's made after the race is for the next one.
  await chips.getByRole("button", { name: label, exact: true }).press("Enter");
  await expect(tool).not.toContainText("Not quite");
  await tool.getByRole("button", { name: "Start the race" }).click();
  await expect(tool).toContainText(`Correct: ${label}, with ${format(best!.end)}.`);
  // Other settings are another question.
  await tool.getByLabel("Epochs", { exact: true }).selectOption("200");
  await expect(tool).not.toContainText("Correct:");
  await expect(chips.locator("[aria-pressed='true']")).toHaveCount(0);
});
