import { readFile } from "node:fs/promises";
import { createSession, defaultExperiment, exports, parseExperiment } from "@neural-viz/engine";
import { expect, test } from "./fixture.ts";
import { open, openTool, scrubTo, train, untilStopped } from "./playground.ts";

test("the saved script is the one of this run up to the epoch shown, byte for byte", async ({ page }) => {
  await open(page);
  await train(page);
  await untilStopped(page);
  await scrubTo(page, 25);
  const tool = await openTool(page, "Export");
  const session = createSession(
    parseExperiment({ ...defaultExperiment, training: { ...defaultExperiment.training, epochs: 25 } }),
  );
  while (session.t < 25) session.step();
  const { experiment, losses, objectives, testLosses, params } = session;
  // The page shows the middle of a run that went on.
  const trained = { experiment, losses, objectives, testLosses, params, stopped: undefined };
  for (const name of ["pytorch", "notebook", "losses", "npz"] as const) {
    const { file, write } = exports[name];
    await tool.getByLabel("Format", { exact: true }).selectOption(name);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      tool.getByRole("button", { name: `Save as ${file}` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(file);
    const saved = await readFile(await download.path());
    expect(saved.equals(Buffer.from(write(trained)))).toBe(true);
  }
  await tool.getByLabel("Format", { exact: true }).selectOption("pytorch");
  await expect(tool.locator("pre [data-kind='keyword']").first()).toHaveText("import");
  await expect(tool.locator("pre")).toContainText("torch.optim.Adam(model.parameters(), lr=0.1");
});
