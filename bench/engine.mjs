// Epochs per second of our engine beside its peers: interleaved rounds, medians, ratios.
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import {
  checkGradient,
  createPlane,
  createRecording,
  createSession,
  draw,
  finish,
  parseExperiment,
  surface,
  unpack,
} from "../packages/engine/dist/index.js";
import { tfjsEpoch } from "./tfjs.mjs";
import { workloads } from "./workloads.mjs";

const ROUNDS = 5;
const SECONDS = 0.6;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Calls per second over about SECONDS. */
function rate(call, batch) {
  let done = 0;
  const begin = performance.now();
  while (performance.now() - begin < SECONDS * 1000) {
    for (let i = 0; i < batch; i++) call();
    done += batch;
  }
  return (done * 1000) / (performance.now() - begin);
}

/** PyTorch's epochs per second on one thread, or undefined where it is not installed. */
function torchRate(session) {
  const { samples, network, experiment } = session;
  const job = {
    experiment,
    x: Array.from({ length: samples.count }, (_, s) => [samples.x1[s], samples.x2[s]]),
    y: [...samples.y],
    parameters: unpack(network, session.initialParams),
    seconds: SECONDS,
  };
  const { status, stdout } = spawnSync(
    "/usr/bin/python3",
    [new URL("pytorch.py", import.meta.url).pathname],
    {
      input: JSON.stringify(job),
      encoding: "utf8",
    },
  );
  return status === 0 ? Number(stdout) : undefined;
}

const round = (value) => (value === undefined ? "–" : Number(value.toPrecision(3)).toLocaleString("en"));
const times = (ours, theirs) => (theirs === undefined ? "–" : `${Number((ours / theirs).toPrecision(2))}×`);

console.log(
  `${cpus()[0]?.model ?? "unknown processor"}, Node ${process.versions.node}; medians of ${ROUNDS} rounds\n`,
);
console.log(
  "| epochs per second | ours | tfjs cpu | tfjs wasm | PyTorch, 1 thread | ours / better tfjs | ours / PyTorch |",
);
console.log("|---|---|---|---|---|---|---|");
for (const { name, experiment } of workloads) {
  const session = createSession(parseExperiment(experiment));
  const peers = [];
  for (const backend of ["cpu", "wasm"]) peers.push(await tfjsEpoch(backend, session));
  const seen = { ours: [], cpu: [], wasm: [], torch: [] };
  for (let i = 0; i < 200; i++) session.step();
  for (let r = 0; r < ROUNDS; r++) {
    seen.ours.push(rate(() => session.step(), 20));
    for (const [i, key] of ["cpu", "wasm"].entries()) {
      await peers[i].use();
      seen[key].push(rate(() => peers[i].epoch(), 4));
    }
    seen.torch.push(torchRate(session));
  }
  if (session.stopped !== undefined) throw new Error(`${name} ended while it was measured.`);
  const [ours, cpu, wasm] = [seen.ours, seen.cpu, seen.wasm].map(median);
  const torch = seen.torch.includes(undefined) ? undefined : median(seen.torch);
  const row = [
    name,
    round(ours),
    round(cpu),
    round(wasm),
    round(torch),
    times(ours, Math.max(cpu, wasm)),
    times(ours, torch),
  ];
  console.log(`| ${row.join(" | ")} |`);
}

console.log("\n| boundary of 2-8-8-8-8-1 with all maps | ms |");
console.log("|---|---|");
const { network, params } = createSession(parseExperiment(workloads[2].experiment));
for (const size of [40, 160]) {
  const perSecond = median(
    Array.from({ length: ROUNDS }, () => rate(() => draw(network, params, size, true), 2)),
  );
  console.log(`| ${size} × ${size} | ${(1000 / perSecond).toPrecision(3)} |`);
}

console.log("\n| 120 points, 2-8-8-1 | ms |");
console.log("|---|---|");
{
  const session = createSession(parseExperiment(workloads[1].experiment));
  const { network: small, samples, params: start, gradient } = session;
  const plane = createPlane(small, start, gradient, { kind: "gradient", seed: 1 });
  for (const { name, work } of [
    { name: "loss surface, 60 × 60", work: () => finish(surface(small, samples, plane, 3, 60)) },
    { name: "gradient check of all parameters", work: () => checkGradient(small, samples, start) },
  ]) {
    const perSecond = median(Array.from({ length: ROUNDS }, () => rate(work, 2)));
    console.log(`| ${name} | ${(1000 / perSecond).toPrecision(3)} |`);
  }
}

console.log("\n| recording | |");
console.log("|---|---|");
{
  const { experiment } = workloads[2];
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
    parseExperiment({ ...workloads[1].experiment, training: { epochs: 20_000, autoStop: false } }),
  );
  while (recording.live.t < 20_000 && recording.live.stopped === undefined) recording.step();
  const { t } = recording.live;
  const took = Array.from({ length: 300 }, (_, i) => {
    const begin = performance.now();
    recording.at((i * 7919) % t);
    return performance.now() - begin;
  });
  const sorted = took.toSorted((a, b) => a - b);
  console.log(
    `| reaching any of ${t.toLocaleString("en")} epochs on 120 points: median, worst | ${sorted[150].toFixed(2)} ms, ${sorted.at(-1).toFixed(2)} ms |`,
  );
}
