/** Calls of the command line, and files for them in a folder that is removed in the end. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** The file that runs the command line. */
export const bin = fileURLToPath(new URL("../bin/neural-viz.mjs", import.meta.url));

/** A folder for the files of a test. */
export const folder = mkdtempSync(join(tmpdir(), "neural-viz-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a call comes to. */
interface Called {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls the command line with these arguments. */
export function call(...args: string[]): Called {
  return spawnSync(process.execPath, [bin, ...args], { encoding: "utf8", maxBuffer: 2 ** 28 });
}

/** A call with a text on standard input. */
export function pipe(input: string, ...args: string[]): Called {
  return spawnSync(process.execPath, [bin, ...args], { encoding: "utf8", input });
}

/** A file with these contents. */
export function file(contents: unknown, name = "experiment.json"): string {
  const path = join(folder, name);
  writeFileSync(path, typeof contents === "string" ? contents : JSON.stringify(contents));
  return path;
}
