/** Held-out points and mini-batches: what is visible, and the engine's numbers. */
import { createSession, defaultExperiment, format, parseExperiment } from "@neural-viz/engine";
import { expect, test } from "@playwright/test";
import { inspector, open, type } from "./playground.ts";

test.use({ viewport: { width: 1440, height: 900 } });

test("held-out points are hollow, and have a dashed loss and their own accuracy", async ({ page }) => {
  await open(page);
  await page.getByText("More data", { exact: true }).click();
  await type(page, "Held out value", 0.25);
  await expect(page.getByText("50 points are held out and drawn hollow")).toBeVisible();
  const session = createSession(parseExperiment({ ...defaultExperiment, split: { test: 0.25, seed: 0 } }));
  await page.getByRole("button", { name: "Step", exact: true }).click();
  session.step();
  const { loss, correct } = session.test!;
  await expect(page.getByText(`${session.correct} of 150, test ${correct} of 50`).first()).toBeVisible();
  const head = page.getByRole("region", { name: "Loss" });
  await expect(head.getByRole("button", { name: format(loss) })).toBeVisible();
  await head.getByRole("button", { name: format(loss) }).click();
  await expect(page.getByText("The average loss over the 50 held-out points")).toBeVisible();
});

test("with mini-batches the epoch, the batch and the point are counted, and the numbers are the engine's", async ({
  page,
}) => {
  await open(page);
  await page.getByText("More settings", { exact: true }).click();
  await page.getByLabel("Mini-batches", { exact: true }).check({ force: true });
  await expect(page.getByText("Each update uses a batch of up to 16 points")).toBeVisible();
  const { training } = defaultExperiment;
  const session = createSession(
    parseExperiment({ ...defaultExperiment, training: { ...training, batch: { size: 16, seed: 0 } } }),
  );
  for (let update = 0; update < 14; update++) {
    await page.getByRole("button", { name: "Step", exact: true }).click();
    session.step();
  }
  await expect(page.getByText("batch 1 of 13 · point 16 of 200")).toBeVisible();
  await expect(page.getByRole("button", { name: format(session.loss) }).first()).toBeVisible();
  await expect(page.getByRole("slider", { name: "Update" })).toHaveAttribute(
    "aria-valuetext",
    "update 14 of 14, epoch 1 · batch 1 of 13",
  );
});

test("a point that the update doesn't use can be selected, and the page says so", async ({ page }) => {
  const linked = {
    experiment: { version: 1, split: { test: 0.25, seed: 0 }, training: { batch: { size: 16, seed: 0 } } },
    t: 0,
  };
  const session = createSession(parseExperiment(linked.experiment));
  const inBatch = session.batches.at(0)[0]! + 1;
  const later = session.batches.at(1)[0]! + 1;
  const heldOut = session.split.test[0]! + 1;
  await page.goto(`./#${encodeURIComponent(JSON.stringify(linked))}`);
  await page.getByRole("button", { name: "Explain step" }).click();
  const step = page.getByRole("region", { name: "This step" });
  const aside = step.getByText(/doesn’t affect/);
  await type(page, "Point", later);
  await expect(aside).toHaveText("not in this batch, so it doesn’t affect this update");
  await type(page, "Point", heldOut);
  await expect(aside).toHaveText("held out, so it doesn’t affect any update");
  await type(page, "Point", inBatch);
  await expect(aside).toHaveCount(0);
});

for (const [width, height] of [
  [320, 640],
  [390, 844],
  [800, 1000],
  [1024, 768],
  [1440, 900],
] as const) {
  test(`with held-out points both losses are visible, and nothing overlaps in a header: ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const experiment = { version: 1, split: { test: 0.3, seed: 1 } };
    await page.goto(`./#${encodeURIComponent(JSON.stringify({ experiment, t: 8 }))}`);
    await expect(page.getByRole("status")).toHaveText(/^Epoch 8/);
    const session = createSession(parseExperiment(experiment));
    while (session.t < 8) session.step();
    const loss = page.getByRole("region", { name: "Loss" });
    for (const value of [session.loss, session.test!.loss]) {
      await expect(loss.getByRole("button", { name: format(value) })).toBeVisible();
    }
    const overlaps = await page.evaluate(() =>
      [...document.querySelectorAll("main section[data-placement] > :first-child")].flatMap((head) => {
        const parts = [...head.querySelectorAll("h2, button, [role=radiogroup], strong")]
          .filter((part) => part.parentElement!.closest("[role=radiogroup], button, strong") === null)
          .map((part) => ({ name: part.textContent, box: part.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 1 && box.height > 1);
        return parts.flatMap(({ name, box }, i) =>
          parts
            .slice(i + 1)
            .filter(
              ({ box: other }) =>
                Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
                Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1,
            )
            .map((other) => `${name} / ${other.name}`),
        );
      }),
    );
    expect(overlaps).toEqual([]);
  });
}

test("whether the test loss ends above the training loss can be guessed, and the end of training answers", async ({
  page,
}) => {
  const experiment = parseExperiment({ ...defaultExperiment, split: { test: 0.25, seed: 0 } });
  await page.goto(`./#${encodeURIComponent(JSON.stringify({ experiment, t: 0 }))}`);
  const loss = page.getByRole("region", { name: "Loss" });
  const chips = loss.getByRole("group", { name: "Your guess: test loss above training loss at the end?" });
  await chips.getByRole("button", { name: "No" }).press("Enter");
  await page.getByRole("slider", { name: "Speed" }).fill("10");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(/Stopped/);
  const session = createSession(experiment);
  while (session.stopped === undefined) session.step();
  const above = session.test!.loss > session.loss;
  await expect(loss).toContainText(
    `${above ? "Not quite" : "Correct"}: ${format(session.test!.loss)} on the test points, ${format(session.loss)} on the training points.`,
  );
  // The inspector leaves the curve only a small place, without the guess.
  await loss.locator('[data-quantity^="Ltest@"]').last().click();
  await expect(inspector(page)).toBeVisible();
  await expect(chips).toBeHidden();
  await expect(loss.locator("svg").last()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(inspector(page)).toBeHidden();
  await page.getByRole("button", { name: "Restart" }).click();
  await expect(chips.getByRole("button", { name: "No" })).toHaveAttribute("aria-pressed", "false");
  await chips.getByRole("button", { name: "Yes" }).waitFor();
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(chips).toHaveCount(0);
});
