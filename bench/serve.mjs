// The built page, served, and a Chromium to look at it: for the measurements that need both.
import { spawn } from "node:child_process";
import { chromium } from "@playwright/test";
import { findBrowser } from "../scripts/browser.mjs";

const PORT = "4318";
export const address = `http://localhost:${PORT}/`;

/** Serves the page while `work` looks at it with a browser, started with more flags if it needs any. */
export async function withPage(work, flags = []) {
  const server = spawn("npx", ["vite", "preview", "packages/web", "--port", PORT, "--strictPort"], {
    stdio: "ignore",
    detached: true,
  });
  try {
    await answering();
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-background-networking",
        ...flags,
      ],
    });
    await work(browser);
    await browser.close();
  } finally {
    process.kill(-Number(server.pid));
  }
}

async function answering() {
  for (let i = 0; i < 200; i++) {
    const there = await fetch(address).then(
      () => true,
      () => false,
    );
    if (there) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The page was not served.");
}

/** A run in the address: it is trained from the beginning. */
export const linkTo = (experiment) =>
  `${address}#${encodeURIComponent(JSON.stringify({ experiment, t: 0 }))}`;

/** Trains as fast as the machine can. */
export async function trainAtFullSpeed(page) {
  await page.getByRole("slider", { name: "Speed" }).fill("10");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await page.waitForTimeout(1000);
}

/** The epoch that the page shows. */
export const epochOf = (page) => page.evaluate(() => document.querySelector("progress[aria-label]").value);
