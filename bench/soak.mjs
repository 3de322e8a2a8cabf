// An hour's worth of epochs and two thousand actions at random: memory stays bounded, nothing is thrown, numbers stay true.
import { createSession, format, parseExperiment } from "../packages/engine/dist/index.js";
import { epochOf, linkTo, trainAtFullSpeed, withPage } from "./serve.mjs";

const EPOCHS = 5_000_000;
const ACTIONS = 2000;
/** The losses are kept, so many bytes an epoch, in a buffer that doubles when it is full. */
const LOSS_BYTES = 8;

const xor = {
  version: 1,
  dataset: { name: "xor" },
  network: { hidden: [{ units: 4, activation: "tanh" }], initializer: { name: "torch", seed: 3 } },
  optimizer: { name: "sgd", learningRate: 0.01 },
  training: { epochs: EPOCHS, autoStop: false },
};

const noise = [];
await withPage(async (browser) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("console", (message) => message.type() === "error" && noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(String(error)));
  await epochs(page);
  await actions(page);
});
for (const line of noise) console.log(`error: ${line}`);
process.exitCode = noise.length === 0 ? 0 : 1;

/** Heap after collection, in bytes, less the losses kept in it. */
async function heap(page) {
  const t = await epochOf(page);
  const used = await page.evaluate(() => {
    gc();
    return performance.memory.usedJSHeapSize;
  });
  return used - LOSS_BYTES * bufferOf(t);
}

/** How many losses the buffer has room for after t epochs. */
function bufferOf(t) {
  let room = 1024;
  while (room <= t) room *= 2;
  return room;
}

async function epochs(page) {
  await page.goto(linkTo(xor));
  await trainAtFullSpeed(page);
  const begun = performance.now();
  await page.waitForTimeout(2000);
  const early = await heap(page);
  const last = async () => (await epochOf(page)) >= EPOCHS;
  while (!(await last())) await page.waitForTimeout(1000);
  const late = await heap(page);
  const seconds = (performance.now() - begun) / 1000;
  const session = createSession(parseExperiment(xor));
  while (session.stopped === undefined) session.step();
  const shown = await page.getByRole("status").textContent();
  const same = shown.includes(`loss ${format(session.loss)}`);
  console.log(
    `${EPOCHS.toLocaleString("en")} epochs in ${seconds.toFixed(0)} s: heap less losses ${mb(early)} after two seconds, ${mb(late)} at the end (${(late / early).toFixed(2)} times); the last loss ${same ? "is the engine's" : `is not the engine's: ${shown}`}`,
  );
  if (!same) noise.push("another loss than the engine's");
}

/** Presses, types and scrubs at random, by a seed. */
async function actions(page) {
  let state = 12345;
  const random = (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const early = await heap(page);
  for (let i = 0; i < ACTIONS; i++) {
    const controls = page.locator(
      "button:not([disabled]):visible, input[type=radio]:visible, input[type=range]:visible, select:visible, summary:visible",
    );
    const count = await controls.count();
    if (count === 0) break;
    const control = controls.nth(random(count));
    const kind = await control
      .evaluate((element) => `${element.tagName} ${element.type ?? ""}`)
      .catch(() => "");
    try {
      if (kind.startsWith("SELECT")) await control.selectOption({ index: random(3) }, { timeout: 200 });
      else if (kind.endsWith("range")) {
        await control.focus({ timeout: 200 });
        for (let k = 0; k < 3; k++)
          await page.keyboard.press(["ArrowLeft", "ArrowRight", "Home", "End"][random(4)]);
      } else await control.click({ timeout: 200, force: true });
    } catch {
      // It went away or is covered: what a hasty person meets, too.
    }
    if (i % 10 === 0) await page.keyboard.press("Escape");
  }
  await page.getByRole("status").waitFor({ state: "attached" });
  const late = await heap(page);
  console.log(
    `${ACTIONS.toLocaleString("en")} actions: heap less losses ${mb(early)} before, ${mb(late)} after`,
  );
}

function mb(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
