// The page in Chromium: how soon it is there, what training leaves of the main thread, and how soon it answers.
import { createRecording, parseExperiment } from "../packages/engine/dist/index.js";
import { median, timed } from "./measure.mjs";
import { address, epochOf, linkTo, trainAtFullSpeed, withPage } from "./serve.mjs";

const SECONDS = 5;
/** A slow telephone, beside this machine. */
const SLOW = 4;

/** The largest network on many points: what costs most to train and to draw. */
const largest = {
  version: 1,
  dataset: { name: "moons", points: 500, noise: 0.05, seed: 1 },
  network: {
    hidden: Array.from({ length: 4 }, () => ({ units: 8, activation: "relu" })),
    initializer: { name: "torch", seed: 1 },
  },
  optimizer: { name: "adam", learningRate: 0.001 },
  training: { epochs: 5_000_000, autoStop: false },
};

await withPage(async (browser) => {
  console.log(
    `first view: ${await firstView(browser, 1)}; with a processor ${SLOW} times slower: ${await firstView(browser, SLOW)}`,
  );
  console.log(`500 points on 2-8-8-8-8-1 at full speed: ${await busy(browser)}`);
  console.log(`an input with a processor ${SLOW} times slower is answered after ${await answers(browser)}`);
});

/** Cold loads: nothing is kept from one to the next. */
async function firstView(browser, slower) {
  const views = [];
  for (let i = 0; i < 5; i++) {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      serviceWorkers: "block",
    });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
    await page.goto(address);
    await page.getByRole("button", { name: "Train", exact: true }).waitFor();
    await page.waitForTimeout(500 * slower);
    views.push(
      await page.evaluate(async () => {
        /** Entries of a kind so far. */
        const seen = (type) =>
          new Promise((resolve) => {
            new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
            setTimeout(() => resolve([]), 200);
          });
        const [shifts, tasks] = await Promise.all(["layout-shift", "longtask"].map(seen));
        return {
          paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
          shift: shifts.reduce((sum, { value }) => sum + value, 0),
          blocked: tasks.reduce((sum, { duration }) => sum + duration - 50, 0),
        };
      }),
    );
    await context.close();
  }
  const paint = median(views.map((view) => view.paint));
  const shift = Math.max(...views.map((view) => view.shift));
  const blocked = median(views.map((view) => view.blocked));
  return `${paint.toFixed(0)} ms to the first contentful paint, ${blocked.toFixed(0)} ms blocked in tasks over 50 ms (medians of 5), layout shift ${shift.toFixed(3)} at most`;
}

/** Seconds the main thread has spent so far, by kind. */
async function spent(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const value = (name) => metrics.find((metric) => metric.name === name).value;
  return {
    script: value("ScriptDuration"),
    style: value("RecalcStyleDuration") + value("LayoutDuration"),
    all: value("TaskDuration"),
  };
}

async function busy(browser) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  await page.goto(linkTo(largest));
  await trainAtFullSpeed(page);
  const rounds = [];
  for (let round = 0; round < 3; round++) {
    const from = await epochOf(page);
    const before = await spent(devtools);
    const begun = performance.now();
    await page.waitForTimeout(SECONDS * 1000);
    const after = await spent(devtools);
    const seconds = (performance.now() - begun) / 1000;
    rounds.push({
      busy: (after.all - before.all) / seconds,
      script: (after.script - before.script) / seconds,
      style: (after.style - before.style) / seconds,
      epochs: ((await epochOf(page)) - from) / seconds,
    });
  }
  await page.close();
  const recording = createRecording(parseExperiment(largest));
  const alone = 1000 / median([1, 2, 3].map(() => timed(() => recording.step(), 1)));
  const share = (kind) => `${(100 * median(rounds.map((round) => round[kind]))).toFixed(0)} %`;
  const trained = median(rounds.map(({ epochs }) => epochs));
  return `main thread ${share("busy")} busy (script ${share("script")}, style and layout ${share("style")}), ${trained.toFixed(0)} epochs/s in the worker, ${alone.toFixed(0)} by the engine alone in Node (${(100 * (trained / alone)).toFixed(0)} %)`;
}

/** How long after a press the page has drawn what it changes, while it trains. */
async function answers(browser) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const devtools = await page.context().newCDPSession(page);
  await page.goto(linkTo(largest));
  await trainAtFullSpeed(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW });
  await page.evaluate(() => {
    window.answered = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries())
        if (name === "click") window.answered.push(duration);
    }).observe({ type: "event", durationThreshold: 16, buffered: true });
  });
  for (let i = 0; i < 12; i++) {
    await page
      .getByRole("radiogroup", { name: "Loss axis" })
      .getByText(["Linear", "Log"][i % 2])
      .click();
    await page.waitForTimeout(700);
  }
  const durations = await page.evaluate(() => window.answered);
  await page.close();
  // What is answered faster than the threshold leaves no entry.
  if (durations.length === 0) return "less than 16 ms";
  return `${median(durations)} ms in the median, ${Math.max(...durations)} ms at most (${durations.length} of 12 took 16 ms or more)`;
}
