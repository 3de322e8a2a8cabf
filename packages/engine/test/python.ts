/** A Python that has what a test needs; scripts/ensure-pytorch.mjs installs one where it can. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const HAS =
  "import importlib.util as u, sys; sys.exit(any(u.find_spec(name) is None for name in sys.argv[1:]))";

/** The first Python with these modules: NEURAL_VIZ_PYTHON, then the path's, then the system's own. */
export function findPython(...modules: string[]): string | undefined {
  const candidates = [process.env["NEURAL_VIZ_PYTHON"], "python3", "/usr/bin/python3"];
  return candidates.find(
    (python) =>
      python !== undefined && spawnSync(python, ["-c", HAS, ...modules], { stdio: "ignore" }).status === 0,
  );
}

/** Says on the console that tests are left out, and why. */
export function sayIfMissing(python: string | undefined, what: string, packages: string): void {
  if (python !== undefined) return;
  console.warn(`SKIPPED: ${what}, for there is no python3 with it (Debian: apt-get install ${packages}).`);
}

/** What a script of this folder prints, read as JSON. */
export function runPython(python: string, script: string, args: string[], folder: string): unknown {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout, stderr } = spawnSync(python, [path, ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${script} ended with status ${status}: ${stderr}`);
  return JSON.parse(stdout) as unknown;
}
