import { readFile } from "node:fs/promises";
import { differenceOf, readResult } from "@neural-viz/engine";
import { violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { chooseDataset, open, openTool, scrubTo, train, type, untilStopped } from "./playground.ts";

test("scenes are made on the page, turned with Page Up and Page Down, and opened elsewhere with the same numbers", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  const tool = await openTool(page, "Scenes");
  const add = async (caption: string): Promise<void> => {
    await tool.getByLabel("Caption", { exact: true }).fill(caption);
    await tool.getByRole("button", { name: "Add scene" }).click();
  };
  await tool.getByRole("button", { name: "Close: Scenes" }).click();
  await openTool(page, "Scenes");
  await add("Nothing learned yet");
  await train(page);
  const end = await untilStopped(page);
  await add("All learned");
  await chooseDataset(page, "XOR");
  await add("Another question");
  expect(await violations(page)).toEqual([]);

  // In order, by buttons.
  await tool.getByRole("button", { name: "Move scene 3 up" }).click();
  await expect(tool.getByLabel("Caption of scene 2")).toHaveValue("Another question");
  await tool.getByRole("button", { name: "Move scene 2 down" }).click();

  const saving = page.waitForEvent("download");
  await tool.getByRole("button", { name: "Save scenes" }).click();
  const file = await readFile(await (await saving).path(), "utf8");
  expect((JSON.parse(file) as { scenes: unknown[] }).scenes.length).toBe(3);

  await tool.getByRole("button", { name: "Copy link" }).click();
  await expect(tool.getByText(/^Link copied/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByText("Nothing learned yet", { exact: true })).toBeVisible();
  await expect(other.getByText("Scene 1 of 3")).toBeVisible();
  await other.keyboard.press("PageDown");
  await expect(other.getByText("All learned", { exact: true })).toBeVisible();
  await expect(other.getByRole("status")).toHaveText(end.text);
  await expect(other.getByText("✓ the same numbers")).toBeVisible();
  await other.keyboard.press("PageDown");
  await expect(other.getByText("Another question", { exact: true })).toBeVisible();
  await other.keyboard.press("b");
  await expect(other.getByRole("dialog")).toBeVisible();
  await other.keyboard.press("Enter");
  await expect(other.getByRole("dialog")).toHaveCount(0);
  await other.keyboard.press("PageUp");
  await expect(other.getByText("Scene 2 of 3")).toBeVisible();
  await other.keyboard.press("Home");
  await expect(other.getByText("Scene 1 of 3")).toBeVisible();

  // What was made here survives a reload of this page.
  await page.reload();
  await expect(page.getByLabel("Caption of scene 2")).toHaveValue("All learned");
});

test("a file of scenes opens like any other, and a damaged one gets one sentence", async ({ page }) => {
  await open(page);
  await type(page, "Points", 50);
  const choose = async (content: string): Promise<void> => {
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByLabel("Experiment file").setInputFiles({
      name: "talk.json",
      mimeType: "application/json",
      buffer: Buffer.from(content),
    });
  };
  await choose('{"version":1,"scenes":[{"t":-1,"experiment":{"version":1}}]}');
  await expect(
    page.getByText(/In scenes\[0\]: t must be a whole number from 0 to .*; it is -1/),
  ).toBeVisible();
  await expect(page.getByRole("status")).toHaveText(/of 50 correct/);
  await choose(
    '{"version":1,"scenes":[{"caption":"Only a gate","t":3,"experiment":{"version":1,"dataset":{"name":"and"}}}]}',
  );
  await expect(page.getByText("Only a gate", { exact: true })).toBeVisible();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 3, .* of 4 correct/);
  await page.getByRole("button", { name: "Leave the scenes" }).click();
  await expect(page.getByText("Only a gate", { exact: true })).toHaveCount(0);
});

test("a result is one line to hand in, and Node recomputes the browser's numbers", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await train(page);
  await untilStopped(page);
  await scrubTo(page, 20);
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByLabel("Your name (optional)").fill("Ada Lovelace");
  await page.getByRole("button", { name: "Copy result" }).click();
  await expect(page.getByText(/^Result copied, \d+ characters\.$/)).toBeVisible();
  const line = await page.evaluate(() => navigator.clipboard.readText());
  expect(line).toMatch(/^nviz1:[\w-]{20,290}$/);
  const result = readResult(line);
  expect(result).toMatchObject({ t: 20, name: "Ada Lovelace", experiment: { dataset: { name: "circles" } } });
  expect(differenceOf(result)).toBeUndefined();
});

test("scenes and links hold the open tool with its settings, the explained step with its unit, and the inspector", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await train(page);
  await untilStopped(page);
  await scrubTo(page, 12);
  const add = async (caption: string): Promise<void> => {
    const tool = await openTool(page, "Scenes");
    await tool.getByLabel("Caption", { exact: true }).fill(caption);
    await tool.getByRole("button", { name: "Add scene" }).click();
    await tool.getByRole("button", { name: "Close: Scenes" }).click();
  };
  const copied = async (): Promise<string> => {
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect(page.getByText(/^Link copied/)).toBeVisible();
    await page.keyboard.press("Escape");
    return page.evaluate(() => navigator.clipboard.readText());
  };

  // The list opens over the tool, which is there again when it is closed.
  const surface = await openTool(page, "Loss surface");
  await surface.getByLabel("Across").selectOption("b⁽¹⁾₂");
  await surface.getByRole("button", { name: "Expand" }).click();
  const link = await copied();
  await add("A slice");
  await expect(surface.getByLabel("Across")).toHaveValue("b.1.2");
  await surface.getByRole("button", { name: "Close: Loss surface" }).click();

  await page.getByRole("button", { name: "Explain step" }).click();
  const step = page.getByRole("region", { name: "This step" });
  await step.getByRole("radio", { name: "Layer" }).check({ force: true });
  await step.getByRole("button", { name: "3 Backward" }).click();
  await step.getByRole("button", { name: "Next unit" }).click();
  await expect(step.getByText("layer 1 of 2, backward", { exact: true })).toBeVisible();
  const stepLink = await copied();
  await add("A layer backward");
  await expect(step.getByText("layer 1 of 2, backward", { exact: true })).toBeVisible();
  await step.getByRole("button", { name: "4 Update" }).click();
  await add("The update");
  await step.getByRole("button", { name: "Leave the explained step" }).click();

  // Labels tell them apart.
  const list = await openTool(page, "Scenes");
  const labels = await list.locator("li > span:last-child").allTextContents();
  expect(new Set(labels).size).toBe(3);
  expect(labels[0]).toContain("Loss surface");
  expect(labels[1]).toContain("explained step, layer 6");

  const again = async (): Promise<void> => {
    await expect(step.getByText("layer 1 of 2, backward", { exact: true })).toBeVisible();
    await expect(page.getByRole("status")).toHaveText(/^Epoch 12,/);
  };
  await list.getByRole("button", { name: "Show scene 1" }).click();
  await expect(page.getByText("Scene 1 of 3")).toBeVisible();
  await expect(surface.getByLabel("Across")).toHaveValue("b.1.2");
  await page.keyboard.press("PageDown");
  await again();
  await page.keyboard.press("PageDown");
  await expect(page.getByText("Predicted change in the loss")).toBeVisible();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 13,/);

  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole("region", { name: "Loss surface" }).getByLabel("Across")).toHaveValue("b.1.2");
  await expect(other.getByRole("button", { name: "Shrink" })).toBeVisible();
  await other.goto("about:blank");
  await other.goto(stepLink);
  await expect(other.getByText("layer 1 of 2, backward", { exact: true })).toBeVisible();
  await expect(other.getByRole("status")).toHaveText(/^Epoch 12,/);
  // A reload keeps it.
  await other.getByRole("button", { name: "Next unit" }).click();
  await expect(other.getByText("layer 1 of 2, average", { exact: true })).toBeVisible();
  await other.waitForTimeout(1500);
  await other.goto(other.url().replace(/#.*/, ""));
  await other.reload();
  await expect(other.getByText("layer 1 of 2, average", { exact: true })).toBeVisible();
});
