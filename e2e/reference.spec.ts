import { violations, windows } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";
import { inspected, open, train, untilStopped } from "./playground.ts";

test("the reference is about the run in the playground, and each of its numbers opens the inspector", async ({
  page,
}) => {
  await open(page);
  await train(page);
  const { epoch, loss } = await untilStopped(page);
  await page.getByRole("link", { name: "Reference" }).click();
  await expect(page).toHaveTitle(/^Reference/);
  const now = page.locator(`[data-quantity="L@${epoch}"]`).first();
  await expect(now).toHaveText(loss);
  await now.click();
  expect((await inspected(page)).id).toBe(`L@${epoch}`);
  await page.keyboard.press("Escape");
  // Every kind of number has a formula or says that it was given. The optimizer's state exists after training.
  await expect(page.locator(`[data-quantity="mhat.W.1.1.1@${epoch}"]`)).toBeVisible();
  await page.getByRole("button", { name: "In PyTorch" }).click();
  await expect(page.getByText("nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1)")).toBeInViewport();
  await page.getByRole("button", { name: "Check every gradient" }).click();
  await expect(page.getByRole("region", { name: "Gradient check" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Reference" })).toBeVisible();
});

for (const { width, height } of windows) {
  test(`reference and beliefs have no violation of WCAG 2.2 at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto("./#reference");
    await expect(page.locator("[data-quantity]").first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto("./#check");
    await expect(page.getByRole("heading", { level: 1, name: "Ten common beliefs" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

/** The textbook answers. */
const so = [
  /Nothing/,
  /Separate rates/,
  /in the opposite direction/,
  /then add/,
  /^4$/,
  /plateau/,
  /Unknown/,
  /worse than untrained/,
  /Only its output bias/,
  /gradients cancel/,
];

test("beliefs are asked before and after; a wrong answer leads to where the correct one can be seen, and results can be copied", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("./#check");
  await expect(page.getByText("10 questions left.")).toBeVisible();
  const answer = async (right: boolean): Promise<void> => {
    for (const [i, question] of (await page.getByRole("group").all()).entries()) {
      const options = question.locator("label");
      const chosen = right ? options.filter({ hasText: so[i]! }) : options.filter({ hasNotText: so[i]! });
      await chosen.first().click();
    }
  };
  await answer(false);
  await page.getByRole("button", { name: "Check answers" }).click();
  await expect(page.getByText("0 of 10 correct")).toBeVisible();
  await page.getByText("After the lessons", { exact: true }).click();
  await answer(true);
  await page.getByRole("button", { name: "Check answers" }).click();
  await expect(page.getByText("10 of 10 correct")).toBeVisible();
  await page.getByRole("button", { name: "Copy the results" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("Before the lessons: 0 of 10 (1 ✗, 2 ✗");
  expect(text).toContain("After the lessons: 10 of 10 (1 ✓, 2 ✓");
  await page.reload();
  await page.getByText("Before the lessons", { exact: true }).click();
  await expect(page.getByText("0 of 10 correct")).toBeVisible();
  await page.getByRole("button", { name: "See for yourself" }).nth(1).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Backprop, one number at a time/);
});
