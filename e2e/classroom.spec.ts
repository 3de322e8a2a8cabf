/** What the address asks of the page for a class: to be within another page, to hide controls, to lock them. */
import { violations } from "./accessibility.ts";
import { expect, test } from "./fixture.ts";

test("embedded it has no header, works, and tells the page around how high it would like to be", async ({
  page,
}) => {
  // Another page at the same address, as a teacher would write it.
  await page.route("**/course.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><title>waiting</title><script>
        addEventListener("message", ({ data }) => {
          if (data.source === "neural-viz") document.title = "height " + data.height;
        });
      </script><iframe src="./?embed" width="390" height="500"></iframe>`,
    }),
  );
  await page.goto("./course.html");
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("button", { name: "Train" })).toBeVisible();
  await expect(frame.getByRole("banner")).toHaveCount(0);
  const wanted = await frame.locator("html").evaluate((root) => root.scrollHeight);
  expect(wanted).toBeGreaterThan(500);
  await expect(page).toHaveTitle(`height ${wanted}`);
});

test("controls that are hidden are not there, in any layout; numbers and pictures are", async ({ page }) => {
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 860 });
    await page.goto("./?hide=data,network,training,train,explain,timeline,speed,tools,share");
    await expect(page.getByRole("status")).toHaveText(/^Epoch 0/);
    for (const name of [
      /^Train$/,
      /^Step$/,
      /^Explain step$/,
      /^Tools$/,
      /^Share$/,
      /^Reset$/,
      /^Next epoch$/,
    ]) {
      await expect(page.getByRole("button", { name })).toHaveCount(0);
    }
    await expect(page.getByRole("radiogroup", { name: "Dataset" })).toHaveCount(0);
    await expect(page.getByRole("slider", { name: "Speed" })).toHaveCount(0);
    await expect(page.getByRole("region", { name: "Decision boundary" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Loss" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }
});

test("controls that are locked are seen and do nothing; the others work", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("./?lock=data,network");
  await expect(page.getByRole("radio", { name: "XOR" })).toBeDisabled();
  await expect(page.getByRole("button", { name: "New data seed" })).toBeDisabled();
  await expect(page.getByLabel("Initializer")).toBeDisabled();
  await expect(page.getByLabel("Optimizer")).toBeEnabled();
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 1/);
});

test("what the address asks in vain is one sentence", async ({ page }) => {
  await page.goto("./?hide=loss&lock=network");
  await expect(page.getByRole("alert")).toContainText(
    "hide has “loss”; some of data, network, training, train, explain, timeline, speed, tools, share are wanted.",
  );
});
