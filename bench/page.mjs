// The page in Chromium: how soon it is there, what training leaves of the main thread, and how soon it answers.
import { createRecording, parseExperiment } from "../packages/engine/dist/index.js";
import { median, timed } from "./measure.mjs";
import { address, epochOf, linkTo, trainAtFullSpeed, withPage } from "./serve.mjs";

const SECONDS = 5;
/** A slow telephone, beside this machine. */
const SLOW = 4;
/** What is pressed while each tool is measured, so often. */
const PRESSES = 6;

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

/** Many points on a network of three wide layers: what costs an open tool most. */
const manyPoints = {
  ...largest,
  dataset: { ...largest.dataset, points: 1000 },
  network: { ...largest.network, hidden: largest.network.hidden.slice(1) },
};

/** Two layers of 8 ReLUs: what the fold of the square is drawn for. */
const folded = {
  version: 1,
  dataset: { name: "circles", points: 200, noise: 0.05, seed: 1 },
  network: {
    hidden: Array.from({ length: 2 }, () => ({ units: 8, activation: "relu" })),
    initializer: { name: "torch", seed: 1 },
  },
};

await withPage(async (browser) => {
  console.log(
    `first view: ${await firstView(browser, 1)}; with a ${SLOW}× slower CPU: ${await firstView(browser, SLOW)}`,
  );
  console.log(`500 points on 2-8-8-8-8-1 at full speed: ${await busy(browser)}`);
  console.log(`response time to a press with a ${SLOW}× slower CPU: ${await answers(browser)}`);
  console.log(
    `dragging a hinge on 2-8-8-1 with the fold open: ${await dragging(browser, 1)}; with a ${SLOW}× slower CPU: ${await dragging(browser, SLOW)}`,
  );
  console.log("1,000 points on 2-8-8-8-1 at full speed, with a tool open:");
  const count = await countTools(browser);
  for (let tool = 0; tool < count; tool++) {
    for (const slower of [1, SLOW]) console.log(`  ${await withTool(browser, tool, slower)}`);
  }
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
  const share = (kind) => `${(100 * median(rounds.map((round) => round[kind]))).toFixed(0)}%`;
  const trained = median(rounds.map(({ epochs }) => epochs));
  return `main thread ${share("busy")} busy (script ${share("script")}, style and layout ${share("style")}), ${trained.toFixed(0)} epochs/s in the worker, ${alone.toFixed(0)} by the engine alone in Node (${(100 * (trained / alone)).toFixed(0)}%)`;
}

/** How long after a press the page has drawn what it changes, while it trains. */
async function answers(browser) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const devtools = await page.context().newCDPSession(page);
  await page.goto(linkTo(largest));
  await trainAtFullSpeed(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOW });
  const answered = await pressed(page, 12);
  await page.close();
  return answered;
}

/** Presses a control so often; how long after each the page had drawn what it changes. */
async function pressed(page, times) {
  await page.evaluate(() => {
    window.answered = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries())
        if (name === "click") window.answered.push(duration);
    }).observe({ type: "event", durationThreshold: 16 });
  });
  for (let i = 0; i < times; i++) {
    await page
      .getByRole("radiogroup", { name: "Loss axis" })
      .getByText(["Linear", "Log"][i % 2])
      .click();
    await page.waitForTimeout(700);
  }
  const durations = await page.evaluate(() => window.answered);
  // What is answered faster than the threshold leaves no entry.
  if (durations.length === 0) return "less than 16 ms";
  return `${median(durations)} ms in the median, ${Math.max(...durations)} ms at most (${durations.length} of ${times} took 16 ms or more)`;
}

/** How often the square is drawn anew while a hinge is dragged, with a pointer that moves once per frame. */
async function dragging(browser, slower) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const devtools = await page.context().newCDPSession(page);
  await page.goto(linkTo(folded, { panel: "fold" }));
  const hinge = page.getByRole("slider", { name: /^Hinge of neuron/ }).first();
  await hinge.waitFor();
  await page.waitForTimeout(1000);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const perSecond = await hinge.evaluate(async (element, lasts) => {
    const line = element.querySelector("path");
    const { a, e, d, f } = line.getScreenCTM();
    const middle = line.getPointAtLength(line.getTotalLength() / 2);
    const [x, y] = [a * middle.x + e, d * middle.y + f];
    // The browser knows only its own pointers, and this one isn't.
    element.setPointerCapture = () => {};
    const send = (type, far) =>
      element.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerId: 1,
          clientX: x + far,
          clientY: y - far,
          button: 0,
        }),
      );
    send("pointerdown", 0);
    let frames = 0;
    let drawn = 0;
    let before = "";
    const begun = performance.now();
    while (performance.now() - begun < lasts) {
      await new Promise(requestAnimationFrame);
      frames += 1;
      const text = element.getAttribute("aria-valuetext");
      if (text !== before) drawn += 1;
      before = text;
      send("pointermove", 40 * Math.sin(frames / 20));
    }
    send("pointerup", 0);
    const seconds = (performance.now() - begun) / 1000;
    return { frames: frames / seconds, drawn: drawn / seconds };
  }, SECONDS * 1000);
  await page.close();
  return `${perSecond.frames.toFixed(0)} frames/s, the hinge drawn anew in ${perSecond.drawn.toFixed(0)} of them`;
}

/** The entries of the open menu of tools. */
function tools(page) {
  return page.locator("[popover]:popover-open button");
}

async function countTools(browser) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.getByRole("button", { name: "Tools" }).click();
  await tools(page).first().waitFor();
  const count = await tools(page).count();
  await page.close();
  return count;
}

/** What one open tool leaves of the main thread while the network trains, and how soon a press is answered. */
async function withTool(browser, tool, slower) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  await page.goto(linkTo(manyPoints));
  await page.getByRole("button", { name: "Tools" }).click();
  const title = await tools(page).nth(tool).locator("span").first().textContent();
  await tools(page).nth(tool).click();
  await trainAtFullSpeed(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.evaluate(() => {
    window.long = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.long += duration;
    }).observe({ type: "longtask" });
  });
  const before = await spent(devtools);
  const begun = performance.now();
  await page.waitForTimeout(SECONDS * 1000);
  const after = await spent(devtools);
  const long = await page.evaluate(() => window.long);
  const seconds = (performance.now() - begun) / 1000;
  const answered = await pressed(page, PRESSES);
  await page.close();
  const share = (value) => `${(100 * value).toFixed(0)}%`;
  return `${title}${slower === 1 ? "" : `, ${slower} times slower`}: main thread ${share((after.all - before.all) / seconds)} busy, ${share(long / 1000 / seconds)} in tasks over 50 ms; a press is answered after ${answered}`;
}
