import {
  asId,
  createSession,
  defaultExperiment,
  type Experiment,
  format,
  parseExperiment,
  type Session,
  writeLink,
} from "@neural-viz/engine";
import { expect, test } from "./fixture.ts";
import { fullSpeed, inspector, open, scrubTo, readStatus, train, type, untilStopped } from "./playground.ts";

/** The run, computed by the engine without a page. */
function directly(experiment: Experiment, t: number): Session {
  const session = createSession(experiment);
  while (session.t < t) session.step();
  return session;
}

test("an epoch can be typed; one that the run hasn't reached is refused", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("button", { name: "Type another epoch" })).toHaveCount(0);
  await fullSpeed(page);
  await train(page);
  const end = await untilStopped(page);
  const typed = async (text: string): Promise<void> => {
    await page.getByRole("button", { name: "Type another epoch" }).press("Enter");
    const field = page.getByRole("spinbutton", { name: "Go to epoch" });
    await expect(field).toBeFocused();
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  };
  await typed("37");
  await expect
    .poll(async () => await readStatus(page))
    .toMatchObject({
      epoch: 37,
      loss: format(directly(defaultExperiment, 37).loss),
    });
  await expect(page.getByRole("spinbutton", { name: "Go to epoch" })).toHaveCount(0);
  await typed(String(end.epoch + 1));
  await expect(page.getByRole("alert")).toContainText(`between 0 and ${end.epoch}`);
  await page.keyboard.press("Escape");
  expect((await readStatus(page)).epoch).toBe(37);
});

test("any epoch shows its own state, by slider, keys and buttons; playing from there comes to the same end", async ({
  page,
}) => {
  await open(page);
  await expect(page.getByText("Train first. Then you can return to any epoch.")).toBeVisible();
  await train(page);
  const end = await untilStopped(page);
  await scrubTo(page, 42);
  expect(await readStatus(page)).toMatchObject({
    epoch: 42,
    loss: format(directly(defaultExperiment, 42).loss),
  });
  await page.getByRole("button", { name: "Next epoch" }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(43);
  const slider = page.getByRole("slider", { name: "Epoch", exact: true });
  await slider.focus();
  for (const [key, epoch] of [
    ["ArrowLeft", 42],
    ["Shift+ArrowRight", 52],
    ["Home", 0],
    ["End", end.epoch],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(async () => (await readStatus(page)).epoch).toBe(epoch);
  }
  await scrubTo(page, 10);
  await page.getByRole("button", { name: "Previous epoch" }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(9);
  await fullSpeed(page);
  await train(page);
  expect((await untilStopped(page)).text).toBe(end.text);
});

test("moments lead back to milestones, to changes and to the end", async ({ page }) => {
  await open(page);
  await train(page);
  const end = await untilStopped(page);
  await page.getByRole("button", { name: "Moments" }).click();
  const moments = page.getByRole("region", { name: "Moments" });
  await moments.getByRole("button", { name: /all points correct/ }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBeLessThan(end.epoch);
  const { epoch } = await readStatus(page);
  expect(directly(defaultExperiment, epoch).correct).toBe(200);
  expect(directly(defaultExperiment, epoch - 1).correct).toBeLessThan(200);
  await moments.getByRole("button", { name: /stopped/ }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(end.epoch);
});

test("a change in the past begins a branch; both can be compared, shown and discarded", async ({ page }) => {
  await open(page);
  await train(page);
  const a = await untilStopped(page);
  await scrubTo(page, 20);
  await type(page, "Learning rate value", "0.5");
  await page.getByRole("button", { name: /^Branch B/ }).click();
  await expect(page.getByRole("region", { name: "Branches" }).getByRole("listitem")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await train(page);
  const b = await untilStopped(page);
  expect(b.text).not.toBe(a.text);
  const changed: Experiment = {
    ...defaultExperiment,
    changes: [{ at: 20, optimizer: { ...defaultExperiment.optimizer, learningRate: 0.5 } }],
  };
  expect(b.loss).toBe(format(directly(changed, b.epoch).loss));
  await page.getByRole("button", { name: /^Branch B/ }).click();
  await page.getByRole("button", { name: "Compare with A" }).click();
  const t = Math.min(a.epoch, b.epoch);
  await expect(page.getByText(`A at epoch ${Math.min(a.epoch, b.epoch)}`)).toBeVisible();
  const [here, there] = [directly(changed, b.epoch).params, directly(defaultExperiment, t).params];
  const distance = Math.hypot(...Array.from(here, (w, i) => w - there[i]!));
  await expect(
    page.getByText(`Distance between the two parameter vectors: ${format(distance)}`),
  ).toBeVisible();
  await page.getByRole("region", { name: "Branches" }).getByRole("button", { name: /^A / }).click();
  await expect
    .poll(async () => (await readStatus(page)).loss)
    .toBe(format(directly(defaultExperiment, t).loss));
  await page.getByRole("button", { name: "Discard B" }).click();
  await expect(page.getByRole("button", { name: "Moments" })).toBeVisible();
});

test("a weight set by hand changes everything at once, and can be undone and redone", async ({ page }) => {
  await open(page);
  for (let i = 0; i < 3; i++) await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(3);
  const before = await readStatus(page);
  await page
    .getByRole("grid", { name: /^Network/ })
    .getByRole("button", { name: /neuron 1 of 4/ })
    .focus();
  await page.keyboard.press("e");
  await expect(page.locator("[data-weight]:focus")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await inspector(page).getByRole("button", { name: "Edit" }).click();
  await inspector(page).getByRole("spinbutton", { name: "New value" }).fill("2.5");
  await page.keyboard.press("Enter");
  const edited = directly(
    { ...defaultExperiment, changes: [{ at: 3, parameter: "W.1.1.1", value: 2.5 }] },
    3,
  );
  await expect.poll(async () => (await readStatus(page)).loss).toBe(format(edited.loss));
  await expect(inspector(page).getByText("edited by hand after 3 updates")).toBeVisible();
  await page.getByRole("button", { name: "Moments" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await readStatus(page)).text).toBe(before.text);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect.poll(async () => (await readStatus(page)).loss).toBe(format(edited.loss));
});

test("a press on a growth ring goes to its epoch", async ({ page }) => {
  await open(page);
  await train(page);
  await untilStopped(page);
  const ring = page
    .locator("svg text")
    .filter({ has: page.locator("title") })
    .last();
  const epoch = Number(/\d+/.exec((await ring.locator("title").textContent())!)![0]);
  const box = (await ring.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(epoch);
});

test.describe("numbers that aren't finite", () => {
  test.use({ notFinite: true });

  test("a run that diverges stops, and offers the epoch before and a lower learning rate", async ({
    page,
  }) => {
    await open(page);
    for (let i = 0; i < 3; i++) await page.getByRole("button", { name: "Step", exact: true }).click();
    await expect.poll(async () => (await readStatus(page)).epoch).toBe(3);
    await page.locator('[data-quantity="b.2.1@3"]').first().click();
    await inspector(page).getByRole("button", { name: "Edit" }).click();
    await inspector(page).getByRole("spinbutton", { name: "New value" }).fill("1e308");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toHaveText(/^Epoch 3, .*Stopped: \S+@3 is not a finite number/);
    await page.getByRole("button", { name: "Go back one update" }).click();
    await expect.poll(async () => (await readStatus(page)).epoch).toBe(2);
    await page.getByRole("button", { name: "Next epoch" }).click();
    await page.getByRole("button", { name: "Retry with 0.01000" }).click();
    await expect(page.getByLabel("Learning rate value")).toHaveValue("0.01");
    await expect.poll(async () => (await readStatus(page)).epoch).toBeGreaterThan(0);
  });

  test("a run that was never finite says so, offers nothing that can't help, and doesn't mark ∞ as a calculator's result", async ({
    page,
  }) => {
    const experiment = parseExperiment({
      version: 1,
      dataset: {
        name: "custom",
        samples: [
          [1, 1, 1],
          [0, 0, 0],
        ],
      },
      network: {
        hidden: [{ units: 1, activation: "tanh" }],
        initializer: {
          name: "given",
          parameters: [
            { weight: [[1e308, 1e308]], bias: [0] },
            { weight: [[1]], bias: [0] },
          ],
        },
      },
    });
    await page.goto(`./#${writeLink({ experiment, t: 0 })}`);
    const notice = page.getByRole("alert");
    await expect(notice).toContainText("and no update has run yet");
    await expect(notice).toContainText("The inputs or the weights are too large.");
    await expect(notice).not.toContainText("overshot");
    await expect(notice.getByRole("button", { name: /epoch before|Retry/ })).toHaveCount(0);
    await notice.locator("[data-quantity]").click();
    await expect(inspector(page)).toContainText("It overflowed");
    await expect(inspector(page).locator("[data-line]")).toContainText("= ∞");
    await expect(inspector(page)).not.toContainText("✓");
    await page.goto(`./#${writeLink({ experiment, t: 0, inspect: asId("a.1.1[1]@0")! })}`);
    await expect(inspector(page)).toContainText("It’s computed from a number that overflowed");
    await expect(inspector(page)).not.toContainText("✓");
  });
});

test("a link opens the same epoch with the same numbers and the same inspector", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await train(page);
  await untilStopped(page);
  await scrubTo(page, 33);
  const there = await readStatus(page);
  await page.locator('[data-quantity="L@33"]').first().click();
  await inspector(page).getByRole("button", { name: "Copy" }).click();
  await inspector(page).getByRole("button", { name: "Link", exact: true }).click();
  await expect(inspector(page).getByText(/^Link copied/)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await expect.poll(async () => (await readStatus(other)).text).toBe(there.text);
  await expect(inspector(other).locator("[data-inspected='L@33']")).toHaveText(there.loss);
  await other.goto("about:blank");
  await other.goto(link.slice(0, -12));
  await expect(other.getByRole("alert")).toContainText("This link is damaged");
  await expect(other.getByRole("status")).toHaveText(/^Epoch 0, .* of 200/);
});

for (const last of [7, 212, 10_000]) {
  test(`a press on the timeline goes to the epoch below the pointer, of ${last}`, async ({ page }) => {
    const experiment = parseExperiment({
      version: 1,
      dataset: { name: "and" },
      network: { hidden: [] },
      training: { epochs: 10_000, autoStop: false },
    });
    await page.goto(`./#${writeLink({ experiment, t: last })}`);
    await expect.poll(async () => (await readStatus(page)).epoch).toBe(last);
    const slider = page.getByRole("slider", { name: "Epoch", exact: true });
    await expect(slider).toHaveAttribute("max", String(last));
    // The track is as wide as the number of the epoch leaves it, and begins and ends half a thumb inside.
    const track = async (): Promise<{ from: number; to: number; top: number }> => {
      const { x, y, width } = (await slider.boundingBox())!;
      return { from: x + 9, to: x + width - 9, top: y };
    };
    // Where the axis has its numbers, in pixels of the window.
    const labels = await slider.evaluate((input) =>
      [...input.parentElement!.querySelectorAll("svg:last-of-type text")].map((text) => {
        const { left, right } = text.getBoundingClientRect();
        return {
          epoch: Number(text.textContent.replaceAll(",", "")),
          x: (left + right) / 2,
          anchor: text.getAttribute("text-anchor"),
        };
      }),
    );
    const middles = labels.filter(({ anchor }) => anchor === "middle");
    expect(middles.length).toBeGreaterThan(0);
    const { from, to } = await track();
    for (const { epoch, x } of middles)
      expect(Math.abs(x - (from + (epoch / last) * (to - from)))).toBeLessThan(1);
    for (const share of [0, 0.03, 0.21, 0.4, 0.5, 0.63, 0.88, 0.98, 1]) {
      const { from: left, to: right, top } = await track();
      const epoch = Math.round(share * last);
      await page.mouse.click(left + (epoch / last) * (right - left), top + 6);
      await expect
        .poll(async () => Math.abs((await readStatus(page)).epoch - epoch))
        .toBeLessThanOrEqual(Math.ceil(last / (right - left) / 2));
    }
  });
}

test("above a moment’s mark a press goes to the epoch below the pointer, on the mark to the moment", async ({
  page,
}) => {
  await open(page);
  await train(page);
  const { epoch: last } = await untilStopped(page);
  await page.getByRole("button", { name: "Moments" }).click();
  await page
    .getByRole("region", { name: "Moments" })
    .getByRole("button", { name: /all points correct/ })
    .click();
  await expect.poll(async () => (await readStatus(page)).epoch).toBeLessThan(last);
  const { epoch: moment } = await readStatus(page);
  await page.keyboard.press("Escape");
  const box = (await page.getByRole("slider", { name: "Epoch", exact: true }).boundingBox())!;
  const room = box.width - 18;
  const beside = box.x + 9 + (moment / last) * room + 4;
  const expected = Math.round(((beside - box.x - 9) / room) * last);
  expect(expected).not.toBe(moment);
  await page.mouse.click(beside, box.y + 6);
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(expected);
  await page.mouse.click(beside, box.y + 24);
  await expect.poll(async () => (await readStatus(page)).epoch).toBe(moment);
});
