// The page in Chromium: main-thread time per frame while the largest network trains at full speed, and the first view.
import { spawn } from "node:child_process";
import { chromium } from "@playwright/test";
import { findBrowser } from "../scripts/browser.mjs";

const PORT = "4318";
const SECONDS = 5;

const server = spawn("npx", ["vite", "preview", "packages/web", "--port", PORT, "--strictPort"], {
  stdio: "ignore",
  detached: true,
});
const address = `http://localhost:${PORT}/`;
async function answering() {
  for (let i = 0; i < 200; i++) {
    if (
      await fetch(address).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The page was not served.");
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

try {
  await answering();
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-background-networking",
    ],
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");

  const views = [];
  for (let i = 0; i < 5; i++) {
    await page.goto(address);
    await page.getByRole("button", { name: "Train", exact: true }).waitFor();
    views.push(
      await page.evaluate(
        () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? performance.now(),
      ),
    );
  }
  console.log(
    `first view: ${views.toSorted((a, b) => a - b)[2].toFixed(0)} ms to the first contentful paint (median of 5)`,
  );

  const set = async (name, value) => {
    await page.getByRole("spinbutton", { name }).fill(String(value));
    await page.keyboard.press("Enter");
  };
  await page.getByLabel("Points value").fill("500");
  await page.keyboard.press("Enter");
  for (let l = 1; l <= 4; l++) {
    if (l > 1) await page.getByRole("button", { name: "Add hidden layer" }).click();
    await set(`Neurons in hidden layer ${l}`, 8);
    await page.getByLabel(`Activation of hidden layer ${l}`).selectOption("relu");
  }
  await page.getByText("More settings").click();
  await set("Epoch limit", 5_000_000);
  await page.getByLabel("Stop automatically").uncheck();
  await page.getByLabel("Learning rate value").fill("0.001");
  await page.keyboard.press("Enter");
  await page.getByRole("slider", { name: "Speed" }).fill("10");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await page.waitForTimeout(1000);
  const frames = () =>
    page.evaluate(
      (seconds) =>
        new Promise((resolve) => {
          let count = 0;
          const begin = performance.now();
          const next = () => {
            count += 1;
            if (performance.now() - begin < seconds * 1000) requestAnimationFrame(next);
            else resolve(count);
          };
          requestAnimationFrame(next);
        }),
      SECONDS,
    );
  const before = await spent(devtools);
  const drawn = await frames();
  const after = await spent(devtools);
  const perFrame = (kind) => (((after[kind] - before[kind]) * 1000) / drawn).toFixed(2);
  const busy = (100 * (after.all - before.all)) / SECONDS;
  console.log(
    `500 points on 2-8-8-8-8-1 at full speed: ${(drawn / SECONDS).toFixed(0)} frames/s, script ${perFrame("script")} ms, style and layout ${perFrame("style")} ms a frame, main thread ${busy.toFixed(0)} % busy`,
  );
  await browser.close();
} finally {
  process.kill(-server.pid);
}
