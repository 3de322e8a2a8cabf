// npm run social: makes packages/web/public/social.png, the picture of the page that sites show beside a link to it.
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "./browser.mjs";
import { root, run } from "./install.mjs";
import { createPageServer } from "./server.mjs";

if (!run("npm", ["run", "--silent", "build"])) process.exit(1);
const server = createPageServer(join(root, "packages", "web", "dist"));
await new Promise((ready) => {
  server.listen(0, "127.0.0.1", ready);
});
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
try {
  const page = await browser.newPage({
    viewport: { width: 1200, height: 630 },
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await page.getByRole("button", { name: "Continue", exact: true }).waitFor();
  // Pictures follow the numbers a little later.
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(root, "packages", "web", "public", "social.png") });
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}
