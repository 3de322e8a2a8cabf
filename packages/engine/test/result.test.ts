import { readFileSync } from "node:fs";
import {
  createSession,
  defaultExperiment,
  differenceOf,
  type Experiment,
  ExperimentError,
  fingerprint,
  MAX_NAME,
  parseExperiment,
  readResult,
  resultLine,
  type RunResult,
  textbook,
  workOf,
} from "@neural-viz/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createReader, createWriter } from "../src/export/compact.ts";
import { vocabulary } from "../src/export/vocabulary.ts";
import { randomExperiment } from "./randomExperiment.ts";

/** The result of an experiment after t updates. */
function resultOf(json: unknown, t: number, name = ""): RunResult {
  const experiment = parseExperiment(json);
  const session = createSession(experiment);
  while (session.t < t) session.step();
  return { experiment, t, loss: session.loss, fingerprint: fingerprint(session.params), name };
}

const unread = (line: string): string => {
  try {
    readResult(line);
  } catch (error) {
    if (error instanceof ExperimentError) return error.message;
    throw error;
  }
  return "";
};

/** The most settings that drawn data and weights can have. */
const largest: Experiment = parseExperiment({
  version: 1,
  dataset: { name: "pinwheel", points: 997, noise: 0.123456, seed: 4294967295, classes: 4, decimals: 5 },
  split: { test: 0.123456, seed: 4294967294 },
  network: {
    features: ["x1", "x2", "x1^2", "x2^2", "x1*x2", "sin(2*pi*x1)", "sin(2*pi*x2)"],
    hidden: ["relu", "leakyRelu", "sigmoid", "identity"].map((activation) => ({ units: 7, activation })),
    output: { activation: "sigmoid", loss: "squaredError" },
    initializer: { name: "xavier", seed: 4294967293, decimals: 4 },
  },
  regularization: { l1: 0.00123456, l2: 0.00654321 },
  optimizer: {
    name: "adamw",
    learningRate: 0.0123456789,
    beta1: 0.87654321,
    beta2: 0.998877665,
    eps: 1e-9,
    weightDecay: 0.0123,
  },
  training: { epochs: 4_999_999, autoStop: false, batch: { size: 33, seed: 4294967292 } },
});

test("a line gives back every experiment of the family, bit for bit", () => {
  for (let seed = 0; seed < 200; seed++) {
    const run = { experiment: randomExperiment(seed), t: seed, loss: Math.PI / seed, name: "Zoë 😀" };
    const line = resultLine({ ...run, fingerprint: "0123456789abcdef" });
    expect(line).toMatch(/^nviz1:[\w-]+$/);
    expect(readResult(line)).toEqual({ ...run, fingerprint: "0123456789abcdef" });
  }
});

test("a line of drawn data and weights has fewer than 300 characters, whatever its settings", () => {
  const line = resultLine({
    experiment: largest,
    t: 4_999_999,
    loss: 0.1,
    fingerprint: "f".repeat(16),
    name: "x".repeat(20),
  });
  expect(line.length).toBeLessThan(300);
  expect(readResult(line).experiment).toEqual(largest);
});

test("the format is fixed: a line written once is read ever after", () => {
  // loss 0.5 has the bytes 00 … 00 e0 3f; the rest is read off the format's description.
  const version = vocabulary.indexOf("version").toString(16).padStart(2, "0");
  const bytes = Buffer.from(
    `03 c2 01 ${version} 81  000000000000e03f  0123456789abcdef  02 41 64`.replaceAll(" ", ""),
    "hex",
  );
  // FNV-1a by its definition, with 64 bits.
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  const sum = hash.toString(16).padStart(16, "0").slice(-8).match(/../g)!;
  const all = [...bytes, ...sum.map((pair) => Number.parseInt(pair, 16))];
  const line = `nviz1:${Buffer.from(all).toString("base64url")}`;
  const run = { experiment: defaultExperiment, t: 3, loss: 0.5, fingerprint: "0123456789abcdef", name: "Ad" };
  expect(readResult(line)).toEqual(run);
  expect(resultLine(run)).toBe(line);
  expect(vocabulary.length).toBeLessThanOrEqual(128);
  expect(vocabulary.slice(0, 3)).toEqual(["version", "dataset", "split"]);
  expect(vocabulary.slice(-5)).toEqual(["weightDecay", "experiment", "sample", "ask", "answers"]);
});

test("the line in docs/hand-ins.md is still the result of examples/moons.json", () => {
  const text = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
  const run = readResult(/^nviz1:[\w-]+$/m.exec(text("docs/hand-ins.md"))![0]);
  expect(run.experiment).toEqual(parseExperiment(JSON.parse(text("examples/moons.json"))));
  expect(run.name).toBe("Ada");
  expect(differenceOf(run)).toBeUndefined();
});

test("any JSON value comes back from its bytes", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (any) => {
      const value = JSON.parse(JSON.stringify(any, (_, one: unknown) => one ?? 0)) as unknown; // null is never written
      const writer = createWriter();
      writer.json(value);
      const reader = createReader(Uint8Array.from(writer.bytes));
      expect(reader.json()).toEqual(value);
      expect(reader.ended).toBe(true);
    }),
  );
  for (const number of [0, -0, 63, 64, -1, 1e-7, 5e-324, 1.25, 0.1 + 0.2, 2 ** 53, -1.7976931348623157e308]) {
    const writer = createWriter();
    writer.json(number);
    expect(createReader(Uint8Array.from(writer.bytes)).json()).toBe(number);
  }
});

test("a name is kept on one line, without control characters, and cut off", () => {
  const nameOf = (name: string): string => readResult(resultLine({ ...resultOf(textbook, 0), name })).name;
  expect(nameOf("  Ada\n\u202ELovelace ")).toBe("Ada Lovelace");
  expect(nameOf("é".repeat(200))).toBe("é".repeat(MAX_NAME));
});

test("a run computed again agrees; a forged loss, fingerprint, number of updates or setting doesn't", () => {
  const json = { version: 1, dataset: { name: "moons", points: 20 }, split: { test: 0.25 } };
  const run = resultOf(json, 30);
  const told = (change: Partial<RunResult>): string | undefined =>
    differenceOf(readResult(resultLine({ ...run, ...change })))?.text;
  expect(told({})).toBeUndefined();
  expect(told({ name: "Bob" })).toBeUndefined();
  expect(told({ loss: run.loss / 2 })).toBe(
    `The line says a loss of ${run.loss / 2} after 30 updates; recomputed, it is ${run.loss}.`,
  );
  expect(told({ fingerprint: "0123456789abcdef" })).toMatch(/^The loss is right, but the parameters/);
  expect(told({ t: 31 })).toMatch(/^The line says a loss of .* after 31 updates/);
  expect(told({ t: 10_001 })).toBe(
    "The line says 10,001 updates, but this experiment has at most 10,000 updates.",
  );
  const other = parseExperiment({ ...json, optimizer: { name: "adam", learningRate: 0.2 } });
  expect(told({ experiment: other })).toMatch(/^The line says a loss of/);
});

test("a run that diverged, and one that went on after it had stopped, agree too", () => {
  const diverging = {
    version: 1,
    dataset: { name: "line", points: 20 },
    network: { hidden: [{ units: 4, activation: "identity" }] },
    optimizer: { name: "sgd", learningRate: 100 },
  };
  const session = createSession(parseExperiment(diverging));
  while (session.stopped === undefined) session.step();
  expect(session.stopped.reason).toBe("diverged");
  expect(differenceOf(readResult(resultLine(resultOf(diverging, session.t))))).toBeUndefined();

  const stops = createSession(defaultExperiment);
  while (stops.stopped === undefined) stops.step();
  const end = stops.t;
  stops.replay();
  const { experiment, t, loss, params } = stops;
  expect(t).toBe(end + 1);
  expect(differenceOf({ experiment, t, loss, fingerprint: fingerprint(params) })).toBeUndefined();
});

test("a damaged line is told from one with other numbers", () => {
  const line = resultLine(resultOf(textbook, 1, "Ada"));
  const damaged = "The line is incomplete or was changed. Copy it again.";
  for (let i = 6; i < line.length; i++) {
    const letter = line[i] === "A" ? "B" : "A";
    expect(unread(line.slice(0, i) + letter + line.slice(i + 1))).toBe(damaged);
    expect(unread(line.slice(0, i))).toBe(damaged);
  }
  expect(unread(`${line}A`)).toBe(damaged);
  expect(unread(`${line}!`)).toBe(damaged);
  expect(unread(` ${line.slice(0, 40)}\r\n ${line.slice(40)}\n`)).toBe(""); // as mail programs break it
});

test("what isn't a result line is said in one sentence", () => {
  expect(unread("")).toBe("There is no result line.");
  expect(unread("hello")).toBe("A result line must begin with nviz1:.");
  expect(unread("nviz2:abc")).toBe("A result line must begin with nviz1:; this one has version 2.");
  expect(unread("xor | 2-1, given weights | sgd | loss 0.6931 after 0 updates | 0123456789abcdef")).toBe(
    "This is a result of an earlier version, which can’t be recomputed. Copy the result again.",
  );
  const wrong = { ...defaultExperiment, split: { test: 2, seed: 0 } };
  expect(unread(forged((writer) => writer.json(wrong)))).toMatch(
    /^The line holds no valid experiment: split\.test must be .*\.$/,
  );
  expect(unread(forged((writer) => writer.bytes.push(255)))).toMatch(/incomplete/);
  expect(unread(forged((writer) => writer.bytes.push(193, 255, 255, 255, 127)))).toMatch(/incomplete/);
  expect(
    unread(forged((writer) => writer.bytes.push(...Array.from({ length: 5000 }, () => [193, 1]).flat()))),
  ).toMatch(/incomplete/);
});

test("bytes at random, with the right checksum, are one sentence and never a crash", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(unread(forged((writer) => writer.bytes.push(...bytes)))).toMatch(/^[^\n]+$/);
    }),
  );
});

/** A line with a right checksum around whatever is written in place of the experiment. */
function forged(write: (writer: ReturnType<typeof createWriter>) => void): string {
  const writer = createWriter();
  writer.whole(0);
  write(writer);
  writer.bytes.push(...Array.from({ length: 17 }, () => 0));
  let hash = 0xcbf29ce484222325n;
  for (const byte of writer.bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  const sum = Buffer.from(hash.toString(16).padStart(16, "0").slice(-8), "hex");
  return `nviz1:${Buffer.from([...writer.bytes, ...sum]).toString("base64url")}`;
}

test("the work of a line counts all points, held out or not, and all parameters", () => {
  const experiment = parseExperiment({
    version: 1,
    dataset: { name: "moons", points: 20 },
    split: { test: 0.5 },
  });
  expect(workOf({ experiment, t: 7 })).toEqual({ updates: 7, perUpdate: 20 * (2 * 4 + 4 + 4 + 1) });
});
