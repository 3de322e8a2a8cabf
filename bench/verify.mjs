// neural-viz verify on a class of 10,000: short runs of up to 300 updates of 20 points on 2-4-1, each with its own seeds.
import { spawnSync } from "node:child_process";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSession, fingerprint, parseExperiment, resultLine } from "../packages/engine/dist/index.js";
import { fileURLToPath } from "node:url";

const LINES = 10_000;
const bin = fileURLToPath(new URL("../packages/cli/bin/neural-viz.mjs", import.meta.url));

function lineOf(k) {
  const experiment = parseExperiment({
    version: 1,
    dataset: { name: ["circles", "moons", "spiral", "clusters"][k % 4], points: 20, seed: k },
    network: { initializer: { name: "torch", seed: k } },
    training: { epochs: 300, autoStop: false },
  });
  const session = createSession(experiment);
  while (session.stopped === undefined) session.step();
  const { t, loss, params } = session;
  return resultLine({ experiment, t, loss, fingerprint: fingerprint(params), name: `Student ${k}` });
}

const folder = mkdtempSync(join(tmpdir(), "neural-viz-verify-"));
const file = join(folder, "class.csv");
const lines = Array.from({ length: LINES }, (_, k) => lineOf(k));
writeFileSync(file, ["student,result", ...lines.map((line, k) => `${k},${line}`), ""].join("\n"));
const load = loadavg()[0].toFixed(1);
const begin = performance.now();
const { status, stdout } = spawnSync(process.execPath, [bin, "verify", file], {
  encoding: "utf8",
  maxBuffer: 2 ** 28,
});
const seconds = (performance.now() - begin) / 1000;
rmSync(folder, { recursive: true });
if (status !== 0) throw new Error(`neural-viz verify found something wrong:\n${stdout.slice(-2000)}`);
console.log(
  `\n| neural-viz verify, ${LINES.toLocaleString("en")} lines of 300 updates of 20 points on 2-4-1 | |`,
);
console.log("|---|---|");
console.log(`| time, on ${availableParallelism()} cores | ${seconds.toFixed(1)} s |`);
console.log(`| lines a minute | ${Math.round((LINES / seconds) * 60).toLocaleString("en")} |`);
console.log(`\nSystem load before: ${load}.`);
