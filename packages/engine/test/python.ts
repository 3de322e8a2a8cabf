/** How tests run Python; scripts/ensure-pytorch.mjs installs one that has what they need where it can. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Says on the console that tests are left out, and why. */
export function sayIfMissing(python: string | undefined, what: string, packages: string): void {
  if (python !== undefined) return;
  console.warn(`SKIPPED: ${what}, for there is no python3 with it (Debian: apt-get install ${packages}).`);
}

/** Exported code draws with matplotlib where it can; here it prints its pictures, which tests can read. */
export const printingPictures: NodeJS.ProcessEnv = {
  ...process.env,
  PYTHONPATH: fileURLToPath(new URL("withoutMatplotlib", import.meta.url)),
};

/** What a script of this folder prints, read as JSON. */
export function runPython(python: string, script: string, args: string[], folder: string): unknown {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout, stderr } = spawnSync(python, [path, ...args], {
    cwd: folder,
    env: printingPictures,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${script} ended with status ${status}: ${stderr}`);
  return JSON.parse(stdout) as unknown;
}
