/** Your own code: a recording goes from its file to the first wrong number and the mistake that makes it. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "@playwright/test";
import { format } from "@neural-viz/engine";
import { plainLoop, textOf } from "../packages/engine/test/plainLoop.ts";
import { findPython } from "../scripts/python.mjs";
import { violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { open, openTool } from "./playground.ts";

const example = readFileSync(new URL("../examples/own-loop.nviz.jsonl", import.meta.url), "utf8");

const toolOf = (page: Page): Locator => page.getByRole("region", { name: "Your own code", exact: true });

/** Drops a file onto the page. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ({ fileName, content }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
    },
    { fileName: name, content: text },
  );
}

/** From the third update on half the step, which no known mistake makes; the step uphill; no gradient for b⁽¹⁾. */
const halved = plainLoop(8, { step: (step, t) => (t < 2 ? step : step.map((v) => v / 2)) });
const uphill = plainLoop(8, { step: (step) => step.map((v) => -v) });
const noBias = plainLoop(8, { gradient: (g) => g.map((v, i) => (i >= 6 && i < 9 ? 0 : v)) });

test("a right loop, dropped onto the page: all numbers agree, and the run opens in the playground", async ({
  page,
}) => {
  await open(page);
  await drop(page, "own-loop.nviz.jsonl", example);
  const tool = toolOf(page);
  // 10 updates of a loss, 13 gradients and 13 parameters.
  await expect(tool.getByText(`All ${10 * (1 + 13 + 13)} numbers of 10 updates agree.`)).toBeVisible();
  await expect(tool.getByText(/An error larger than .*×10⁻¹[⁴⁵⁶] in any of them/)).toBeVisible();
  await expect(tool.getByText("all 9 agree")).toHaveCount(2);
  expect(await violations(page)).toEqual([]);
  await tool.getByRole("button", { name: "Open from the start" }).click();
  await expect(tool).toBeHidden();
  await expect(page.getByRole("main")).toBeFocused();
  const { loss } = JSON.parse(example.split("\n")[1]!) as { loss: number };
  await expect(page.getByRole("status")).toHaveText(
    new RegExp(`^Epoch 0, loss ${format(loss)}, \\d of 5 correct`),
  );
});

test("a planted mistake: found by the learner, then named; the report says the same", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  const tool = await openTool(page, "Your own code");
  await tool.getByRole("button", { name: "Open recording…" }).focus();
  await tool
    .getByLabel("Recording file")
    .setInputFiles({ name: "no-bias.nviz.jsonl", mimeType: "", buffer: Buffer.from(textOf(noBias)) });
  await expect(tool.getByText("Something is wrong in update 1.")).toBeVisible();
  await expect(tool.getByText("Bias gradient left out")).toHaveCount(0);
  await expect(tool.locator(":focus")).toContainText("numbers differ."); // the verdict
  await tool.getByRole("button", { name: "Update", exact: true }).click();
  await expect(tool.getByRole("button", { name: "Gradient", exact: true })).toBeDisabled();
  await expect(tool.getByText(/Not quite\. It starts with the gradient\./)).toBeVisible();
  await tool.getByRole("button", { name: "Layer 1", exact: true }).click();
  await expect(tool.getByText("Correct. Layer 1. The others agree.")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await tool.getByRole("button", { name: "Show me" }).click();
  const likely = tool.getByRole("region", { name: "The likely mistake" });
  await expect(likely.getByText("Bias gradient left out, layer 1")).toBeVisible();
  await expect(tool.getByText("3 of 9 differ")).toBeVisible();
  await expect(tool.getByText(/in update 1: yours 0, ours/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await tool.getByRole("button", { name: "Copy report" }).click();
  await expect(tool.getByText("The report is in the clipboard.")).toBeVisible();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain("Likely mistake: Bias gradient left out in layer 1 (biasForgotten)");
  expect(report).toContain("gb.1.1@0: yours 0, ours");
  await tool.getByRole("button", { name: "Follow ours to the data" }).click();
  await expect(page.getByRole("region", { name: "Inspector" }).locator("[data-inspected]")).toHaveAttribute(
    "data-inspected",
    "gb.1.1@0",
  );
});

test("an update that no known mistake makes: what is known is said, and every differing number is listed", async ({
  page,
}) => {
  await open(page);
  await drop(page, "halved.nviz.jsonl", textOf(halved));
  const tool = toolOf(page);
  await tool.getByRole("button", { name: "Show me" }).click();
  await expect(tool.getByText("No known mistake reproduces these numbers.")).toBeVisible();
  await expect(
    tool.getByText("Your step divided by ours is 0.5000 for all 13 parameters that differ."),
  ).toBeVisible();
  const table = tool.getByRole("region", { name: "Differing numbers" });
  await expect(table.getByRole("row")).toHaveCount(1 + 8);
  await table.getByRole("button", { name: "5 more" }).click();
  await expect(table.getByRole("row")).toHaveCount(1 + 13);
  // Each row leads to its own number.
  const where = tool.getByRole("region", { name: "Where it comes from" });
  await table.getByRole("button", { name: "b⁽²⁾₁: Where it comes from" }).click();
  await expect(where.getByRole("heading")).toContainText("after update 3");
  await expect(where.getByText(/Your step was .*\. Ours is/)).toBeVisible();
});

test("a single wrong loss: no ratio is said of it", async ({ page }) => {
  await open(page);
  const loss = plainLoop(3, { loss: (right, t) => (t === 1 ? right * 1.005 : right) });
  await drop(page, "loss.nviz.jsonl", textOf(loss));
  const tool = toolOf(page);
  await tool.getByRole("button", { name: "Show me" }).click();
  const likely = tool.getByRole("region", { name: "The likely mistake" });
  await expect(likely.getByText("No known mistake reproduces these numbers.", { exact: true })).toBeVisible();
  await expect(likely).not.toContainText("divided by");
});

test("gradients that all have one factor: clipping is named as a possible cause", async ({ page }) => {
  await open(page);
  await drop(page, "clipped.nviz.jsonl", textOf(plainLoop(3, { gradient: (g) => g.map((v) => 0.4 * v) })));
  const tool = toolOf(page);
  await tool.getByRole("button", { name: "Show me" }).click();
  await expect(
    tool.getByText(
      "Yours divided by ours is 0.4000 for all 13 gradients that differ. It’s as when gradients are clipped, which can’t be judged.",
    ),
  ).toBeVisible();
});

test("by keyboard: the updates, the next that differs, and the tool", async ({ page }) => {
  await open(page);
  await drop(page, "halved.nviz.jsonl", textOf(halved));
  const tool = toolOf(page);
  await tool.getByRole("button", { name: "Show me" }).press("Enter");
  const slider = tool.getByRole("slider", { name: "Update" });
  await expect(slider).toHaveAttribute("aria-valuetext", "Update 3: 13 numbers differ");
  await slider.press("ArrowLeft");
  await expect(slider).toHaveAttribute("aria-valuetext", "Update 2: agrees");
  await expect(tool.getByText("No number of this update differs.")).toBeVisible();
  await tool.getByRole("button", { name: "Next that differs" }).press("Enter");
  await expect(tool.getByRole("heading", { name: "Update 3, stage by stage" })).toBeVisible();
  await tool.getByRole("button", { name: "Next update" }).press("Enter");
  await expect(slider).toHaveAttribute("aria-valuetext", /^Update 4: /);
});

test("a file that can't be read: one sentence, and what was open stays", async ({ page }) => {
  await open(page);
  await drop(page, "uphill.nviz.jsonl", textOf(uphill));
  const tool = toolOf(page);
  await expect(tool.getByText("Something is wrong in update 1.")).toBeVisible();
  const lines = textOf(uphill).split("\n");
  lines[3] = lines[3]!.replace('"t":2', '"t":1');
  await drop(page, "broken.nviz.jsonl", lines.join("\n"));
  await expect(tool.getByRole("alert")).toHaveText(
    "“broken.nviz.jsonl” can’t be read. Line 4: t must be greater than in the update before, 1; it is 1. uphill.nviz.jsonl is still open.",
  );
  await tool.getByRole("button", { name: "Show me" }).click();
  await expect(tool.getByText("Step uphill", { exact: true })).toBeVisible();
});

test("a reload keeps a small recording and what was shown; a large one is asked for again", async ({
  page,
}) => {
  await open(page);
  await drop(page, "uphill.nviz.jsonl", textOf(uphill));
  const tool = toolOf(page);
  await tool.getByRole("button", { name: "Show me" }).click();
  await tool.getByRole("button", { name: "Next update" }).click();
  await expect(tool.getByRole("heading", { name: "Update 2, stage by stage" })).toBeVisible();
  await page.waitForTimeout(1500); // the page saves what is open every second
  await page.reload();
  await expect(tool.getByRole("heading", { name: "Update 2, stage by stage" })).toBeVisible();
  await expect(tool.getByText("Step uphill", { exact: true })).toBeVisible();
  await drop(page, "long.nviz.jsonl", textOf(plainLoop(500)));
  await expect(tool.getByText("All 13,500 numbers of 500 updates agree.")).toBeVisible();
  await page.reload();
  await expect(tool.getByText("“long.nviz.jsonl” is too large to keep over a reload.")).toBeVisible();
});

test("at 390 pixels nothing is wider than the page, and axe finds nothing", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  const tool = await openTool(page, "Your own code");
  expect(await violations(page)).toEqual([]);
  await tool.getByRole("button", { name: "A loop with a mistake" }).click();
  await tool.getByRole("button", { name: "Show me" }).click();
  await expect(tool.getByText("New optimizer at every epoch", { exact: true })).toBeVisible();
  await expect(tool.getByText(/Your step was/)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violations(page)).toEqual([]);
});

/** A loop in plain Python, with the recorder and nothing else; its hidden layer forgets the slope of tanh. */
const pythonLoop = `
import math, random, sys
sys.path.insert(0, sys.argv[1])
import neural_viz as nv

random.seed(4)
X = [[random.uniform(-1, 1), random.uniform(-1, 1)] for _ in range(12)]
y = [[1.0 if a * a + b * b < 0.5 else 0.0] for a, b in X]
W1 = [[random.uniform(-1, 1) for _ in range(2)] for _ in range(3)]
b1 = [0.1, -0.2, 0.3]
W2 = [[random.uniform(-1, 1) for _ in range(3)]]
b2 = [0.0]
rate = 0.5

with nv.Recorder(sys.argv[2], layers=[2, 3, 1], activations=["tanh", "sigmoid"], loss="crossEntropy",
                 optimizer={"name": "sgd", "learningRate": rate}, x=X, y=y) as rec:
    for _ in range(5):
        before = [([row[:] for row in W1], b1[:]), ([row[:] for row in W2], b2[:])]
        loss = 0.0
        gW1 = [[0.0, 0.0] for _ in W1]; gb1 = [0.0] * 3; gW2 = [[0.0] * 3]; gb2 = [0.0]
        for x, (label,) in zip(X, y):
            a = [math.tanh(w[0] * x[0] + w[1] * x[1] + b) for w, b in zip(W1, b1)]
            p = 1 / (1 + math.exp(-(sum(w * v for w, v in zip(W2[0], a)) + b2[0])))
            loss -= (label * math.log(p) + (1 - label) * math.log(1 - p)) / len(X)
            d2 = (p - label) / len(X)
            gb2[0] += d2
            for j in range(3):
                gW2[0][j] += d2 * a[j]
                d1 = d2 * W2[0][j]  # times (1 - a[j] ** 2) is missing
                gb1[j] += d1
                for k in range(2):
                    gW1[j][k] += d1 * x[k]
        for j in range(3):
            for k in range(2):
                W1[j][k] -= rate * gW1[j][k]
            b1[j] -= rate * gb1[j]
            W2[0][j] -= rate * gW2[0][j]
        b2[0] -= rate * gb2[0]
        rec.update(loss=loss, parameters_before=before, gradients=[(gW1, gb1), (gW2, gb2)],
                   parameters_after=[(W1, b1), (W2, b2)])
`;
const python = findPython();

test("from a loop in Python to the named mistake", async ({ page }, info) => {
  test.skip(python === undefined, "no Python was found");
  const recording = info.outputPath("run.nviz.jsonl");
  const folder = fileURLToPath(new URL("../packages/python/", import.meta.url));
  const ran = spawnSync(python!, ["-B", "-c", pythonLoop, folder, recording], { encoding: "utf8" });
  expect(ran.stderr).toBe("");
  await open(page);
  await drop(page, "run.nviz.jsonl", readFileSync(recording, "utf8"));
  const tool = toolOf(page);
  await tool.getByRole("button", { name: "Show me" }).click();
  const likely = tool.getByRole("region", { name: "The likely mistake" });
  await expect(likely.getByText("f′ left out, layer 1")).toBeVisible();
  await expect(tool.getByText("all 4 agree")).toHaveCount(2); // the output's gradients, and its update by them
});

test("as recorded, the playground has the loop's own parameters after every update", async ({ page }) => {
  await open(page);
  await drop(page, "halved.nviz.jsonl", textOf(halved));
  const tool = toolOf(page);
  await tool.getByRole("button", { name: "Show me" }).click();
  await tool.getByRole("button", { name: "Open as recorded" }).click();
  await expect(tool).toBeHidden();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 3,/);
  const line = JSON.parse(textOf(halved).split("\n")[3]!) as {
    after: { weight: number[][]; bias: number[] }[];
  };
  await page.locator('[data-quantity="W.1.1.1@3"]').first().click();
  await expect(page.getByRole("region", { name: "Inspector" }).locator("[data-inspected]")).toContainText(
    format(line.after[0]!.weight[0]![0]!),
  );
});
