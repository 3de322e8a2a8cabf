/** The picture that sites show beside a link to the page, and the tags that tell them of it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeServiceWorker } from "../../packages/web/build/serviceWorker.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const html = read("packages/web/index.html").toString();
const picture = read("packages/web/public/social.png");

/** The content of a meta tag, by its property or name. */
const tag = (name: string) =>
  new RegExp(`<meta\\s+(?:property|name)="${name}"\\s+content="([^"]+)"`).exec(html)?.[1];

it("is named by its whole address, for every site", () => {
  const { homepage } = JSON.parse(read("package.json").toString()) as { homepage: string };
  expect(tag("og:image")).toBe(`${homepage}social.png`);
  expect(tag("twitter:image")).toBe(`${homepage}social.png`);
  expect(tag("twitter:card")).toBe("summary_large_image");
  expect(tag("og:image:alt")).toMatch(/network.*decision boundary/);
});

it("is a PNG of the size that the tags give, and small", () => {
  // A PNG begins with its signature; then come the length and name of the header, the width and the height.
  expect(picture.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1A\n");
  const size = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
  expect(size).toEqual([1200, 630]);
  expect([tag("og:image:width"), tag("og:image:height")]).toEqual(size.map(String));
  expect(picture.length).toBeLessThan(200_000);
});

it("isn't kept for when there is no network", () => {
  const folder = mkdtempSync(join(tmpdir(), "neural-viz-social-"));
  for (const name of ["index.html", "icon.svg", "social.png"]) writeFileSync(join(folder, name), name);
  writeServiceWorker(folder);
  const worker = readFileSync(join(folder, "sw.js"), "utf8");
  expect(worker).toContain('"icon.svg":');
  expect(worker).not.toContain('"social.png"');
  rmSync(folder, { recursive: true });
});
