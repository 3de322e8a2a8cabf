import { bugBench, createSession, defaultExperiment, finish, format } from "@neural-viz/engine";
import { violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { open, openTool, scrubTo, train, untilStopped } from "./playground.ts";

test("a planted bug: the loss still falls, the check finds its layer, and the run stays the same", async ({
  page,
}) => {
  await open(page);
  await train(page);
  await untilStopped(page);
  await scrubTo(page, 10);
  const before = await page.getByRole("status").textContent();
  const tool = await openTool(page, "Bug bench");
  await tool.getByLabel("Bug", { exact: true }).selectOption("biasForgotten");
  await tool.getByLabel("In layer").selectOption("1");
  await tool.getByRole("button", { name: "Plant the bug" }).click();
  const session = createSession(defaultExperiment);
  while (session.t < 10) session.step();
  const { goal, params, optimizer } = session;
  const { losses, layers } = finish(
    bugBench(goal, params, optimizer, { name: "biasForgotten", layer: 1 }, 100),
  );
  expect(losses[100]).toBeLessThan(losses[0]!);
  await expect(tool).toContainText(`the loss still falls: ${format(losses[0]!)} → ${format(losses[100]!)}`);
  await expect(tool).toContainText("Your run doesn’t change.");
  expect(await violations(page)).toEqual([]);
  const row = tool.getByRole("row").nth(1);
  await expect(row).toContainText(`0 of 8${layers[0]!.biases.wrong} of 4`);
  await expect(row).toContainText("⚠ differs");
  await expect(tool.getByRole("row").last()).toContainText("✓ agrees");
  await expect(tool.getByRole("status", { name: "Finding" })).toContainText("layer 1");
  await tool.getByRole("button", { name: "Leave the bench" }).click();
  await expect(tool.getByRole("region", { name: "With the planted bug" })).toBeHidden();
  expect(await page.getByRole("status").first().textContent()).toBe(before);
});

test("a surprise can be found by keyboard alone, and is named after its layer is guessed", async ({
  page,
}) => {
  await open(page);
  const tool = await openTool(page, "Bug bench");
  await tool.getByLabel("Bug", { exact: true }).selectOption("surprise");
  await tool.getByLabel("Updates").selectOption("20");
  await tool.getByRole("button", { name: "Plant the bug" }).press("Enter");
  const finding = tool.getByRole("status", { name: "Finding" });
  await expect(tool.getByRole("group", { name: "Where is the bug?" })).toBeVisible();
  await expect(finding).toBeHidden();
  await tool.getByRole("button", { name: "Layer 1", exact: true }).press("Enter");
  await expect(finding).toContainText(
    /^(Correct\.|Not quite\. It’s in (the output layer|the update)\.) The bug was “/,
  );
});

test("whether the check finds the bug can be guessed first; it can't find a wrong report of the loss", async ({
  page,
}) => {
  await open(page);
  const tool = await openTool(page, "Bug bench");
  const chips = tool.getByRole("group", { name: "Your guess: will the gradient check find it?" });
  await tool.getByLabel("Bug", { exact: true }).selectOption("lossSummed");
  await tool.getByLabel("Updates").selectOption("20");
  await chips.getByRole("button", { name: "Yes" }).press("Enter");
  await tool.getByRole("button", { name: "Plant the bug" }).press("Enter");
  await expect(tool).toContainText("Not quite: it finds 0 gradients wrong. The gradients are right");
  await tool.getByLabel("Bug", { exact: true }).selectOption("signFlipped");
  await expect(tool).not.toContainText("Not quite");
  await chips.getByRole("button", { name: "Yes" }).press("Enter");
  await tool.getByRole("button", { name: "Plant the bug" }).press("Enter");
  await expect(tool).toContainText(/Correct: it finds \d+ of 17 gradients wrong/);
  expect(await violations(page)).toEqual([]);
});

test("a mistake in the update passes the gradient check, and the update check finds it", async ({ page }) => {
  await open(page);
  const tool = await openTool(page, "Bug bench");
  const chips = tool.getByRole("group", { name: "Your guess: will the gradient check find it?" });
  await tool.getByLabel("Bug", { exact: true }).selectOption("learningRateScaled");
  await tool.getByLabel("Updates").selectOption("1");
  await chips.getByRole("button", { name: "No" }).press("Enter");
  await tool.getByRole("button", { name: "Plant the bug" }).press("Enter");
  await expect(tool).toContainText("Correct: it finds 0 gradients wrong.");
  await expect(tool.getByRole("table", { name: /^Update check/ })).toContainText("update 117 of 17⚠ differs");
  await expect(tool.getByRole("status", { name: "Finding" })).toContainText(
    "Update 1 moves 17 of 17 parameters",
  );
  // A step that is 200 times too large: Adam's first is the learning rate, 0.1.
  const finding = (await tool.getByRole("status", { name: "Finding" }).textContent()) ?? "";
  const [yours, ours] = /to (\S+), where the rule gives (\S+)\.$/
    .exec(finding)!
    .slice(1)
    .map((text) => Number(text.replace("−", "-")));
  expect(Math.abs(yours! - ours!)).toBeCloseTo(200 * 0.1 - 0.1, 1);
  expect(await violations(page, '[data-picture="Bug bench"]')).toEqual([]);
});
