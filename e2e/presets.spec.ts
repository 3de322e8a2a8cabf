/** The page of exercises: every question opens with one press, and the arrow beside it leads to the answer. */
import { violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";

test("the pages of the bar lead to it, and it can be read at every size", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("./");
  await page.getByRole("link", { name: "Exercises" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Exercises" })).toBeVisible();
  await expect(page).toHaveTitle("Exercises · Neural-Viz");
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 860 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await violations(page)).toEqual([]);
  }
});

test("every question opens with its caption, and the last scene has the answer", async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("./#exercises");
  const links = page.getByRole("link", { name: /^Open: / });
  await expect(links).toHaveCount(13);
  for (let i = 0; i < 13; i++) {
    const entry = page.getByRole("listitem").nth(i);
    const question = (await entry.getByRole("paragraph").first().textContent())!;
    await entry.getByRole("link", { name: /^Open: / }).click();
    const scenes = page.getByRole("navigation", { name: /^Scene 1 of [23]$/ });
    await expect(scenes).toBeVisible();
    await expect(page.getByText(question, { exact: true })).toBeVisible();
    await expect(page.getByRole("status")).toHaveText(/^Epoch 0/);
    await expect(page.getByRole("alert")).toHaveCount(0);
    const count = Number((await scenes.getAttribute("aria-label"))!.at(-1));
    for (let scene = 2; scene <= count; scene++) {
      await page.getByRole("button", { name: "Next scene" }).click();
      await expect(page.getByRole("navigation", { name: `Scene ${scene} of ${count}` })).toBeVisible();
    }
    await expect(page.getByText(question, { exact: true })).toHaveCount(0);
    await page.getByRole("link", { name: "Exercises" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Exercises" })).toBeVisible();
  }
});
