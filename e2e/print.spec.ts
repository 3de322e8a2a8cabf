/** The page on paper. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { open, openTool } from "./playground.ts";

/** Everything that can be pressed, except numbers and the neurons of a picture. */
const controls = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, input, select, a")]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 1)
      .filter((element) => !element.matches("[data-quantity], [data-picture='Network'] button"))
      .map((element) => element.outerHTML),
  );

/** The texts that extend beyond the paper's column of 680 pixels. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const column = document.querySelector("[data-layout]")!.getBoundingClientRect();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode() !== null) {
      const text = walker.currentNode as Text;
      if (text.data.trim() === "" || text.parentElement!.closest(".vh, .katex-mathml, [aria-live]") !== null)
        continue;
      if (!text.parentElement!.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, right } = range.getBoundingClientRect();
      if (left < column.left - 1 || right > column.right + 1 || column.width > 700) found.push(text.data);
    }
    return found;
  });

const brightness = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\d+/g)!.map(Number) as [
      number,
      number,
      number,
    ];
    return (r + g + b) / 3;
  });

/** The mean brightness of the boundary's field. */
const fieldBrightness = (page: Page): Promise<number> =>
  page.locator("[data-picture='Decision boundary'] canvas").evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    return data.reduce((sum, value, i) => (i % 4 === 3 ? sum : sum + value), 0) / (data.length * 0.75);
  });

const openings = {
  "the inspector": async (page: Page) => {
    await page.locator('main [data-quantity="L@0"]').filter({ visible: true }).first().click();
    await expect(page.locator("[data-inspected]")).toBeVisible();
  },
  "the explained step": async (page: Page) => {
    await page.getByRole("button", { name: "Explain step" }).click();
    await expect(page.getByRole("region", { name: "This step" })).toBeVisible();
  },
};

for (const colorScheme of ["light", "dark"] as const) {
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    for (const [what, openIt] of Object.entries(openings)) {
      test(`from ${colorScheme} ${width}×${height} the pictures and ${what} are printed dark on white, without controls, in full`, async ({
        page,
      }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height });
        await open(page);
        await openIt(page);
        await page.emulateMedia({ colorScheme, media: "print" });
        await expect.poll(() => controls(page)).toEqual([]);
        await expect.poll(() => brightness(page)).toBe(255);
        await expect.poll(() => fieldBrightness(page)).toBeGreaterThan(200);
        for (const picture of ["Network", "Decision boundary", "Loss"]) {
          const box = (await page.locator(`[data-picture='${picture}']`).boundingBox())!;
          expect(Math.min(box.width, box.height), picture).toBeGreaterThan(300);
          const drawing = page.locator(`[data-picture='${picture}'] svg`).first();
          await expect.poll(async () => (await drawing.boundingBox())!.width).toBeGreaterThan(200);
        }
        expect(await cutOff(page)).toEqual([]);
        // The explanation has all the room it needs: nothing in it scrolls.
        const scrolled = await page
          .getByRole("region", { name: /^(Inspector|This step)$/ })
          .evaluate((region) =>
            [region, ...region.querySelectorAll("div")]
              .filter(
                (element) =>
                  getComputedStyle(element).overflowY !== "visible" &&
                  element.scrollHeight > element.clientHeight + 1,
              )
              .map((element) => element.className),
          );
        expect(scrolled).toEqual([]);
      });
    }
  }
}

test("printed from a phone, an explanation takes as many pages as it needs", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await openings["the inspector"](page);
  await expect(page.getByRole("region", { name: "Inspector" })).toContainText("add up to");
  const file = (await page.pdf({ format: "A4" })).toString("latin1");
  const pages = file.match(/\/Type \/Page\b/g)!.length;
  await page.emulateMedia({ media: "print" });
  // A4 is 297 mm high, at 96 pixels per inch; at most half of each page stays empty so that nothing is torn apart.
  const needed = (await page.evaluate(() => document.body.scrollHeight)) / ((297 / 25.4) * 96);
  expect(needed).toBeGreaterThan(1);
  expect(pages).toBeGreaterThanOrEqual(Math.ceil(needed));
  expect(pages).toBeLessThanOrEqual(Math.ceil(2 * needed));
});

test("the code of an export is printed within the page's width", async ({ page }) => {
  await open(page);
  const tool = await openTool(page, "Export");
  await expect(tool.locator("code").first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => controls(page)).toEqual([]);
  expect(await cutOff(page)).toEqual([]);
});

test("pictures have the paper's size when the browser prints, and the window's size again afterwards", async ({
  page,
}) => {
  await open(page);
  const widthOf = (picture: string) =>
    page
      .locator(`[data-picture='${picture}'] svg`)
      .first()
      .evaluate((svg) => svg.getBoundingClientRect().width);
  const before = await widthOf("Loss");
  // As in the browser: no frame is drawn between the event and the print.
  const printed = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const { width } = document.querySelector("[data-picture='Loss'] svg")!.getBoundingClientRect();
    dispatchEvent(new Event("afterprint"));
    return width;
  });
  expect(printed).toBeLessThan(before);
  await expect.poll(() => widthOf("Loss")).toBe(before);
});
