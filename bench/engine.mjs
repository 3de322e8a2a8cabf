// Our engine beside others, for every kind of work the page does: interleaved rounds, medians, ratios.
import { cpus, loadavg } from "node:os";
import {
  checkGradient,
  createObjective,
  createRecording,
  createSession,
  createUpdater,
  draw,
  finish,
  parseExperiment,
  parameterId,
  pictureOf,
  regionsOf,
  sectionOf,
  surface,
} from "../packages/engine/dist/index.js";
import { contest, timed } from "./measure.mjs";
import { plainEngine } from "./plain.mjs";
import { pytorch } from "./pytorch.mjs";
import { tfjsEngine } from "./tfjs.mjs";
import { typedEngine } from "./typed.mjs";
import { jobOf, squareOf, trainings } from "./workloads.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 15);
const SECONDS = 0.1;
const EPSILON = 1e-5;
const PEERS = ["arrays", "typed arrays", "tfjs cpu", "tfjs wasm", "PyTorch"];

const session = (training) => createSession(parseExperiment(training.experiment));
const isWeight = (network, index) => parameterId(network, index).startsWith("W");
const sum = (values) => values.reduce((total, value) => total + value, 0);

/** All engines of a training but ours. */
async function peersOf(job) {
  return {
    arrays: plainEngine(job),
    "typed arrays": typedEngine(job),
    "tfjs cpu": await tfjsEngine("cpu", job),
    "tfjs wasm": await tfjsEngine("wasm", job),
  };
}

/** A difference between engines would mean that they do not do the same work. */
function agree(name, peer, theirs, ours) {
  if (theirs === undefined) return;
  const close = peer.startsWith("tfjs") ? 1e-2 : 1e-6;
  if (Math.abs(theirs - ours) <= close * Math.max(1, Math.abs(ours))) return;
  throw new Error(`${name}: ${peer} found ${theirs}, ours is ${ours}.`);
}

/** What was measured, row by row. */
const rows = [];

/** One row of the table: the same work by everybody, after each has shown that it finds the same number. */
async function row(name, unit, { job, ours, work, task, compared = true }) {
  const { mine, found } = ours();
  const contenders = { ours: () => timed(mine, SECONDS) };
  for (const [peer, engine] of Object.entries(await peersOf(job))) {
    await engine.use?.();
    const { call, number } = work(engine);
    if (compared) agree(name, peer, number, found);
    contenders[peer] = async () => {
      await engine.use?.();
      return timed(call, SECONDS);
    };
  }
  const python = await pytorch(job, task);
  if (compared) agree(name, "PyTorch", python?.found, found);
  contenders.PyTorch = () => python?.timed(SECONDS);
  const seen = await contest(contenders, ROUNDS);
  python?.end();
  rows.push({ name, unit, seen });
}

/** All rows by one of the two ways to sum up the rounds. */
function print(title, time, ratio) {
  console.log(`\n| ${title} | ours | spread | ${PEERS.join(" | ")} |`);
  console.log(`|---|---|---|${PEERS.map(() => "---").join("|")}|`);
  for (const { name, unit, seen } of rows) {
    const scale = unit === "µs" ? 1000 : 1;
    const digits = (value) => Number(value.toPrecision(3)).toLocaleString("en");
    const cell = (entry) =>
      entry === undefined ? "–" : `${digits(entry[time] * scale)} (${digits(entry[ratio])}×)`;
    const ours = [digits(seen.ours[time] * scale), `${digits(100 * seen.ours.spread)}%`];
    console.log(`| ${[`${name}, ${unit}`, ...ours, ...PEERS.map((peer) => cell(seen[peer]))].join(" | ")} |`);
  }
}

const load = () => loadavg()[0].toFixed(1);
const begin = load();
console.log(
  `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}; medians of ${ROUNDS} interleaved rounds.`,
);
console.log(
  "In parentheses: the time relative to ours. Spread: the range from our fastest to our slowest round, as a percentage of the median. tfjs computes in 32 bits and all others in 64. PyTorch uses one thread.",
);

for (const training of trainings) {
  const first = session(training);
  await row(training.name, "µs", {
    job: jobOf(first),
    ours() {
      // As the worker does it: with everything that is kept and looked at after an update.
      const recording = createRecording(parseExperiment(training.experiment));
      for (let i = 0; i < 100; i++) recording.step();
      const { loss } = recording.live;
      return {
        found: loss,
        mine() {
          recording.step();
          if (recording.live.stopped !== undefined) throw new Error(`${training.name} ended.`);
        },
      };
    },
    work(engine) {
      for (let i = 0; i < 100; i++) engine.epoch();
      return { call: () => engine.epoch(), number: engine.loss() };
    },
    task: { name: "epoch" },
  });
}

{
  const large = session(trainings[2]);
  const size = 160;
  const picture = pictureOf(large.experiment.dataset);
  const mine = () => draw(large.network, large.params, picture, size, false);
  await row(`boundary of 2-8-8-8-8-1, ${size} × ${size}`, "ms", {
    job: jobOf(large),
    ours: () => ({ mine, found: sum(mine().outputs[0]) }),
    work: (engine) => ({ call: () => engine.boundary(size), number: sum(engine.boundary(size)) }),
    task: { name: "boundary", size },
  });
}

const small = session(trainings[1]);
for (const { change, directions } of [
  { change: "all parameters change", directions: { kind: "gradient", seed: 1 } },
  { change: "two parameters change", directions: { kind: "parameters", names: ["W.2.3.4", "W.3.1.2"] } },
]) {
  const { plane, reach, size, places, at } = squareOf(small, directions, 3, 60);
  const mine = () => finish(surface(small.goal, plane, reach, size));
  await row(`loss surface of 120 points on 2-8-8-1, ${size} × ${size}, ${change}`, "ms", {
    job: jobOf(small),
    ours: () => ({ mine, found: sum(mine()) }),
    work: (engine) => ({
      call: () => engine.surface(at, size * size),
      number: sum(engine.surface(at, size * size)),
    }),
    task: {
      name: "surface",
      base: [...plane.base],
      across: [...plane.axes[0]],
      up: [...plane.axes[1]],
      places,
    },
  });
}
await row("gradient check of all 105 parameters, 120 points on 2-8-8-1", "ms", {
  job: jobOf(small),
  ours: () => ({ mine: () => checkGradient(small.goal, small.params, EPSILON) }),
  work: (engine) => ({ call: () => engine.check(EPSILON) }),
  task: { name: "check", epsilon: EPSILON },
  compared: false, // what is left is rounding, which is everybody's own
});

print("median time, and median of the ratios within a round", "middle", "ratio");
print("fastest round of each", "quickest", "quickestRatio");

console.log(
  "\n| µs per epoch, median (fastest round) | passes and optimizer | plus session | plus recording |",
);
console.log("|---|---|---|---|");
for (const training of trainings) {
  const alone = session(training);
  const objective = createObjective(alone.goal);
  const updater = createUpdater(alone.network.size, alone.optimizer);
  const params = alone.params.slice();
  const whole = session(training);
  const recording = createRecording(parseExperiment(training.experiment));
  const calls = {
    kernel() {
      objective.evaluate(params);
      updater.update(params, objective.gradient);
    },
    session: () => whole.step(),
    recording: () => recording.step(),
  };
  const seen = await contest(
    Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, () => timed(call, SECONDS)])),
    ROUNDS,
  );
  const cells = Object.values(seen).map(
    ({ middle, quickest }) => `${(1000 * middle).toPrecision(3)} (${(1000 * quickest).toPrecision(3)})`,
  );
  console.log(`| ${training.name} | ${cells.join(" | ")} |`);
}

console.log("\n| boundary of 2-8-8-8-8-1 with all maps | ms, median (fastest round) |");
console.log("|---|---|");
{
  const { network, params, experiment } = session(trainings[2]);
  const picture = pictureOf(experiment.dataset);
  for (const size of [40, 160]) {
    const { maps } = await contest(
      { maps: () => timed(() => draw(network, params, picture, size, true), SECONDS) },
      ROUNDS,
    );
    console.log(`| ${size} × ${size} | ${maps.middle.toPrecision(3)} (${maps.quickest.toPrecision(3)}) |`);
  }
}

console.log("\n| linear regions of 2-8-8-8-8-1 | regions | ms, median (fastest round) |");
console.log("|---|---|---|");
{
  const whole = session(trainings[2]);
  while (whole.t < 1000) whole.step();
  const section = sectionOf(whole.experiment.dataset, [0, 1], 0);
  // Ten times the weights bend the hinges more, so that they cross more often.
  const larger = whole.params.map((w, i) => (isWeight(whole.network, i) ? 10 * w : w));
  for (const { name, params } of [
    { name: "after 1,000 epochs", params: whole.params },
    { name: "with weights ten times as large", params: larger },
  ]) {
    const { length } = regionsOf(whole.network, params, section).regions;
    const { cut } = await contest(
      { cut: () => timed(() => regionsOf(whole.network, params, section), SECONDS) },
      ROUNDS,
    );
    console.log(`| ${name} | ${length} | ${cut.middle.toPrecision(3)} (${cut.quickest.toPrecision(3)}) |`);
  }
}

console.log("\n| recording | |");
console.log("|---|---|");
{
  const { experiment } = trainings[2];
  const recording = createRecording(
    parseExperiment({
      ...experiment,
      dataset: { name: "moons", points: 20 },
      training: { epochs: 50_000, autoStop: false },
    }),
  );
  while (recording.live.t < 50_000 && recording.live.stopped === undefined) recording.step();
  const losses = 8 * recording.live.losses.length;
  const megabytes = (recording.bytes + losses) / 2 ** 20;
  console.log(
    `| ${recording.live.t.toLocaleString("en")} epochs of 2-8-8-8-8-1: key frames and losses | ${megabytes.toFixed(1)} MB |`,
  );
}
{
  const recording = createRecording(
    parseExperiment({ ...trainings[1].experiment, training: { epochs: 20_000, autoStop: false } }),
  );
  while (recording.live.t < 20_000 && recording.live.stopped === undefined) recording.step();
  const { t } = recording.live;
  const took = Array.from({ length: 300 }, (_, i) => {
    const from = performance.now();
    recording.at((i * 7919) % t);
    return performance.now() - from;
  });
  const sorted = took.toSorted((a, b) => a - b);
  console.log(
    `| time to reach a random epoch of ${t.toLocaleString("en")} on 120 points: median, worst | ${sorted[150].toFixed(2)} ms, ${sorted.at(-1).toFixed(2)} ms |`,
  );
}
console.log(`\nSystem load: ${begin} before, ${load()} after, of which this run accounts for about 1.`);
