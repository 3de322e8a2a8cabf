/** The page within one from another origin: the example of docs/embedding.md, as it stands there. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  createSession,
  type ExerciseResult,
  fingerprint,
  parseExperiment,
  readFinished,
  readHandIn,
  resultLine,
  writeLink,
} from "@neural-viz/engine";
import { expect, type FrameLocator, type Page, test as base } from "@playwright/test";
import { host } from "./host.ts";

const example = readFileSync(
  fileURLToPath(new URL("../docs/examples/embedding.html", import.meta.url)),
  "utf8",
);
let site: { address: string; folder: string; server: Server };

interface Message {
  readonly source: string;
  readonly version: number;
  readonly type: string;
  readonly height: number;
  readonly [key: string]: unknown;
}

const test = base.extend<{ silent: undefined }>({
  silent: [
    async ({ page }, use) => {
      const noise: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") noise.push(message.text());
      });
      page.on("pageerror", (error) => noise.push(String(error.stack)));
      await use(undefined);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});

test.beforeAll(async () => {
  site = await host();
});
test.afterAll(() => {
  site.server.close();
  site.server.closeAllConnections();
  rmSync(site.folder, { recursive: true });
});

/** Opens the example with another query of the embedded page, and waits until that listens. */
async function embed(page: Page, baseURL: string, query: string, listens = true): Promise<FrameLocator> {
  const frameAt = `${baseURL}?${query.replace("HERE", new URL(site.address).origin)}`;
  const name = `${Math.random().toString(36).slice(2)}.html`;
  writeFileSync(join(site.folder, name), example.replace(/src="[^"]*"/, `src="${frameAt}"`));
  await page.goto(site.address + name);
  expect(new URL(frameAt).origin).not.toBe(new URL(site.address).origin);
  const frame = page.frameLocator("#viz");
  await expect(frame.getByRole("status")).toHaveText(/^Epoch 0/);
  if (listens) await expect.poll(() => types(page)).toEqual(expect.arrayContaining(["ready", "height"]));
  return frame;
}

const messages = async (page: Page): Promise<readonly Message[]> =>
  (await page.locator("#messages li").allTextContents()).map((text) => JSON.parse(text) as Message);
const types = async (page: Page): Promise<readonly string[]> =>
  (await messages(page)).map(({ type }) => type);
const ofType = async (page: Page, type: string): Promise<readonly Message[]> =>
  (await messages(page)).filter((message) => message.type === type);

/** Posts to the embedded page what the example's buttons don't. The text is JavaScript. */
const post = (page: Page, text: string): Promise<void> =>
  page.evaluate(`frame.contentWindow.postMessage(${text}, origin)`);

/** The run of the example by the engine, after some updates or at its end. */
function here(updates = Infinity): { readonly t: number; readonly loss: number; readonly line: string } {
  const literal = /const experiment = (\{.*?\n {6}\});/s.exec(example)![1]!;
  const experiment = parseExperiment(
    JSON.parse(literal.replaceAll(/(\w+):/g, '"$1":').replaceAll(/,(\s*[\]}])/g, "$1")),
  );
  const session = createSession(experiment);
  while (session.stopped === undefined && session.t < updates) session.step();
  const { t, loss, params } = session;
  return { t, loss, line: resultLine({ experiment, t, loss, fingerprint: fingerprint(params), name: "" }) };
}

test("the example loads an experiment, trains it to the end, and gets the result line to the last bit", async ({
  page,
  baseURL,
}) => {
  const frame = await embed(page, baseURL!, "embed&parent=HERE");
  await page.getByRole("button", { name: "Load" }).click();
  await expect
    .poll(async () => (await ofType(page, "stopped")).at(-1))
    .toMatchObject({ t: 0, reason: "reached" });
  await page.getByRole("button", { name: "Train" }).click();
  await expect.poll(async () => (await ofType(page, "stopped")).length).toBe(2);
  const { line, ...end } = here();
  expect((await ofType(page, "stopped"))[1]).toMatchObject({ ...end, reason: "epochs" });
  await expect.poll(async () => (await ofType(page, "result")).length).toBe(2);
  expect((await ofType(page, "result"))[1]).toMatchObject({ line });
  for (const message of await messages(page)) {
    expect(message).toMatchObject({ source: "neural-viz", version: 1 });
    expect(message.height).toBeGreaterThan(300);
  }
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(frame.getByRole("status")).toHaveText(/^Epoch 0/);
  await post(page, '{ target: "neural-viz", type: "train", epochs: 30 }');
  await expect.poll(async () => (await ofType(page, "stopped")).length).toBe(3);
  expect((await ofType(page, "stopped"))[2]).toMatchObject({ t: 30, loss: here(30).loss, reason: "reached" });
  // Forward beyond what is recorded, and back within it.
  for (const [index, t] of [60, 12].entries()) {
    await post(page, `{ target: "neural-viz", type: "goto", t: ${t} }`);
    await expect.poll(async () => (await ofType(page, "result")).length).toBe(4 + index);
    expect((await ofType(page, "stopped")).at(-1)).toMatchObject({
      t,
      loss: here(t).loss,
      reason: "reached",
    });
    expect((await ofType(page, "result")).at(-1)).toMatchObject({ line: here(t).line });
  }
});

test("a pause is told with its update, whoever paused", async ({ page, baseURL }) => {
  const frame = await embed(page, baseURL!, "embed");
  await frame.getByRole("slider", { name: "Speed" }).fill("2");
  for (const [index, paused] of [
    () => page.getByRole("button", { name: "Pause" }).click(),
    () => frame.getByRole("button", { name: "Pause" }).click(),
  ].entries()) {
    await page.getByRole("button", { name: "Train" }).click();
    await expect(frame.getByRole("status")).not.toHaveText(/^Epoch 0,/);
    await paused();
    await expect.poll(async () => (await ofType(page, "result")).length).toBe(index + 1);
    const [stopped] = (await ofType(page, "stopped")).slice(-1);
    expect(stopped).toMatchObject({ reason: "paused" });
    await expect(frame.getByRole("status")).toHaveText(new RegExp(`^Epoch ${String(stopped!["t"])},`));
  }
});

test("an old embedder, which reads only the height, still gets one in every message", async ({
  page,
  baseURL,
}) => {
  const old = `<!doctype html><title>old</title><link rel="icon" href="data:," /><iframe id="viz" width="1200" src="${baseURL!}?embed" height="500"></iframe><script>
    addEventListener("message", ({ source, data }) => {
      const frame = document.getElementById("viz");
      if (source === frame.contentWindow && data.source === "neural-viz") frame.height = data.height;
    });
  </script>`;
  writeFileSync(join(site.folder, "old.html"), old);
  await page.goto(`${site.address}old.html`);
  const frame = page.frameLocator("#viz");
  const fits = async (): Promise<void> => {
    const inside = (): Promise<number> => frame.locator("html").evaluate((root) => root.scrollHeight);
    await expect
      .poll(async () => Number(await page.locator("#viz").getAttribute("height")))
      .toBe(await inside());
  };
  await frame.getByRole("button", { name: "Step", exact: true }).first().click();
  await fits();
  await frame.getByRole("slider", { name: "Speed" }).fill("2");
  await frame.getByRole("button", { name: "Train", exact: true }).click();
  await frame.getByRole("button", { name: "Pause" }).click();
  await fits();
});

test("links open as in the address, and what is locked or damaged changes nothing and is said on the page", async ({
  page,
  baseURL,
}) => {
  const frame = await embed(page, baseURL!, "embed&lock=data");
  const status = frame.getByRole("status");
  const before = (await status.textContent())!;
  const alert = frame.getByRole("alert");
  await page.getByRole("button", { name: "Load" }).click();
  await expect(alert).toContainText("The data can’t be changed on this page.");
  await alert.getByRole("button").click();
  for (const load of [
    '{ link: "#%7Bnonsense" }',
    '{ link: "#nowhere" }',
    '{ link: "#%7B%7D" }',
    "{ experiment: { version: 1, dataset: { name: 'moon' } } }",
    "{ experiment: { version: 1, ['__proto__']: { dataset: 1 } } }",
  ]) {
    await post(page, `{ target: "neural-viz", type: "load", ...${load} }`);
    await expect(alert).toBeVisible();
    await alert.getByRole("button").click();
    await expect(alert).toHaveCount(0);
    await expect(status).toHaveText(before);
  }
  await post(page, '{ target: "neural-viz", type: "load", link: "#reference" }');
  await expect(frame.getByRole("heading", { name: "Reference" }).first()).toBeVisible();
  await post(page, '{ target: "neural-viz", type: "load", link: "https://elsewhere.example/#lesson/xor/1" }');
  await expect(
    frame.getByRole("button", { name: "Share" }).or(frame.getByRole("heading")).first(),
  ).toBeVisible();
});

test("anything that isn't a request is ignored without an error", async ({ page, baseURL }) => {
  const frame = await embed(page, baseURL!, "embed");
  const before = (await frame.getByRole("status").textContent())!;
  const count = (await messages(page)).length;
  for (const hostile of [
    "null",
    "undefined",
    "7",
    "10n",
    '"neural-viz"',
    "[]",
    "{}",
    "new Map([['target', 'neural-viz'], ['type', 'train']])",
    "new Date()",
    "/x/",
    "new Error('target')",
    "new ArrayBuffer(1e7)",
    '{ target: "neural-viz" }',
    '{ target: "neural-viz", type: "__proto__" }',
    '{ target: "neural-viz", type: "toString" }',
    '{ target: "neural-viz", type: ["train"] }',
    '{ target: ["neural-viz"], type: "train" }',
    '{ target: "neural-viz", type: "train", epochs: "5" }',
    '{ target: "neural-viz", type: "train", epochs: 1e9 }',
    '{ target: "neural-viz", type: "goto", t: -1 }',
    '{ target: "neural-viz", type: "goto", t: NaN }',
    '{ target: "neural-viz", type: "load" }',
    '{ target: "neural-viz", type: "load", link: "#" + "x".repeat(5e6) }',
    '{ target: "neural-viz", type: "load", experiment: new Array(10) }',
    '{ target: "neural-viz", type: "load", experiment: { big: 1n } }',
    '(() => { const experiment = {}; experiment.self = experiment; return { target: "neural-viz", type: "load", experiment }; })()',
    '{ ["__proto__"]: { target: "neural-viz", type: "train" } }',
    '{ get target() { return "other"; }, type: "train" }',
    '{ source: "neural-viz", version: 1, type: "train" }',
  ])
    await post(page, hostile);
  // The last one counts, and nothing came of those before it.
  await post(page, '{ target: "neural-viz", type: "goto", t: 1 }');
  await expect.poll(async () => (await ofType(page, "stopped")).length).toBe(1);
  expect(
    (await messages(page))
      .slice(count)
      .map(({ type }) => type)
      .filter((type) => type !== "height"),
  ).toEqual(["stopped", "result"]);
  await expect(frame.getByRole("alert")).toHaveCount(0);
  expect(before).toMatch(/^Epoch 0/);
});

test("parent limits who hears the page and who is heard", async ({ page, baseURL }) => {
  const frame = await embed(page, baseURL!, "embed&parent=https://lms.example", false);
  await post(page, '{ target: "neural-viz", type: "goto", t: 3 }');
  await frame.getByRole("button", { name: "Step", exact: true }).first().click();
  await expect(frame.getByRole("status")).toHaveText(/^Epoch 1,/);
  expect(await messages(page)).toEqual([]);
  await embed(page, baseURL!, "embed&parent=https://lms.example&parent=HERE");
  await page.getByRole("button", { name: "Load" }).click();
  await expect.poll(async () => (await ofType(page, "result")).length).toBe(1);
});

test("a parent that is no origin is said in one sentence, and nobody is told anything", async ({
  page,
  baseURL,
}) => {
  const frame = await embed(page, baseURL!, "embed&parent=lms.example&parent=HERE", false);
  await expect(frame.getByRole("alert")).toContainText(
    "Neural-Viz doesn’t recognize “lms.example” in “parent”, so it exchanges no messages with the page around it. Use an origin such as https://lms.example.",
  );
  expect(await messages(page)).toEqual([]);
});

test("without embed in the query, or from a window that isn't the parent, nothing is exchanged", async ({
  page,
  baseURL,
}) => {
  const silent = await embed(page, baseURL!, "hide=data", false);
  await post(page, '{ target: "neural-viz", type: "train", epochs: 2 }');
  await silent.getByRole("button", { name: "Step", exact: true }).first().click();
  await expect(silent.getByRole("status")).toHaveText(/^Epoch 1,/);
  expect(await messages(page)).toEqual([]);

  const frame = await embed(page, baseURL!, "embed");
  await frame.locator("body").evaluate(() => {
    // From itself, and from a frame within it.
    const away = { target: "neural-viz", type: "load", link: "#reference" };
    postMessage(away, "*");
    const child = document.createElement("iframe");
    document.body.append(child);
    child.contentWindow!.parent.postMessage(away, "*");
  });
  await post(page, '{ target: "neural-viz", type: "goto", t: 1 }');
  await expect.poll(async () => (await ofType(page, "stopped")).length).toBe(1);
  expect((await ofType(page, "stopped"))[0]).toMatchObject({ t: 1 });
  await expect(frame.getByRole("status")).toHaveText(/^Epoch 1,/);
});

test("a page of its own never loads what talks with a parent", async ({ page }) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  await page.goto(`./?embed#${writeLink({ experiment: parseExperiment({ version: 1 }), t: 0 })}`);
  await expect(page.getByRole("status")).toHaveText(/^Epoch 0/);
  await page.waitForLoadState("networkidle");
  expect(loaded.length).toBeGreaterThan(3);
  expect(loaded.filter((url) => /\/embedding-/.test(url))).toEqual([]);
});

test("an exercise has no header there, and tells its line when it's finished", async ({ page, baseURL }) => {
  const frame = await embed(page, baseURL!, "embed&parent=HERE");
  const exercise = {
    experiment: {
      version: 1,
      dataset: { name: "custom", inputs: 1, samples: [[0.5, 1]] },
      network: { hidden: [], initializer: { name: "given", parameters: [{ weight: [[2]], bias: [-1.5] }] } },
    },
    ask: ["z.1.1", "p"],
  };
  const link = `#${encodeURIComponent(JSON.stringify({ version: 1, exercise }))}`;
  await post(page, JSON.stringify({ target: "neural-viz", type: "load", link }));
  const answers = frame.getByRole("textbox");
  await expect(answers).toHaveCount(2);
  await expect(frame.getByRole("banner")).toHaveCount(0);
  const z = 2 * 0.5 - 1.5;
  await answers.nth(0).fill(String(z));
  await page.keyboard.press("Enter");
  await answers.last().fill((1 / (1 + Math.exp(-z))).toFixed(4));
  await page.keyboard.press("Enter");
  await expect.poll(() => ofType(page, "exercise")).toHaveLength(1);
  const [told] = await ofType(page, "exercise");
  expect(told).toMatchObject({ version: 1, correct: 2, of: 2 });
  const finished = readFinished(readHandIn(told!["line"] as string) as ExerciseResult);
  expect(finished.answers).toEqual({ "z.1.1[1]@0": -0.5, "p[1]@0": 0.3775 });
});
