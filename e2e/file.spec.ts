/** The page opened as a file, without a server. */
import { expect, test } from "@playwright/test";

for (const path of ["packages/web/dist/index.html", "packages/web/index.html"]) {
  test(`${path}, opened as a file, says that it needs a web server and how to get one`, async ({ page }) => {
    await page.goto(new URL(`../${path}`, import.meta.url).href);
    const alert = page.getByRole("alert");
    await expect(alert).toHaveCount(1);
    await expect(alert).toContainText("can’t start from a file");
    await expect(alert).toContainText("npm start");
    await expect(alert).not.toContainText(/reload/i);
  });
}

test("a page whose script doesn't load from its server asks to be reloaded", async ({ page }) => {
  await page.route(/assets\/index-.*\.js$/, (route) => route.abort());
  await page.goto("");
  await expect(page.getByRole("alert")).toHaveText(
    "Neural-Viz didn’t load completely. Check your connection and reload the page.",
  );
});
