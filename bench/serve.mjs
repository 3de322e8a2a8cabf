// The built page, served, and a Chromium to look at it: for the measurements that need both.
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "../scripts/browser.mjs";
import { root } from "../scripts/install.mjs";
import { createPageServer } from "../scripts/server.mjs";

const PORT = 4318;
export const address = `http://127.0.0.1:${PORT}/`;

/** Serves the page while `work` looks at it with a browser, started with more flags if it needs any. */
export async function withPage(work, flags = []) {
  const server = createPageServer(join(root, "packages", "web", "dist"));
  await new Promise((ready, fail) => {
    server.once("error", fail);
    server.listen(PORT, "127.0.0.1", ready);
  });
  try {
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
    server.close();
    server.closeAllConnections();
  }
}

/** A run in the address, with what else is shown: it is trained from the beginning. */
export const linkTo = (experiment, also = {}) =>
  `${address}#${encodeURIComponent(JSON.stringify({ experiment, t: 0, ...also }))}`;

/** Trains as fast as the machine can. */
export async function trainAtFullSpeed(page) {
  await page.getByRole("slider", { name: "Speed" }).fill("10");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await page.waitForTimeout(1000);
}

/** The epoch that the page shows. */
export const epochOf = (page) => page.evaluate(() => document.querySelector("progress[aria-label]").value);
