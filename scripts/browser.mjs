import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM = [
  // Chromium without its windows: the tests take a quarter less time.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/** Path of a Chromium-family browser: CHROMIUM_PATH, then Playwright's own, then the system's. */
export function findBrowser(env = process.env, exists = existsSync) {
  return [env.CHROMIUM_PATH, chromium.executablePath(), ...SYSTEM].find((path) => path && exists(path));
}
