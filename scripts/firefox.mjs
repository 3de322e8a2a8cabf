// Needs nothing that is installed: the tests ask before they know what is.
import { existsSync } from "node:fs";

const FIREFOX = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/snap/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  String.raw`C:\Program Files\Mozilla Firefox\firefox.exe`,
];

/** Path of a Firefox: FIREFOX_PATH, then the system's. The page is tested in it where there is one. */
export function findFirefox(env = process.env, exists = existsSync) {
  return [env.FIREFOX_PATH, ...FIREFOX].find((path) => path && exists(path));
}
