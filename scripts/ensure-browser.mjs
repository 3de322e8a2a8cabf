// Finds a Chromium for the browser tests, or installs one; says what to do when it cannot.
import { spawnSync } from "node:child_process";
import { findBrowser } from "./browser.mjs";

const run = (command, args) =>
  spawnSync(command, args, { stdio: "inherit", timeout: 300_000, shell: process.platform === "win32" })
    .status === 0;

/**
 * Debian's packages, for a machine that cannot reach Playwright's download. The headless shell lacks a dependency on the data
 * of Chromium's other package; older releases have no headless shell.
 */
function installFromDebian() {
  const install = (...names) => run("apt-get", ["install", "-y", "--no-install-recommends", ...names]);
  const installAny = () => install("chromium", "chromium-headless-shell") || install("chromium");
  return installAny() || (run("apt-get", ["update"]) && installAny());
}

if (findBrowser() === undefined) {
  console.log("No Chromium found: installing the one Playwright ships.");
  run("npx", ["playwright", "install", "chromium"]);
  if (findBrowser() === undefined && process.getuid?.() === 0) installFromDebian();
}
if (findBrowser() === undefined) {
  console.error(
    "No browser: install Chromium or Chrome, or set CHROMIUM_PATH to its program, then run this again.",
  );
  process.exit(1);
}
