// Installs what is missing; needs nothing but Node and npm.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Runs a command at the root of the project with its output shown; true when it succeeded. */
export function run(command, args, options = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    ...options,
  });
  return status === 0;
}

/** Whether this Node can run the project; otherwise one sentence. */
export function unsupportedNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  return fits ? undefined : `Node ${version} is too old; 20.19 or later, or 22.12 or later, is wanted.`;
}

/** Installs the dependencies when they are missing or older than the lock file. */
export function installDependencies() {
  const installed = `${root}/node_modules/.package-lock.json`;
  const lock = `${root}/package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true;
  console.log("Installing dependencies…");
  return run("npm", ["ci", "--no-audit", "--no-fund"]);
}
