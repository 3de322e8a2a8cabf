/** Saved pictures: the same points, lines and numbers as on the page, in self-contained files. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { open, typefacesLoaded, train, untilStopped } from "./playground.ts";

async function saved(page: Page, picture: string, kind: "SVG" | "PNG"): Promise<Buffer> {
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByLabel("Picture").selectOption(picture);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: `Save as ${kind}` }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^neural-viz-[a-z-]+-\d+\.(svg|png)$/);
  await page.keyboard.press("Escape");
  return readFile(await download.path());
}

test("the boundary as SVG has the field, every point, the line ŷ = ½ and the growth rings", async ({
  page,
}) => {
  await open(page);
  await train(page);
  await untilStopped(page);
  const text = (await saved(page, "Decision boundary", "SVG")).toString();
  expect(/<desc>(.*?)<\/desc>/.exec(text)?.[1]).toBe("circles, network 2-4-1");
  // Nothing that only this page could resolve.
  expect(/\bclass=|[^-]style=|var\(--|href="(?!data:)/.exec(text)?.[0]).toBeUndefined();
  const found = await page.evaluate((xml) => {
    const picture = new DOMParser().parseFromString(xml, "image/svg+xml");
    const paths = [...picture.querySelectorAll("path")].map((path) => path.getAttribute("d") ?? "");
    const closed = paths.filter((d) => d.endsWith("Z") && d.length > 200).length;
    // A disc for each point of class 1 and a diamond for each of class 0. This count can't tell the two shapes apart.
    const marks = paths.map((d) => (d.match(/M/g) ?? []).length).filter((count) => count === 100);
    return {
      broken: picture.querySelector("parsererror") !== null,
      marks,
      closed,
      images: picture.querySelectorAll("image").length,
    };
  }, text);
  expect(found.broken).toBe(false);
  expect(found.marks).toEqual([100, 100]);
  expect(found.images).toBe(1);
  const onPage = await page.locator("svg path[class*=growth]").count();
  expect(onPage).toBeGreaterThan(3);
  expect(text.split("opacity").length).toBeGreaterThan(onPage);
});

test("as PNG every part of the page has twice the page's resolution, and isn't blank", async ({ page }) => {
  await open(page);
  await typefacesLoaded(page);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  for (const name of ["Network", "Decision boundary", "Loss"]) {
    const bytes = await saved(page, name, "PNG");
    expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const box = (await page.locator(`[data-picture="${name}"]`).boundingBox())!;
    expect(Math.abs(bytes.readUInt32BE(16) - 2 * box.width)).toBeLessThanOrEqual(2);
    expect(Math.abs(bytes.readUInt32BE(20) - 2 * box.height)).toBeLessThanOrEqual(2);
    const colors = await page.evaluate(async (base64) => {
      const data = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const image = await createImageBitmap(new Blob([data], { type: "image/png" }));
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d")!;
      context.drawImage(image, 0, 0);
      const pixels = context.getImageData(0, 0, image.width, image.height).data;
      const seen = new Set<number>();
      for (let i = 0; i < pixels.length; i += 4)
        seen.add((pixels[i]! << 16) | (pixels[i + 1]! << 8) | pixels[i + 2]!);
      return seen.size;
    }, bytes.toString("base64"));
    expect(colors, name).toBeGreaterThan(20);
  }
});

test("a worksheet and its key are saved as two files that load nothing", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByText("Worksheet", { exact: true }).click();
  for (const stage of ["Backward", "Gradient", "Update"]) {
    await page.getByLabel(stage, { exact: true }).uncheck({ force: true });
  }
  const file = async (button: string, name: string): Promise<string> => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(name);
    return (await readFile(await download.path())).toString();
  };
  const sheet = await file("Save worksheet", "neural-viz-worksheet-1.html");
  const key = await file("Save answer key", "neural-viz-key-1.html");
  // z and a of four neurons, z and ŷ of the output, ℓ.
  expect(sheet.split('<div class="q" ')).toHaveLength(1 + 2 * 5 + 1);
  expect(sheet).not.toContain('class="box full');
  expect(key.match(/class="box full/g)).toHaveLength(2 * 5 + 1);
  for (const html of [sheet, key]) {
    expect(html).toContain('<span class="katex">');
    expect(html.match(/font\/woff2;base64,d09GMg/g)).toHaveLength(6);
    expect(html).not.toMatch(/[\uE000\uE001]|<script|<link|url\((?!data:)/);
  }
});
