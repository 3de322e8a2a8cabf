import { readFile } from "node:fs/promises";
import { createSession, defaultExperiment, format, parseExperiment } from "@neural-viz/engine";
import { expect, test } from "./fixture.ts";
import { open, openTool, scrubTo, readStatus, train, type, untilStopped } from "./playground.ts";

test("a link restores epoch, sample, tool and changes, and says that the numbers match the sender's", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await train(page);
  await untilStopped(page);
  await scrubTo(page, 40);
  // A change in the past: another learning rate from here on.
  await type(page, "Learning rate value", 0.02);
  await page.getByRole("slider", { name: "Speed" }).fill("3");
  await train(page);
  await expect.poll(async () => (await readStatus(page)).epoch).toBeGreaterThan(60);
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await type(page, "Point", 7);
  await openTool(page, "Chain rule");
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText(/^Link copied/)).toBeVisible();
  const there = await readStatus(page);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(2000);

  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByText(/Every parameter matches the sender’s exactly/)).toBeVisible();
  expect((await readStatus(other)).text.split(". ")[0]).toBe(there.text.split(". ")[0]);
  await expect(other.getByLabel("Point", { exact: true })).toHaveValue("7");
  await expect(other.getByRole("region", { name: "Chain rule", exact: true })).toContainText("at point 7");
  // The same with the engine: 40 epochs at 0.1, then 0.02.
  const session = createSession(
    parseExperiment({
      ...defaultExperiment,
      changes: [{ at: 40, optimizer: { ...defaultExperiment.optimizer, learningRate: 0.02 } }],
    }),
  );
  while (session.t < there.epoch) session.step();
  expect((await readStatus(other)).loss).toBe(format(session.loss));

  const changed = link.replace(/fingerprint%22%3A%22[0-9a-f]{4}/, "fingerprint%22%3A%220000");
  await other.goto(changed);
  await expect(other.getByRole("alert")).toContainText("Different numbers from the sender’s");
  await other.goBack();
  await expect(other.getByText(/Every parameter matches the sender’s exactly/)).toBeVisible();
  await other.goForward();
  await expect(other.getByRole("alert")).toContainText("Different numbers from the sender’s");
});

test("an experiment is saved as a file, and opens with its button", async ({ page }) => {
  await open(page);
  await type(page, "Points value", 60);
  await page.getByRole("button", { name: "Share" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save experiment" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("neural-viz-circles.json");
  const path = await download.path();
  const saved = parseExperiment(JSON.parse(await readFile(path, "utf8")));
  expect(saved).toEqual({
    ...defaultExperiment,
    dataset: { ...defaultExperiment.dataset, points: 60 },
  });
  await page.goto("about:blank");
  await open(page);
  await expect(page.getByRole("status")).toHaveText(/of 200 correct/);
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByLabel("Experiment file").setInputFiles(path);
  await expect(page.getByRole("status")).toHaveText(/of 60 correct/);
});

test("a damaged file that is dropped gets a sentence and changes nothing; a valid one opens", async ({
  page,
}) => {
  await open(page);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(1);
  const before = await readStatus(page);
  const drop = async (name: string, text: string): Promise<void> => {
    const data = await page.evaluateHandle(
      ([called, content]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([content!], called!, { type: "application/json" }));
        return transfer;
      },
      [name, text],
    );
    await page.dispatchEvent("main", "drop", { dataTransfer: data });
  };
  await drop("run.json", "{");
  await expect(page.getByRole("alert")).toContainText(
    "This file can’t be opened. run.json is not valid JSON",
  );
  await drop("run.json", '{ "version": 1, "optimizer": { "name": "lion" } }');
  await expect(page.getByRole("alert")).toContainText("lion");
  await expect(page.getByRole("alert")).toContainText("Your run hasn’t changed.");
  expect(await readStatus(page)).toEqual(before);
  await drop("xor.json", '{ "version": 1, "dataset": { "name": "xor" } }');
  await expect(page.getByRole("status")).toHaveText(/^Epoch 0, .* of 4 correct/);
  await expect(page.getByRole("alert")).toBeHidden();
});

test("a link selects the probe", async ({ page }) => {
  const linked = { experiment: { version: 1 }, t: 0, probe: [0.5, 0.25], sample: 3 };
  await page.goto(`./#${encodeURIComponent(JSON.stringify(linked))}`);
  await expect(page.locator('[data-quantity^="p[probe 0.5,0.25]@0"]').first()).toBeVisible();
  await expect(page.getByLabel("Point", { exact: true })).toHaveValue("3");
});
