/** Whatever comes in from outside, it is taken or refused in one sentence, and nothing that was taken throws later. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asId,
  createRecording,
  createRun,
  createSession,
  defaultExperiment,
  type Experiment,
  ExperimentError,
  explain,
  holdsScenes,
  likelyChoice,
  likelyColumns,
  MAX_SAMPLES,
  parseExperiment,
  parseScenes,
  pointsOf,
  readExperiment,
  readLink,
  readScenesLink,
  readTable,
  type Run,
  tableData,
  UnknownQuantity,
  writeLink,
} from "@neural-viz/engine";

/** What a door lets in; or nothing, when it refused with one sentence on one line. */
function through<T>(door: () => T): T | undefined {
  try {
    return door();
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    if (!/^[^\n\r\u2028\u2029]{1,300}[.)]$/.test(error.message))
      throw new Error("no sentence", { cause: error });
    return undefined;
  }
}

/** Asks where a number comes from; a refusal has to be one sentence. */
function ask(asked: Run, id: string): void {
  try {
    explain(asked, id);
  } catch (error) {
    if (!(error instanceof UnknownQuantity)) throw error;
    if (!/^[^\n\r]+\.$/.test(error.message)) throw new Error("no sentence", { cause: error });
  }
}

/** A few updates of what was let in. */
function run(experiment: Experiment): void {
  const session = createSession(experiment);
  for (let i = 0; i < 3; i++) session.step();
}

const extremes = fc.constantFrom(
  0,
  -0,
  1,
  -1,
  0.5,
  5e-324,
  1e-300,
  1e154,
  -1e154,
  1e200,
  1e308,
  -1e308,
  1.7976931348623157e308,
);

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  extremes,
  fc.integer(),
  fc.constantFrom(
    "NaN",
    "",
    "x1",
    "values",
    "softmax",
    "mse",
    null,
    "__proto__",
    "constructor",
    "toString",
    "sgd",
    "custom",
    "given",
    "\u2028",
    [],
  ),
);

const whole = {
  version: 1,
  dataset: {
    name: "custom",
    samples: [
      [0.1, 0.2, 1],
      [0.3, -0.4, 0],
      [0.5, 0.6, 1],
    ],
  },
  split: { test: 0.3, seed: 2 },
  network: {
    hidden: [{ units: 2, activation: "relu" }],
    initializer: {
      name: "given",
      parameters: [
        {
          weight: [
            [1, 2],
            [3, 4],
          ],
          bias: [0, 0],
        },
        { weight: [[1, -1]], bias: [0.5] },
      ],
    },
  },
  optimizer: { name: "adam", learningRate: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8 },
  training: { epochs: 5, autoStop: false, batch: { size: 2, seed: 1 } },
  changes: [
    { at: 1, parameter: "W.1.1.1", value: 3 },
    { at: 2, optimizer: { name: "sgd", learningRate: 1 } },
  ],
};

/** The path of keys to every value within a value, the value itself included. */
function keyPaths(value: unknown, here: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [here];
  return [here, ...Object.entries(value).flatMap(([key, part]) => keyPaths(part, here.concat(key)))];
}

/** The value with another at a place; or with one more key there. */
function put(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[key] = put(copy[key], rest, other);
  return copy;
}

/** Values over one input, and classes over three, with every key that their networks can have. */
const others = [
  {
    version: 1,
    dataset: {
      name: "custom",
      inputs: 1,
      targets: "values",
      outputs: 2,
      samples: [
        [0.1, 2, -1],
        [0.7, 0.5, 3],
      ],
      map: [{ offset: 1, scale: 20 }],
      targetMap: [
        { offset: 0, scale: 1 },
        { offset: 0, scale: 2 },
      ],
      domain: [[-1, 2]],
    },
    network: {
      features: ["x1", "x1^2", "sin(2*pi*x1)"],
      hidden: [{ units: 1, activation: "tanh" }],
      output: { activation: "identity", loss: "squaredError" },
      initializer: { name: "xavier", seed: 2, decimals: 1 },
    },
    regularization: { l1: 0.1, l2: 0.01 },
    optimizer: { name: "adamw", learningRate: 0.1, weightDecay: 0.1 },
    training: { epochs: 5, batch: { size: 1, seed: 1 } },
  },
  {
    version: 1,
    dataset: {
      name: "custom",
      inputs: 3,
      targets: "classes",
      classes: 4,
      samples: [
        [0.1, 0.2, 0.3, 0],
        [0.5, 0.1, 0.9, 3],
        [0.7, 0.4, 0.2, 1],
      ],
    },
    network: {
      features: ["x3", "x1*x2"],
      hidden: [],
      output: { activation: "softmax", loss: "crossEntropy" },
    },
    optimizer: { name: "nesterov", learningRate: 0.1 },
  },
];

/** An experiment with anything in up to three places. */
const changed = (experiment: object): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.constantFrom(...keyPaths(experiment)), strange), { minLength: 1, maxLength: 3 })
    .map((changes) =>
      changes.reduce<unknown>((value, [path, other]) => {
        try {
          return put(value, path, other);
        } catch {
          return value; // an earlier change took the place away
        }
      }, experiment),
    );

const mutated = changed(whole);

describe("an experiment file", () => {
  test("with anything in any place is read and runs, or is refused in one sentence", () => {
    expect(through(() => parseExperiment(whole))).toBeDefined();
    let taken = 0;
    fc.assert(
      fc.property(mutated, (json) => {
        const experiment = through(() => readExperiment(JSON.stringify(json), "file.json"));
        if (experiment === undefined) return;
        taken += 1;
        run(experiment);
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  test.each(others)(
    "with $dataset.targets of own points is read and runs, or is refused in one sentence",
    (json) => {
      expect(through(() => parseExperiment(json))).toBeDefined();
      let taken = 0;
      fc.assert(
        fc.property(changed(json), (text) => {
          const experiment = through(() => readExperiment(JSON.stringify(text), "file.json"));
          if (experiment === undefined) return;
          taken += 1;
          run(experiment);
        }),
        { numRuns: 2000 },
      );
      expect(taken).toBeGreaterThan(20);
    },
  );

  test("that is any text, cut off, nested a hundred thousand times or huge is refused in one sentence", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: "binary" })), (text) => {
        through(() => readExperiment(text, "file.json"));
      }),
    );
    const text = JSON.stringify(whole);
    for (let end = 0; end < text.length; end++)
      through(() => readExperiment(text.slice(0, end), "file.json"));
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    for (const place of ["version", "dataset", "changes", "network"]) {
      const nested = text.replace(`"${place}":`, `"${place}":${deep},"old":`);
      expect(through(() => readExperiment(nested, "file.json"))).toBeUndefined();
    }
    const long = JSON.stringify({ version: 1, dataset: { name: "x".repeat(1_000_000) } });
    expect(through(() => readExperiment(long, "file.json"))).toBeUndefined();
    const key = JSON.stringify({ version: 1, ["k".repeat(1_000_000)]: 1 });
    expect(through(() => readExperiment(key, "file.json"))).toBeUndefined();
  });
});

test("a link that was damaged in any way is read, or is refused in one sentence", () => {
  const fragment = writeLink({
    experiment: parseExperiment(whole),
    t: 3,
    sample: 2,
    panel: "health",
    inspect: asId("L@3")!,
    fingerprint: "0123456789abcdef",
  });
  const place = fc.integer({ min: 0, max: fragment.length });
  fc.assert(
    fc.property(place, fc.integer({ min: 0, max: 4 }), fc.string({ maxLength: 4 }), (at, removed, added) => {
      const damaged = fragment.slice(0, at) + added + fragment.slice(at + removed);
      const linked = through(() => readLink(damaged));
      if (linked !== undefined) run(linked.experiment);
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.constantFrom("t", "sample", "panel", "inspect", "fingerprint"), strange, (key, value) => {
      const link = { experiment: whole, t: 0, [key]: value };
      through(() => readLink(encodeURIComponent(JSON.stringify(link))));
    }),
  );
});

test("scenes with anything in any place, as a file or as a link, are read or refused in one sentence", () => {
  const scenes = {
    version: 1,
    scenes: [
      {
        caption: "One",
        experiment: whole,
        t: 2,
        sample: 1,
        probe: [0.5, 0.5],
        panel: "health",
        inspect: "L@2",
      },
      { caption: "Two", t: 3, fingerprint: "0123456789abcdef" },
    ],
  };
  expect(through(() => parseScenes(scenes))).toBeDefined();
  const damage = fc.tuple(fc.constantFrom(...keyPaths(scenes)), strange);
  let taken = 0;
  fc.assert(
    fc.property(damage, ([path, other]) => {
      const value = put(scenes, path, other);
      if (!holdsScenes(value)) return;
      const read = through(() => parseScenes(value));
      const linked = through(() => readScenesLink(encodeURIComponent(JSON.stringify(value))));
      expect(linked === undefined).toBe(read === undefined);
      if (read === undefined) return;
      taken += 1;
      for (const { experiment } of read) run(experiment);
    }),
    { numRuns: 2000 },
  );
  expect(taken).toBeGreaterThan(50);
});

test("what is quoted of a link nested a hundred thousand times or of a very long cell is short", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  for (const key of ["t", "sample", "panel", "inspect", "fingerprint", "experiment"]) {
    // The later of two equal keys is taken.
    const link = `{"experiment":${JSON.stringify(whole)},"t":0,"${key}":${deep}}`;
    expect(through(() => readLink(encodeURIComponent(link)))).toBeUndefined();
  }
  const long = "x".repeat(100_000);
  for (const rows of [
    `1,${long},1`,
    `${long},2,0\n${long}y,2,1`,
    `1,2,${long}\n1,2,${long}y\n1,2,${long}z`,
  ]) {
    through(() => pointsOf(readTable(rows), { x1: 0, x2: 1, label: 2 }, MAX_SAMPLES));
  }
});

test("a table of any text, with a very long line or very many of them, is read or refused in one sentence", () => {
  const read = (text: string): unknown =>
    through(() => {
      const table = readTable(text);
      return pointsOf(table, likelyColumns(table), MAX_SAMPLES);
    });
  const cell = fc.oneof(
    extremes.map(String),
    fc.constantFrom("a", "1,5", '"x"', '"', "", "∞", "NaN", "0x10"),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }),
      fc.constantFrom(",", ";", "\t"),
      (rows, by) => {
        read(rows.map((cells) => cells.join(by)).join("\n"));
      },
    ),
    { numRuns: 3000 },
  );
  const anyKind = fc.constantFrom(undefined, "binary" as const, "classes" as const, "values" as const);
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 6 }),
      anyKind,
      fc.boolean(),
      fc.boolean(),
      (rows, targets, inputs, scaled) => {
        through(() => {
          const table = readTable(rows.map((cells) => cells.join("\t")).join("\n"), 2);
          const choice = likelyChoice(table, targets && { targets });
          const data = tableData(table, choice, { inputs, targets: scaled }, MAX_SAMPLES);
          const { labels: _, ...dataset } = data;
          run(parseExperiment({ version: 1, dataset: { name: "custom", ...dataset } }));
        });
      },
    ),
    { numRuns: 1000 },
  );
  expect(read("1,2,0\n".repeat(200_000))).toBeUndefined();
  expect(read(`${"1,".repeat(200_000)}\n`.repeat(2))).toBeUndefined();
  expect(read(`"${"x".repeat(2_000_000)}`)).toBeUndefined();
  expect(read("a".repeat(2_000_000))).toBeUndefined();
  // Had each quote been looked at with all before it, these would take minutes.
  expect(read('a"'.repeat(500_000))).toBeUndefined();
  expect(read(' ""'.repeat(500_000))).toBeUndefined();
});

test("weights, inputs and rates up to the largest number there is train, diverge with an id, or stand still", () => {
  const weight = fc.oneof(extremes, fc.double({ noNaN: true, noDefaultInfinity: true }));
  const many = fc.record({
    weights: fc.array(weight, { minLength: 9, maxLength: 9 }),
    inputs: fc.array(weight, { minLength: 6, maxLength: 6 }),
    activation: fc.constantFrom("relu", "tanh", "sigmoid"),
    optimizer: fc.constantFrom("sgd", "momentum", "rmsprop", "adam"),
    rate: fc.constantFrom(1e-300, 0.1, 100),
    edit: weight,
  });
  fc.assert(
    fc.property(many, ({ weights: w, inputs: x, activation, optimizer, rate, edit }) => {
      const experiment = parseExperiment({
        version: 1,
        dataset: {
          name: "custom",
          samples: [
            [x[0], x[1], 1],
            [x[2], x[3], 0],
            [x[4], x[5], 1],
          ],
        },
        network: {
          hidden: [{ units: 2, activation }],
          initializer: {
            name: "given",
            parameters: [
              {
                weight: [
                  [w[0], w[1]],
                  [w[2], w[3]],
                ],
                bias: [w[4], w[5]],
              },
              { weight: [[w[6], w[7]]], bias: [w[8]] },
            ],
          },
        },
        optimizer: { name: optimizer, learningRate: rate },
        training: { epochs: 6, autoStop: false },
        changes: [{ at: 2, parameter: "W.1.1.1", value: edit }],
      });
      const recording = createRecording(experiment);
      while (recording.live.stopped === undefined) recording.step();
      const { t, stopped, params } = recording.live;
      const sound = [...params].every(Number.isFinite);
      expect(sound || stopped.reason === "diverged").toBe(true);
      const ids = [
        "z.1.1[1]",
        "a.1.2[2]",
        "p[1]",
        "ell[3]",
        "L",
        "delta.1.1[2]",
        "gW.1.1.1",
        "gW.2.1.2[1]",
        "dW.1.1.1",
      ];
      const asked = createRun(recording);
      for (const id of [...ids.map((stem) => `${stem}@${t}`), stopped.id ?? "L@0"]) {
        ask(asked, id);
      }
    }),
    { numRuns: 400 },
  );
});

test("no id, whatever it is, gets anything but an explanation or a sentence", () => {
  const recording = createRecording(defaultExperiment);
  for (let i = 0; i < 5; i++) recording.step();
  const asked = createRun(recording);
  const piece = fc.constantFrom(
    "W",
    "b",
    "gW",
    "x",
    "y",
    "p",
    "L",
    "ell",
    "z",
    "a",
    "delta",
    "m",
    "v",
    "mhat",
    "vhat",
    "dW",
    "init",
    "rng",
    "h",
    "acc",
    "conf",
    "W.1.2.1",
    ".",
    "1",
    "2",
    "0",
    "-1",
    "99999999999",
    "[",
    "]",
    "[1]",
    "[probe 0.5,1e308]",
    "[cell 1,2,40]",
    "[cell 0,0,0]",
    "@",
    "@3",
    "@5",
    "@6",
    "@1e9",
    "learningRate",
    "constructor",
    "h.constructor@1",
    "__proto__",
    " ",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 7 }).map((parts) => parts.join("")),
      ),
      (id) => {
        ask(asked, id);
      },
    ),
    { numRuns: 4000 },
  );
});
