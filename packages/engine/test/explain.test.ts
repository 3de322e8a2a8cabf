import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  activations,
  createRecording,
  createRun,
  createSession,
  defaultChoice,
  evaluate,
  explain,
  type OptimizerName,
  optimizers,
  parameterId,
  parseExperiment,
  pathsOf,
  type Run,
  UnknownQuantity,
} from "@neural-viz/engine";
import { refusal } from "./refusal.ts";

/** A finished run of an experiment. */
function finish(experiment: object): Run {
  const recording = createRecording(parseExperiment({ version: 1, ...experiment }));
  while (recording.live.stopped === undefined) recording.step();
  return createRun(recording);
}

const names = Object.keys(optimizers) as OptimizerName[];
const optimizer = fc.constantFrom(...names).map(defaultChoice);
const layer = fc.record({
  units: fc.integer({ min: 1, max: 4 }),
  activation: fc.constantFrom(...Object.keys(activations)),
});
const anyRun = fc
  .record({
    optimizer,
    later: optimizer,
    hidden: fc.array(layer, { maxLength: 3 }),
    initializer: fc.constantFrom("torch", "xavier", "he", "zeros"),
    seed: fc.nat(1000),
    epochs: fc.integer({ min: 1, max: 40 }),
    edit: fc.double({ min: -2, max: 2, noNaN: true }),
  })
  .map(({ optimizer: first, later, hidden, initializer, seed, epochs, edit }) =>
    finish({
      dataset: { name: "moons", points: 9, noise: 0.1, seed },
      network: { hidden, initializer: { name: initializer, seed } },
      optimizer: first,
      training: { epochs, autoStop: false },
      changes: [
        { at: Math.floor(epochs / 2), optimizer: later },
        { at: Math.floor(epochs / 3), parameter: "b.1.1", value: edit },
      ],
    }),
  );

test("the value explained is the one that training used", () => {
  fc.assert(
    fc.property(anyRun, fc.nat(1000), fc.nat(1000), (run, epoch, index) => {
      const t = epoch % (run.last + 1);
      const i = index % run.network.size;
      const name = parameterId(run.network, i);
      const session = createSession(run.experiment);
      while (session.t < t) session.step();
      expect(explain(run, `${name}@${t}`).value).toBe(session.params[i]);
      expect(explain(run, `g${name}@${t}`).value).toBe(session.gradient[i]);
      expect(explain(run, `L@${t}`).value).toBe(session.loss);
      expect(explain(run, `p[3]@${t}`).value).toBe(session.outputs[0]![2]);
      expect(explain(run, `acc@${t}`).value).toBe(session.correct! / 9);
    }),
    { numRuns: 200 },
  );
});

test("following inputs always ends at data, hyperparameters, constants, random draws, or edits by hand", () => {
  const run = finish({
    dataset: { name: "xor" },
    network: { hidden: [{ units: 2, activation: "tanh" }], initializer: { name: "torch", seed: 5 } },
    optimizer: defaultChoice("adam"),
    training: { epochs: 5, autoStop: false },
    changes: [{ at: 3, parameter: "W.1.1.1", value: 0.5 }],
  });
  const known = new Set<string>();
  const walk = (id: string, path: readonly string[]): void => {
    expect(path).not.toContain(id);
    if (known.has(id)) return;
    const { inputs, origin } = explain(run, id);
    expect(inputs.length > 0 || origin !== undefined || explain(run, id).expression !== undefined).toBe(true);
    for (const input of inputs) walk(input.id, [...path, id]);
    known.add(id);
  };
  for (const id of ["L@5", "acc@5", "W.2.1.1@5", "b.1.2@5", "gW.1.2.1@5", "dW.1.1.1@4", "conf[2]@5"])
    walk(id, []);
  const leaves = [...known].filter((id) => explain(run, id).inputs.length === 0);
  expect(new Set(leaves.map((id) => id.replace(/[[.].*/, "").replace(/@.*/, "")))).toEqual(
    new Set(["x", "y", "h", "rng", "W"]),
  );
});

test("an update and a later edit are separate, each with its own numbers", () => {
  const chosen = {
    dataset: { name: "moons", points: 30, noise: 0.1, seed: 3 },
    optimizer: { name: "adam", learningRate: 0.03 },
    training: { epochs: 60, autoStop: false },
  };
  const edit = { at: 50, parameter: "W.1.1.1", value: 0.5 };
  const edited = finish({ ...chosen, changes: [edit, { at: 50, optimizer: { name: "sgd" } }] });
  const plain = createSession(parseExperiment({ version: 1, ...chosen }));
  while (plain.t < 49) plain.step();
  const [before, loss, gradient] = [plain.params.slice(), plain.loss, plain.gradient.slice()];
  plain.step();
  // What the update did, as in the run in which nobody touched anything; and what the hand did.
  expect(explain(edited, "dW.1.1.1@50").value).toBe(plain.params[0]! - before[0]!);
  expect(explain(edited, "W.1.1.1@50-").value).toBe(plain.params[0]);
  expect(explain(edited, "W.1.1.1@50").value).toBe(0.5);
  expect(explain(edited, "L@50-").value).toBe(plain.loss);
  expect(explain(edited, "dL@50").value).toBe(plain.loss - loss);
  const predicted = gradient.reduce((sum, g, i) => sum + g * (plain.params[i]! - before[i]!), 0);
  expect(explain(edited, "predicted@50").value).toBe(predicted);
  expect(explain(edited, "L@50").value).not.toBe(plain.loss);
  expect(explain(edited, "dL@50").symbols).toBe("\\Delta L = L_{50^-} - L_{49}");
  expect(explain(edited, "dL@49").symbols).toBe("\\Delta L = L_{49} - L_{48}");
  expect(explain(edited, "dW.1.1.2@50").symbols).toContain("{}_{,50} - W^{(1)}_{12}{}_{,49}");
  expect(explain(edited, "W.1.1.1@50").caption.text).toMatch(
    /^This weight was set by hand after update 50\. The update itself had made it /,
  );
  for (const id of ["L@49-", "W.1.1.1@0-", "a.1.1[1]@51-"]) {
    expect(() => explain(edited, id)).toThrow(/^Nothing was set by hand after update \d+, so /);
  }
  for (const id of [
    "gW.1.1.1@50-",
    "dW.1.1.1@50-",
    "m.W.1.1.1@50-",
    "h.learningRate@50-",
    "delta.1.1[1]@50-",
  ]) {
    expect(() => explain(edited, id)).toThrow(UnknownQuantity);
  }
});

test("what was set by hand before the first update has no moment before it", () => {
  const run = finish({
    dataset: { name: "xor" },
    training: { epochs: 2, autoStop: false },
    changes: [{ at: 0, parameter: "b.1.1", value: 0.5 }],
  });
  for (const stem of ["b.1.1", "W.1.1.1", "L", "p[1]"]) {
    expect(() => explain(run, `${stem}@0-`)).toThrow(
      refusal("UnknownQuantity", `${stem}@0- is before the start; the run starts from ${stem}@0.`),
    );
  }
  expect(explain(run, "init.b.1.1").usedBy).toEqual([]);
});

test("the loss of an almost certainly correct prediction isn't 0 on a calculator", () => {
  const parameters = [{ weight: [[0, 0]], bias: [-40] }];
  const run = finish({
    dataset: { name: "custom", samples: [[1, 1, 0]] },
    network: { hidden: [], initializer: { name: "given", parameters } },
    training: { epochs: 0 },
  });
  expect(explain(run, "ell[1]@0").numbers!.text).toBe("0 - (-40) * 0 + exp(-40) = 4.248e-18");
});

test("an operator with too few or too many operands is refused", () => {
  expect(() => evaluate(["-", 1], () => 0)).toThrow("- takes 2 operands; it has 1.");
  expect(() => evaluate(["sqrt", 1, 2], () => 0)).toThrow(RangeError);
  expect(evaluate(["max", 3], () => 0)).toBe(3);
});

describe("an unknown id gives an error message that shows a valid one", () => {
  const run = finish({
    dataset: { name: "xor" },
    network: { hidden: [{ units: 2, activation: "tanh" }] },
    optimizer: { name: "sgd", learningRate: 0.1 },
    training: { epochs: 5, autoStop: false },
  });
  test.each([
    ["nonsense", /recognize the id “nonsense”\. Ids look like W\.1\.2\.1@42/],
    ["L@6", /L@6 is after the end of the run, which has 5 updates\. The last loss is L@5/],
    [
      "W.3.1.1@0",
      /This 2-2-1 network has no parameter W\.3\.1\.1\. Two that it has are W\.1\.1\.1 and b\.1\.1/,
    ],
    ["a.1.3[1]@0", /a\.1\.3\[1\]@0 names a neuron that this 2-2-1 network doesn’t have/],
    ["p[5]@0", /There is no point 5; the points are \[1\] to \[4\]/],
    ["p[probe 1]@0", /\[probe 1\] doesn’t fit data with 2 inputs/],
    ["p[probe one,2]@0", /\[probe one,2\] isn’t a point/],
    ["ell[probe 0,0]@0", /Only points of the data have labels/],
    ["m.W.1.1.1@3", /sgd keeps no state, so there is no m\.W\.1\.1\.1@3\. Its step is dW\.1\.1\.1@3/],
    ["dW.1.1.1@0", /dW\.1\.1\.1@0 is before the first update; the first is dW\.1\.1\.1@1/],
    ["h.momentum@0", /sgd has no setting momentum@0/],
    ["rng.99", /rng\.99 was never drawn; this run drew rng\.1 to rng\.9/],
    ["p[cell 41,1,40]@0", /A picture of 40 by 40 cells has no cell 41,1/],
  ])("%s", (id, sentence) => {
    expect(() => explain(run, id)).toThrow(sentence);
    expect(() => explain(run, id)).toThrow(UnknownQuantity);
  });
});

test("the paths of the chain rule add up to the gradient of the sample", () => {
  fc.assert(
    fc.property(anyRun, fc.nat(1000), fc.integer({ min: 1, max: 9 }), fc.nat(1000), (run, i, s, epoch) => {
      const t = epoch % (run.last + 1);
      const name = parameterId(run.network, i % run.network.size);
      const values = pathsOf(run.network, name).map(
        (through) => explain(run, `path.${[name, ...through].join(">")}[${s}]@${t}`).value,
      );
      const sizes = values.reduce((sum, value) => sum + Math.abs(value), 0);
      const sum = values.reduce((all, value) => all + value, 0);
      expect(Math.abs(sum - explain(run, `g${name}[${s}]@${t}`).value)).toBeLessThanOrEqual(1e-13 * sizes);
    }),
    { numRuns: 300 },
  );
});

test("there is one path for every choice of a unit in each later hidden layer", () => {
  const run = finish({
    dataset: { name: "xor" },
    network: {
      hidden: [3, 4, 2].map((units) => ({ units, activation: "tanh" })),
      initializer: { name: "torch", seed: 5 },
    },
    training: { epochs: 1, autoStop: false },
  });
  expect(pathsOf(run.network, "W.1.2.1")).toHaveLength(8);
  expect(pathsOf(run.network, "b.2.4")).toEqual([[1], [2]]);
  expect(pathsOf(run.network, "W.3.1.1")).toEqual([[]]);
  expect(pathsOf(run.network, "W.4.1.2")).toEqual([[]]);
  expect(() => explain(run, "path.W.1.2.1>5>1[1]@0")).toThrow("like path.W.1.2.1>1>1[1]@0");
  expect(() => explain(run, "norm.5@0")).toThrow("layers are 1 to 4");
});

test("a layer's size is the length of its parameters as one vector", () => {
  fc.assert(
    fc.property(anyRun, fc.nat(1000), (run, epoch) => {
      const t = epoch % (run.last + 1);
      const { params, gradient } = run.at(t);
      run.network.layers.forEach(({ weight, bias, fanOut }, i) => {
        const w = params.slice(weight, bias + fanOut);
        const g = gradient.slice(weight, bias + fanOut);
        expect(explain(run, `norm.${i + 1}@${t}`).value).toBeCloseTo(Math.hypot(...w), 12);
        expect(explain(run, `gnorm.${i + 1}@${t}`).value).toBeCloseTo(Math.hypot(...g), 12);
        expect(explain(run, `grms.${i + 1}@${t}`).value).toBeCloseTo(
          Math.hypot(...g) / Math.sqrt(g.length),
          12,
        );
      });
    }),
    { numRuns: 50 },
  );
});

test("the caption of an activation, and of its slope, says which case holds", () => {
  const captions = (activation: string): readonly [positive: string, negative: string][] => {
    const run = finish({
      dataset: {
        name: "custom",
        samples: [
          [1, 0.5, 1],
          [0.5, 1, 0],
        ],
      },
      network: {
        hidden: [{ units: 2, activation }],
        initializer: {
          name: "given",
          parameters: [
            {
              weight: [
                [1, 0],
                [-1, 0],
              ],
              bias: [0, 0],
            },
            { weight: [[1, 1]], bias: [0] },
          ],
        },
      },
      training: { epochs: 1 },
    });
    return (["a", "slope"] as const).map((kind) => [
      explain(run, `${kind}.1.1[1]@0`).caption.text,
      explain(run, `${kind}.1.2[1]@0`).caption.text,
    ]);
  };
  expect(captions("relu")).toEqual([
    [
      expect.stringContaining("Its z is positive, so ReLU passes it on unchanged."),
      expect.stringContaining("Its z isn’t positive, so ReLU outputs 0."),
    ],
    [expect.stringContaining("ReLU’s slope is 1."), expect.stringContaining("ReLU’s slope is 0.")],
  ]);
  expect(captions("leakyRelu")).toEqual([
    [
      expect.stringContaining("Its z is positive, so leaky ReLU passes it on unchanged."),
      expect.stringContaining("Its z isn’t positive, so leaky ReLU multiplies it by 0.01."),
    ],
    [
      expect.stringContaining("leaky ReLU’s slope is 1."),
      expect.stringContaining("leaky ReLU’s slope is 0.01."),
    ],
  ]);
  for (const [positive, negative] of captions("identity")) {
    expect(positive).toMatch(/identity/);
    expect(negative).toMatch(/identity/);
  }
});

test("where Adam started later than the run, the caption of its bias-corrected state says when", () => {
  const run = finish({
    dataset: { name: "xor" },
    optimizer: defaultChoice("sgd"),
    training: { epochs: 40, autoStop: false },
    changes: [{ at: 10, optimizer: defaultChoice("adam") }],
  });
  const started = (t: number): string => explain(run, `mhat.W.1.1.1@${t}`).caption.text;
  expect(started(11)).toMatch(/ Adam started at update 11, so this is its 1st update\.$/);
  expect(started(12)).toMatch(/its 2nd update\.$/);
  expect(started(14)).toMatch(/its 4th update\.$/);
  expect(started(21)).toMatch(/its 11th update\.$/);
  expect(started(31)).toMatch(/its 21st update\.$/);
  const adam = finish({ dataset: { name: "xor" }, training: { epochs: 4, autoStop: false } });
  expect(explain(adam, "mhat.W.1.1.1@4").caption.text).not.toMatch(/started at update/);
});

test("a line that prints only the largest terms of a sum says how many others its last numbers add up", () => {
  const run = finish({ dataset: { name: "moons", points: 30 }, training: { epochs: 5, autoStop: false } });
  for (const id of ["L@3", "acc@3", "gW.1.1.1@3"]) {
    expect(explain(run, id).numbers!.others).toEqual({ terms: 27, numbers: 1 });
  }
  expect(explain(run, "norm.1@3").numbers!.others).toEqual({ terms: 9, numbers: 1 });
  expect(explain(run, "z.1.1[1]@3").numbers!.others).toBeUndefined();
  const few = finish({ dataset: { name: "xor" }, training: { epochs: 5, autoStop: false } });
  expect(explain(few, "L@3").numbers!.others).toBeUndefined();
});

test("a caption says where a number overflowed, and what follows from it", () => {
  const run = finish({
    dataset: {
      name: "custom",
      samples: [
        [1, 1, 1],
        [0, 0, 0],
      ],
    },
    network: {
      hidden: [{ units: 1, activation: "tanh" }],
      initializer: {
        name: "given",
        parameters: [
          { weight: [[1e308, 1e308]], bias: [0] },
          { weight: [[1]], bias: [0] },
        ],
      },
    },
  });
  expect(run.last).toBe(0);
  expect(explain(run, "z.1.1[1]@0").caption.text).toMatch(/ It overflowed: a number here is too large/);
  expect(explain(run, "a.1.1[1]@0").caption.text).toMatch(/ It’s computed from a number that overflowed/);
  for (const id of ["x[1].1", "W.1.1.1@0", "z.1.1[2]@0", "a.1.1[2]@0"]) {
    expect(explain(run, id).caption.text).not.toMatch(/overflowed/);
  }
});

/** The sentence that refuses an id; empty where it's explained. */
function refusalOf(run: Run, id: string): string {
  try {
    explain(run, id);
    return "";
  } catch (error) {
    if (error instanceof UnknownQuantity) return error.message;
    throw error;
  }
}

test("a sentence that refuses an id names one that exists", () => {
  const ofRun = "dL predicted dW.1.1.1 m.W.1.1.1 q.W.1.1.1 mhat.b.1.1 batch.99 norm.9 Ltest".split(" ");
  const ofPoint = "z.9.1 slope.9.1 slope.1.1 slope.2.1 delta.9.9 path.W.1.1.1>9 path.W.1.1.1>1>1 p".split(
    " ",
  );
  const points = ["1", "9", "probe 0.2,0.7", "cell 41,1,40"];
  const ids = [...ofRun, ...ofPoint.flatMap((name) => points.map((point) => `${name}[${point}]`))];
  let named = 0;
  for (const hidden of [[], [{ units: 2, activation: "relu" }]]) {
    for (const name of names) {
      for (const epochs of [0, 3]) {
        const run = finish({
          dataset: { name: "xor" },
          network: { hidden },
          optimizer: defaultChoice(name),
          training: { epochs },
        });
        for (const id of [0, epochs, epochs + 1].flatMap((t) => ids.map((stem) => `${stem}@${t}`))) {
          const [, ...advice] = refusalOf(run, id).split(/; |, as in /);
          for (const [other] of advice.join(" ").matchAll(/[A-Za-z][\w.>]*(?:\[[^\]]+\])?@\d+/g)) {
            named += 1;
            expect({ id, other, refusal: refusalOf(run, other) }).toEqual({ id, other, refusal: "" });
          }
        }
      }
    }
  }
  expect(named).toBeGreaterThan(200);
});

test("a single point is counted as one", () => {
  const run = finish({
    dataset: { name: "custom", samples: [[0.5, 0.5, 1]] },
    training: { epochs: 2, autoStop: false },
  });
  for (const id of ["L@1", "Lbatch@1", "gW.1.1.1@1"]) {
    expect(explain(run, id).caption.text).toMatch(/the only point/);
  }
  const drawn = finish({
    dataset: { name: "moons", points: 8 },
    training: { epochs: 1, autoStop: false, batch: { size: 1, seed: 0 } },
  });
  expect(explain(drawn, "Lbatch@1").caption.text).toMatch(/The loss of the only point in the next batch/);
});

test("a rescaled number of the data is also said in the data's own unit", () => {
  const dataset = { name: "penguins", columns: [1, 3], target: "body mass" };
  const run = finish({ dataset, network: { hidden: [] }, training: { epochs: 0 } });
  const rows = readFileSync(new URL("../data/penguins.csv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split(","))
    .filter((row) => row.slice(2, 6).every((cell) => cell !== "NA"));
  for (const [i, [, , billLength, , flipperLength, bodyMass]] of rows.entries()) {
    expect(explain(run, `x[${i + 1}].1`).caption.text).toContain(`it’s ${billLength}, rescaled`);
    expect(explain(run, `x[${i + 1}].2`).caption.text).toContain(`it’s ${flipperLength}, rescaled`);
    expect(explain(run, `y[${i + 1}].1`).caption.text).toContain(`it’s ${bodyMass}, rescaled`);
  }
  expect(
    explain(finish({ dataset: { name: "moons" }, training: { epochs: 0 } }), "x[1].1").caption.text,
  ).toBe("Input 1 of point 1. This number comes straight from the data.");
});
