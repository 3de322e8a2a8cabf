// An hour's worth of epochs and two thousand actions at random: memory stays bounded, nothing is thrown, numbers stay true.
import { createSession, format, parseExperiment } from "../packages/engine/dist/index.js";
import { epochOf, linkTo, trainAtFullSpeed, withPage } from "./serve.mjs";

const EPOCHS = 5_000_000;
/** The first minute of the hour. */
const EARLY = EPOCHS / 60;
const ACTIONS = Number(process.env.ACTIONS ?? 2000);
/** How often the heap is measured meanwhile: what views and lessons keep for good is there when each was opened once. */
const LOOKS = 8;
/** A loss is kept in so many bytes, by the page and by the worker. */
const LOSS_BYTES = 8;
/** How much the heap may have grown since its first measurement. */
const GROWTH = 1.2;

const xor = {
  version: 1,
  dataset: { name: "xor" },
  network: { hidden: [{ units: 4, activation: "tanh" }], initializer: { name: "torch", seed: 3 } },
  optimizer: { name: "sgd", learningRate: 0.01 },
  training: { epochs: EPOCHS, autoStop: false },
};

const noise = [];
/** The last controls that were used, to find the way to an error again. */
const used = [];
await withPage(async (browser) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("console", (message) => message.type() === "error" && complain(message.text()));
  page.on("pageerror", (error) => complain(error.stack));
  page.on("dialog", (dialog) => void dialog.accept());
  const heaps = await heapsOf(page);
  await epochs(page, heaps);
  await actions(page, heaps);
});
for (const line of noise) console.log(`error: ${line}`);
process.exitCode = noise.length === 0 ? 0 : 1;

function complain(what) {
  noise.push(`${what}\n  after ${used.slice(-12).join("; ")}`);
}

/** Measures the page's heap and its worker's, with their buffers, after collection; so many `losses` in each are not counted. */
async function heapsOf(page) {
  const devtools = await page.context().newCDPSession(page);
  const workers = new Map();
  const waiting = new Map();
  let messages = 0;
  devtools.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") workers.set(sessionId, targetInfo);
  });
  devtools.on("Target.detachedFromTarget", ({ sessionId }) => workers.delete(sessionId));
  devtools.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
  });
  await devtools.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const tellWorker = (sessionId) => (method) =>
    new Promise((resolve) => {
      messages += 1;
      waiting.set(messages, resolve);
      const message = JSON.stringify({ id: messages, method });
      void devtools.send("Target.sendMessageToTarget", { sessionId, message });
    });
  const heapOf = async (send) => {
    await send("HeapProfiler.collectGarbage");
    const { usedSize, embedderHeapUsedSize, backingStorageSize } = await send("Runtime.getHeapUsage");
    return usedSize + embedderHeapUsedSize + backingStorageSize;
  };
  return async (losses) => {
    const ends = [(method) => devtools.send(method), ...[...workers.keys()].map(tellWorker)];
    let bytes = 0;
    for (const end of ends) bytes += (await heapOf(end)) - LOSS_BYTES * losses;
    return bytes;
  };
}

/** Compares two heaps, in words. */
function growth(early, late) {
  if (late > early * GROWTH) noise.push("the heap grew by more than a fifth");
  return `${mb(early)} → ${mb(late)} (${(late / early).toFixed(2)} times)`;
}

async function epochs(page, heaps) {
  await page.goto(linkTo(xor));
  await page.waitForTimeout(3000); // what comes after the first view is there
  await trainAtFullSpeed(page);
  const begun = performance.now();
  while ((await epochOf(page)) < EARLY) await page.waitForTimeout(10);
  const early = await heaps(await epochOf(page));
  while ((await epochOf(page)) < EPOCHS) await page.waitForTimeout(1000);
  const late = await heaps(EPOCHS);
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `${EPOCHS.toLocaleString("en")} epochs in ${seconds.toFixed(0)} s: page and worker without the losses ${growth(early, late)}; the last loss ${await sameLoss(page, xor)}`,
  );
}

/** Whether the page shows the loss that the engine finds. */
async function sameLoss(page, experiment) {
  const session = createSession(parseExperiment(experiment));
  while (session.stopped === undefined) session.step();
  const shown = await page.getByRole("status").textContent();
  if (shown.includes(`loss ${format(session.loss)}`)) return "is the engine's";
  noise.push(`another loss than the engine's ${format(session.loss)}: ${shown}`);
  return "is not the engine's";
}

/** Presses, types and scrubs at random, by a seed; the heap is measured on the same run each time. */
async function actions(page, heaps) {
  let state = Number(process.env.SEED ?? 12345);
  const random = (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const few = { ...xor, training: { epochs: 2000, autoStop: false } };
  const measured = async () => {
    await page.goto(linkTo(few));
    await trainAtFullSpeed(page);
    while ((await epochOf(page)) < few.training.epochs) await page.waitForTimeout(50);
    return heaps(few.training.epochs);
  };
  const sizes = [];
  for (let i = 1; i <= ACTIONS; i++) {
    await actAtRandom(page, random);
    if (i % 10 === 0) await page.keyboard.press("Escape");
    if (i % (ACTIONS / LOOKS) === 0) sizes.push(await measured());
  }
  const half = sizes.slice(0, LOOKS / 2);
  console.log(
    `${ACTIONS.toLocaleString("en")} actions: page and worker without the losses ${sizes.map(mb).join(", ")}; from the first half's most to the end ${growth(Math.max(...half), sizes.at(-1))}; afterwards a run's loss ${await sameLoss(page, few)}`,
  );
}

/** Uses one of the controls that are there. */
async function actAtRandom(page, random) {
  const controls = page.locator(
    "button:not([disabled]):visible, a[href^='#']:visible, input[type=radio]:visible, input[type=range]:visible, select:visible, summary:visible",
  );
  const count = await controls.count();
  if (count === 0) return page.goBack();
  const control = controls.nth(random(count));
  try {
    const [kind, name] = await control.evaluate(
      (element) => [
        `${element.tagName} ${element.type ?? ""}`,
        element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent,
      ],
      undefined,
      { timeout: 200 },
    );
    used.push(name);
    if (kind.startsWith("SELECT")) await control.selectOption({ index: random(3) }, { timeout: 200 });
    else if (kind.endsWith("range")) {
      await control.focus({ timeout: 200 });
      for (let k = 0; k < 3; k++)
        await page.keyboard.press(["ArrowLeft", "ArrowRight", "Home", "End"][random(4)]);
    } else await control.click({ timeout: 200, force: true });
  } catch {
    // It went away or is covered: what a hasty person meets, too.
  }
}

function mb(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
