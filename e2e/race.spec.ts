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
