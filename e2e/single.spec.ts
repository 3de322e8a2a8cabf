/** The page as one file, opened without a server: `npm run single`. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { createSession, fingerprint, parseExperiment, resultLine, writeLink } from "@neural-viz/engine";
import { test as base, type Page } from "@playwright/test";
import { expect } from "./fixture.ts";
import { defaultFragment, openTool, toolButton, train, untilStopped } from "./playground.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
let folder: string;
let file: string;

const test = base.extend<{ alone: undefined }>({
  /** No error, and no request to anything that isn't in the file. */
  alone: [
    async ({ page }, use) => {
      const noise: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") noise.push(message.text());
      });
      page.on("pageerror", (error) => noise.push(String(error.stack ?? error)));
      page.on("request", (request) => {
        const url = request.url();
        if (!/^(?:data|blob):/.test(url) && !url.startsWith(file)) noise.push(url);
      });
      await page.addInitScript(() => {
        addEventListener("securitypolicyviolation", ({ violatedDirective }) =>
          console.error("policy", violatedDirective),
        );
      });
      await use(undefined);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "neural-viz single-"));
  execFileSync(process.execPath, ["scripts/single.mjs", folder], { cwd: root, stdio: "ignore" });
  file = pathToFileURL(join(folder, "neural-viz.html")).href;
});
test.afterAll(() => rmSync(folder, { recursive: true }));

const experiment = parseExperiment({
  version: 1,
  dataset: { name: "moons", points: 60, noise: 0.1, seed: 3 },
  network: { hidden: [{ units: 4, activation: "tanh" }] },
  optimizer: { name: "adam", learningRate: 0.05 },
  training: { epochs: 120, autoStop: false },
});
const link = `#${writeLink({ experiment, t: 0 })}`;

/** The same run by the engine in Node: the loss of every epoch, and the line with the bits of its parameters. */
function here(): { readonly losses: readonly number[]; readonly line: string } {
  const session = createSession(experiment);
  while (session.stopped === undefined) session.step();
  const { t, loss, params, losses } = session;
  return {
    losses: [...losses],
    line: resultLine({ experiment, t, loss, fingerprint: fingerprint(params), name: "" }),
  };
}

/** Keeps every loss that a worker reports, and what is copied. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (location.protocol !== "file:") return;
    const kept = { losses: [] as number[], copied: "" };
    Object.assign(globalThis, { kept });
    const There = Worker;
    globalThis.Worker = class extends There {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        this.addEventListener("message", ({ data }) => {
          for (const { from, losses } of data.deltas ?? []) kept.losses.splice(from, Infinity, ...losses);
        });
      }
    };
    navigator.clipboard.writeText = async (text) => void (kept.copied = text);
  });
}
const kept = (page: Page): Promise<{ losses: number[]; copied: string }> =>
  page.evaluate(() => (globalThis as unknown as { kept: { losses: number[]; copied: string } }).kept);

async function copyResult(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: "Copy result" }).click();
  await expect.poll(async () => (await kept(page)).copied).toMatch(/^nviz1:/);
  return (await kept(page)).copied;
}

test("it is smaller than a megabyte when compressed, and asks for nothing outside", () => {
  const text = readFileSync(join(folder, "neural-viz.html"));
  expect(gzipSync(text, { level: 9 }).length).toBeLessThan(1_000_000);
  const head = text.toString("utf8").split("<style>")[0]!;
  expect(head).not.toMatch(/\b(?:src|href)="(?!data:)/);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(head)![1]!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("worker-src blob:");
  expect(policy).not.toMatch(/unsafe|https?:|\*|'self'/);
});

test("from a file it trains in a worker, with the engine's losses to the last bit", async ({ page }) => {
  await watch(page);
  await page.goto(file + link);
  await expect(page.getByRole("status")).toHaveText(/^Epoch 0/);
  expect(page.workers().map((worker) => new URL(worker.url()).protocol)).toEqual(["blob:"]);
  expect(await page.workers()[0]!.evaluate(() => typeof document)).toBe("undefined");
  await train(page);
  await untilStopped(page);
  const expected = here();
  expect((await kept(page)).losses).toEqual(expected.losses);
  expect(await copyResult(page)).toBe(expected.line);
});

test("where no worker can start, it trains in the page, with the same numbers", async ({ page }) => {
  await watch(page);
  await page.addInitScript(() => {
    Object.assign(globalThis, {
      Worker: function forbidden() {
        throw new DOMException("no worker", "SecurityError");
      },
    });
  });
  await page.goto(file + link);
  await train(page);
  await untilStopped(page);
  expect(page.workers()).toEqual([]);
  expect(await copyResult(page)).toBe(here().line);
});

test("links, tools, lessons, the reference and the explained step open, with formulas in their typefaces", async ({
  page,
}) => {
  await page.goto(file + defaultFragment);
  const formulas = page.locator(".katex").filter({ visible: true });
  await expect(formulas.first()).toBeVisible();
  for (const title of ["Chain rule", "Loss surface", "Export", "Your own code"]) await openTool(page, title);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Explain step" }).click();
  await expect(page.getByRole("slider", { name: "Unit of the step" })).toBeVisible();
  await page.getByRole("link", { name: "Lessons" }).click();
  await expect(page.getByRole("heading").first()).toBeVisible();
  expect(page.url()).toBe(`${file}#lessons`);
  for (const address of ["#lesson/xor/1", "#reference"]) {
    await page.goto(file + address);
    await expect(page.getByRole("heading").first()).toBeVisible();
    await expect(formulas.first()).toBeVisible();
  }
  const loaded = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family),
  );
  expect([...new Set(loaded.map((family) => family.replaceAll('"', "")))].toSorted()).toEqual(
    expect.arrayContaining(["Inter Variable", "KaTeX_Main", "KaTeX_Math", "Source Serif 4 Variable"]),
  );
  await page.goBack();
  await expect(page).toHaveURL(`${file}#lesson/xor/1`);
});

test("it brings two recordings, and reviews them in a worker of their own", async ({ page }) => {
  await page.goto(file + defaultFragment);
  const tool = await openTool(page, "Your own code");
  await tool.getByRole("button", { name: "A loop without one" }).click();
  await expect(tool.getByText(`All ${10 * (1 + 13 + 13)} numbers of 10 updates agree.`)).toBeVisible();
  const names = await Promise.all(page.workers().map((worker) => worker.evaluate(() => self.name)));
  expect(names.toSorted()).toEqual(["review", "trainer"]);
});

test("a reload continues where the page was, and a copied link says where it works", async ({ page }) => {
  await watch(page);
  await page.goto(file + link);
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 1,/);
  await page.waitForTimeout(1500);
  await page.reload();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 1,/);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText(/It opens this file on this computer/)).toBeVisible();
  const { copied } = await kept(page);
  expect(copied.startsWith(`${file}#`)).toBe(true);
  await page.goto("about:blank");
  await page.goto(copied);
  await expect(page.getByRole("status")).toHaveText(/^Epoch 1,/);
});

test("it works where the browser gives a file no storage and no locks", async ({ page }) => {
  await page.addInitScript(() => {
    if (location.protocol !== "file:") return;
    const refuse = (): never => {
      throw new DOMException("no storage", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, { get: refuse });
    LockManager.prototype.request = () => Promise.reject(new DOMException("no locks", "SecurityError"));
    LockManager.prototype.query = () => Promise.reject(new DOMException("no locks", "SecurityError"));
  });
  await page.goto(file);
  await page.getByRole("button", { name: "Step", exact: true }).first().click();
  await expect(page.getByRole("status")).toHaveText(/^Epoch 1,/);
  await page.goto("about:blank");
  await page.goto(file + link);
  await train(page);
  await untilStopped(page);
  await page.getByRole("button", { name: "Tools" }).click();
  await toolButton(page, "Loss surface").click();
  await expect(page.getByRole("region", { name: "Loss surface", exact: true })).toBeVisible();
});

test("an exercise saves its sheet with the fonts of the file, though there is nothing to load", async ({
  page,
}) => {
  const exercise = {
    experiment: { version: 1, dataset: { name: "xor" }, network: { hidden: [] } },
    ask: ["z.1.1", "p"],
  };
  await page.goto(`${file}#${encodeURIComponent(JSON.stringify({ version: 1, exercise }))}`);
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the sheet" }).click(),
  ]);
  const html = readFileSync(await saved.path(), "utf8");
  expect(html.match(/src: ?url\("?data:font\/woff2/g)).toHaveLength(6);
  expect(html).toMatch(/<span class="katex">/);
  expect(html).not.toMatch(/(?:src|href)="?https?:|url\("?(?!data:)/);
});
