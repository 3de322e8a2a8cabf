/** Worksheets on paper: nothing runs over the edge of a sheet, is cut, or covers something else, on A4 and on Letter. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixture.ts";
import { faultsOnPaper } from "./paper.ts";
import { readPdf } from "./pdf.ts";

const root = new URL("../", import.meta.url);
const bin = fileURLToPath(new URL("packages/cli/bin/neural-viz.mjs", root));
const folder = mkdtempSync(join(tmpdir(), "neural-viz-paper-"));

const example = (name: string): object =>
  JSON.parse(readFileSync(new URL(`examples/${name}.json`, root), "utf8")) as object;
const tanh = (units: number): object => ({ units, activation: "tanh" });
const moons = (hidden: object[]): object => ({
  version: 1,
  dataset: { name: "moons" },
  network: { hidden },
  optimizer: { name: "adam", learningRate: 0.1 },
});

/** Exercises, each with the pages of its sheet at most. */
const exercises: Record<string, { readonly json: object; readonly pages: number }> = {
  mazur: { json: example("mazur"), pages: 2 },
  "a 2-4-1 network with Adam": { json: moons([tanh(4)]), pages: 2 },
  "softmax regression": { json: example("softmax-regression"), pages: 1 },
  line: { json: example("line"), pages: 1 },
  "logistic regression": { json: example("logistic-regression"), pages: 1 },
  "a 4-8-8-8-8-3 network": {
    json: {
      version: 1,
      dataset: { name: "iris", columns: [1, 2, 3, 4] },
      network: { hidden: [tanh(8), tanh(8), tanh(8), tanh(8)] },
    },
    pages: 12,
  },
  "four points and the state of Adam": {
    json: {
      experiment: {
        ...moons([tanh(3)]),
        dataset: { name: "xor" },
      },
      t: 2,
      ask: ["z.1.1", "p", "L", "gW.1.1.1@2", "W.1.1.1@3"],
      digits: 8,
    },
    pages: 2,
  },
  worked: { json: { experiment: moons([tanh(2)]), sample: 5, style: "worked" }, pages: 2 },
  ordered: { json: { experiment: moons([tanh(2)]), sample: 5, style: "ordered" }, pages: 1 },
  solve: {
    json: { experiment: moons([tanh(2)]), sample: 5, style: "solve", ask: ["b.2.1"], given: { p: 0.5 } },
    pages: 1,
  },
};

/** What the command line says of seeds that make a bad question. */
const EXPECTED_NOTES =
  /^(This makes a weak question: |Seed \d+ was left out: |\d+ of \d+ seeds are in).*\n/gm;

/** The files of an exercise. */
function written(json: object, paper: string, more: readonly string[] = []): { sheet: string; key: string } {
  const input = join(folder, "exercise.json");
  const [sheet, key] = [join(folder, `${paper}.html`), join(folder, `${paper}-key.html`)];
  writeFileSync(input, JSON.stringify(json));
  const { status, stderr } = spawnSync(
    process.execPath,
    [bin, "worksheet", input, "--paper", paper, "-o", sheet, "--key", key, ...more],
    { encoding: "utf8" },
  );
  expect({ status, stderr: stderr.replaceAll(EXPECTED_NOTES, "") }).toEqual({
    status: 0,
    stderr: "",
  });
  return { sheet, key };
}

/** What is wrong with the layout of a file, at the width of its paper. */
const faultsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const name = (element: Element): string =>
      `${element.className} ${element.closest<HTMLElement>("[data-id]")?.dataset["id"] ?? ""} ${element.textContent.slice(0, 30)}`;
    for (const sheet of document.querySelectorAll(".sheet")) {
      const paper = sheet.getBoundingClientRect();
      // Of KaTeX's own parts only those count between which a formula breaks: others have struts and stretched signs.
      for (const element of sheet.querySelectorAll(":not(.katex *), .base")) {
        const { left, right } = element.getBoundingClientRect();
        if (right > paper.right + 1 || left < paper.left - 1) faults.push(`over the edge: ${name(element)}`);
        if (element.matches(".box, .q .s, td, h1") && element.scrollWidth > element.clientWidth + 1) {
          if (getComputedStyle(element).display !== "inline") faults.push(`cut: ${name(element)}`);
        }
      }
      const apart = (selector: string): void => {
        const boxes = [...sheet.querySelectorAll(selector)]
          .filter(({ textContent, children }) => textContent !== "" || children.length > 0)
          .map((element) => ({ element, at: element.getBoundingClientRect() }));
        for (const [i, a] of boxes.entries()) {
          for (const b of boxes.slice(i + 1)) {
            const [x, y] = [
              Math.min(a.at.right, b.at.right) - Math.max(a.at.left, b.at.left),
              Math.min(a.at.bottom, b.at.bottom) - Math.max(a.at.top, b.at.top),
            ];
            if (x > 1 && y > 2) faults.push(`on each other: ${name(a.element)} and ${name(b.element)}`);
          }
        }
      };
      apart(".net > span:not(.index)");
      apart(".q .base, .q .s, .q .r, .o .base");
    }
    return faults;
  });

/** A file as it's printed, with the faults of its layout and of its pages. */
async function printed(page: Page, file: string, sheets = 1): Promise<{ pages: number; faults: string[] }> {
  await page.setContent(readFileSync(file, "utf8"));
  await page.evaluate(() => document.fonts.ready);
  await page.emulateMedia({ media: "print" });
  const expected = await page.evaluate(() => ({
    isWorked: /worked/.test(document.querySelector("h1")!.textContent),
    formulas: [...document.querySelectorAll(".q[role=group] .f .katex-html")].map(({ textContent }) =>
      textContent.replaceAll(/[\s\u200b]/g, ""),
    ),
  }));
  const pages = await readPdf(
    await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }),
  );
  const isNamed = !file.includes("-key") && !expected.isWorked;
  const faults = [
    ...(await faultsOf(page)),
    ...faultsOnPaper(pages, { ...expected, sheets, isNamed, file: "exercise.json" }),
  ];
  return { pages: pages.length, faults };
}

for (const [name, { json, pages }] of Object.entries(exercises)) {
  test(`on A4 and Letter: ${name}`, async ({ page }) => {
    for (const paper of ["a4", "letter"]) {
      const files = written(json, paper);
      for (const file of [files.sheet, files.key]) {
        const found = await printed(page, file);
        expect(found.faults, `${paper}, ${file}`).toEqual([]);
        // A key has the steps besides.
        const most = file === files.key ? Math.ceil(1.5 * pages) + 1 : pages;
        expect(found.pages, `${paper}, ${file}`).toBeLessThanOrEqual(paper === "letter" ? most + 1 : most);
        expect(found.pages).toBeGreaterThan(0);
      }
    }
  });
}

test("Mazur's sheet is one A4 page", async ({ page }) => {
  expect(await printed(page, written(example("mazur"), "a4").sheet)).toEqual({ pages: 1, faults: [] });
});

test("sheets of many seeds each begin a page and count their own", async ({ page }) => {
  const { sheet, key } = written(moons([tanh(4)]), "a4", ["--seeds", "1..40", "--count", "6"]);
  for (const file of [sheet, key]) {
    const { pages, faults } = await printed(page, file, 6);
    expect(faults).toEqual([]);
    expect(pages).toBeGreaterThan(6);
  }
});
