/** Networks beyond one sigmoid, against closed forms and definitions. */
import fc from "fast-check";
import {
  createRecording,
  createRun,
  createSession,
  draw,
  explain,
  featuresOf,
  heads,
  ids,
  parameterId,
  parseExperiment,
  pathsOf,
  type Picture,
  pictureOf,
  rowOf,
  type Run,
  type Session,
  trace,
  valueOf,
} from "@neural-viz/engine";
import { describe, expect, test } from "vitest";
import { spread } from "./arbitraries.ts";
import { lossByHand } from "./byHand.ts";

function trained(experiment: object): Session {
  const session = createSession(parseExperiment({ version: 1, ...experiment }));
  while (session.stopped === undefined) session.step();
  return session;
}

function recorded(experiment: object, updates: number): Run {
  const recording = createRecording(parseExperiment({ version: 1, ...experiment }));
  while (recording.live.stopped === undefined && recording.live.t < updates) recording.step();
  return createRun(recording);
}

const sgd = (learningRate: number) => ({ name: "sgd", learningRate });
const none = { hidden: [], initializer: { name: "zeros" } };
const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, v) => sum + v, 0) / values.length;

describe("a line fitted to points", () => {
  const xs = [0.1, 0.3, 0.4, 0.8, 0.9];
  const ys = [0.2, 0.1, 0.6, 0.7, 1.1];
  const dataset = { name: "custom", inputs: 1, targets: "values", samples: xs.map((x, s) => [x, ys[s]!]) };
  const [mx, my] = [mean(xs), mean(ys)];
  const covariance = mean(xs.map((x, s) => (x - mx) * (ys[s]! - my)));
  const variance = mean(xs.map((x) => (x - mx) ** 2));
  const run = { dataset, network: none, optimizer: sgd(0.5), training: { epochs: 4000, autoStop: false } };

  test("gradient descent ends at least squares, and R² is the square of the correlation", () => {
    const { params, loss, experiment } = trained(run);
    const slope = covariance / variance;
    expect(params[0]).toBeCloseTo(slope, 9);
    expect(params[1]).toBeCloseTo(my - slope * mx, 9);
    const spreadOfY = mean(ys.map((y) => (y - my) ** 2));
    expect(loss).toBeCloseTo(spreadOfY - covariance ** 2 / variance, 12);
    const asked = recorded(experiment, 4000);
    expect(valueOf(asked, "r2@4000")).toBeCloseTo(covariance ** 2 / (variance * spreadOfY), 9);
    expect(valueOf(asked, "rmse@4000")).toBeCloseTo(Math.sqrt(loss), 12);
    expect(valueOf(asked, "Lmean")).toBeCloseTo(spreadOfY, 12);
    expect(valueOf(asked, "r2@0")).toBeCloseTo(1 - mean(ys.map((y) => y * y)) / spreadOfY, 9);
  });

  test("with L2 it ends at ridge regression, and with a strong L1 at no slope at all", () => {
    const ridge = trained({ ...run, regularization: { l2: 0.3 } });
    // d/dw of mean (w x + b − y)² + 0.15 w² is 0 at w = 2 cov / (2 var + 0.3).
    expect(ridge.params[0]).toBeCloseTo((2 * covariance) / (2 * variance + 0.3), 9);
    expect(ridge.params[1]).toBeCloseTo(my - ridge.params[0]! * mx, 9);
    expect(ridge.objective).toBeCloseTo(ridge.loss + 0.15 * ridge.params[0]! ** 2, 12);
    // |∂L/∂w| at w = 0 is 2 cov; a stronger pull keeps w within one step of 0.
    const lasso = trained({ ...run, optimizer: sgd(0.01), regularization: { l1: 2 * covariance + 0.1 } });
    expect(Math.abs(lasso.params[0]!)).toBeLessThan(0.01);
  });

  test("half the squared error halves the loss, doubles the steps it takes, and has the same RMSE and R²", () => {
    const half = { ...none, output: { activation: "identity", loss: "squaredError" } };
    const one = recorded({ ...run, optimizer: sgd(0.2) }, 30);
    const other = recorded({ ...run, network: half, optimizer: sgd(0.4) }, 30);
    for (const t of [0, 7, 30]) {
      expect(valueOf(other, `L@${t}`)).toBeCloseTo(valueOf(one, `L@${t}`) / 2, 12);
      expect(valueOf(other, `rmse@${t}`)).toBeCloseTo(valueOf(one, `rmse@${t}`), 12);
      expect(valueOf(other, `r2@${t}`)).toBeCloseTo(valueOf(one, `r2@${t}`), 12);
    }
  });

  test("it stops by itself where the loss is below a thousandth of that of the mean, and not before", () => {
    const straight = { ...dataset, samples: xs.map((x) => [x, 3 * x - 1]) };
    const stopped = trained({ ...run, dataset: straight, training: { epochs: 4000, autoStop: true } });
    expect(stopped.stopped?.reason).toBe("converged-loss");
    const limit = 0.001 * 9 * variance;
    expect(stopped.loss).toBeLessThan(limit);
    expect(stopped.losses.at(-2)).toBeGreaterThanOrEqual(limit);
    expect(trained({ ...run, training: { epochs: 400, autoStop: true } }).stopped?.reason).toBe("epochs");
  });

  test("targets that are all the same have no R², and a sentence says so", () => {
    const flat = recorded({ ...run, dataset: { ...dataset, samples: xs.map((x) => [x, 0.1]) } }, 3);
    expect(() => explain(flat, "r2@3")).toThrow(/nothing to explain and no r2@3\. The error is rmse@3/);
    expect(valueOf(flat, "rmse@0")).toBeCloseTo(0.1, 12);
  });
});

describe("softmax", () => {
  const blobs = { name: "blobs", classes: 3, points: 30, noise: 0.02, seed: 5 };

  test("without weights every class has the probability 1/K, the loss is ln K, and the confidence is 0", () => {
    for (const classes of [2, 3, 4]) {
      const run = recorded({ dataset: { ...blobs, classes }, network: none }, 0);
      expect(valueOf(run, "L@0")).toBeCloseTo(Math.log(classes), 14);
      expect(valueOf(run, "p[4].2@0")).toBeCloseTo(1 / classes, 15);
      expect(valueOf(run, "conf[4]@0")).toBeCloseTo(0, 15);
      expect(valueOf(run, "Z[4]@0")).toBe(classes);
    }
  });

  test("two classes with weights w₁ and w₂ are one sigmoid with w₂ − w₁", () => {
    const dataset = { ...blobs, classes: 2 };
    const { network, train } = createSession(parseExperiment({ version: 1, dataset }));
    const numbers = spread(3);
    for (let i = 0; i < 20; i++) {
      const params = numbers(network.size);
      const x = rowOf(train.features, i);
      const { z, outputs } = trace(network, params, x);
      const [z1, z2] = [...z.at(-1)!];
      expect(outputs[1]).toBeCloseTo(1 / (1 + Math.exp(-(z2! - z1!))), 14);
    }
  });

  test("a run with every class over 95% confident for 50 epochs stops by that rule", () => {
    const session = createSession(
      parseExperiment({
        version: 1,
        dataset: { ...blobs, noise: 0 },
        network: { hidden: [{ units: 6, activation: "tanh" }], initializer: { name: "torch", seed: 2 } },
        optimizer: { name: "adam", learningRate: 0.03 },
        training: { epochs: 5000, autoStop: true },
      }),
    );
    let streak = 0;
    let reached: number | undefined;
    for (;;) {
      const sure = Array.from({ length: 30 }, (_, s) => {
        const p = session.outputs.map((column) => column[s]!);
        const best = Math.max(...p);
        return session.samples.targets[p.indexOf(best)]![s] === 1 && (best - 1 / 3) / (2 / 3) > 0.95;
      }).every(Boolean);
      streak = sure ? streak + 1 : 0;
      if (streak === 50) reached = session.t;
      if (session.stopped !== undefined) break;
      session.step();
    }
    expect(session.stopped).toEqual({ reason: "converged-confidence", t: reached });
  });
});

test("squared losses of labels have no confidence rule: they stop below 0.001", () => {
  for (const [dataset, activation] of [
    [{ name: "and" }, "sigmoid"],
    [{ name: "blobs", points: 12, noise: 0, seed: 1 }, "sigmoid"],
  ] as const) {
    const session = trained({
      dataset,
      network: {
        hidden: [],
        output: { activation, loss: "squaredError" },
        initializer: { name: "torch", seed: 1 },
      },
      optimizer: { name: "adam", learningRate: 0.3 },
      training: { epochs: 20_000, autoStop: true },
    });
    expect(session.stopped?.reason).toBe("converged-loss");
    expect(session.loss).toBeLessThan(0.001);
    expect(session.losses.at(-2)).toBeGreaterThanOrEqual(0.001);
    const run = recorded({ dataset, network: { hidden: [], output: { loss: "mse" } } }, 1);
    expect(() => explain(run, "conf[1]@0")).toThrow(/Only cross-entropy has a confidence/);
  }
});

/** One experiment for each head, with points held out and mini-batches. */
const everyHead = heads.map((head) => {
  const { targets, activation, loss } = head;
  const name = { binary: "moons", classes: "pinwheel", values: "hills" }[targets];
  const experiment = {
    dataset: { name, points: 22, noise: 0.1, seed: 8 },
    split: { test: 0.3, seed: 4 },
    network: {
      features: ["x1", "x2", "x1*x2", "sin(2*pi*x1)"],
      hidden: [
        { units: 3, activation: "tanh" },
        { units: 2, activation: "leakyRelu" },
      ],
      output: { activation, loss },
      initializer: { name: "torch", seed: 6 },
    },
    regularization: { l1: 0.001, l2: 0.01 },
    optimizer: { name: "nesterov", learningRate: 0.05, momentum: 0.8 },
    training: { epochs: 6, autoStop: false, batch: { size: 4, seed: 3 } },
    changes: [{ at: 5, parameter: "W.2.1.2", value: 0.3 }],
  };
  return [`${targets}, ${activation}, ${loss}`, experiment, head] as const;
});

describe.each(everyHead)(
  "%s, with held-out points, batches, features and penalties",
  (_, experiment, head) => {
    test("outputs, losses, accuracy and objective are those of the definition at every moment", () => {
      const session = createSession(parseExperiment({ version: 1, ...experiment }));
      const { network, samples, split } = session;
      while (session.stopped === undefined) {
        const losses = Array.from({ length: samples.count }, (_unused, s) => {
          const features = featuresOf(network.features, rowOf(samples.inputs, s));
          const { z, outputs } = trace(network, session.params, features);
          outputs.forEach((value, j) => expect(session.outputs[j]![s]).toBe(value));
          return lossByHand(head, [...z.at(-1)!], [...rowOf(samples.targets, s)]);
        });
        const over = (indices: Iterable<number>): number => mean([...indices].map((s) => losses[s]!));
        expect(session.loss).toBeCloseTo(over(split.train), 11);
        expect(session.test?.loss).toBeCloseTo(over(split.test), 11);
        expect(session.batchLoss).toBeCloseTo(over(session.batches.at(session.t)), 11);
        const weights = network.layers.flatMap(({ weight, bias }) =>
          Array.from(session.params.subarray(weight, bias)),
        );
        const penalty = weights.reduce((sum, w) => sum + 0.001 * Math.abs(w) + 0.005 * w * w, 0);
        expect(session.penalty).toBeCloseTo(penalty, 12);
        expect(session.objective).toBe(session.loss + session.penalty);
        expect(session.objectives.at(-1)).toBe(session.objective);
        session.step();
      }
      expect(session.objectives).toHaveLength(session.t + 1);
    });

    test("every path of the chain rule ends at an output, and all together are the gradient of the point", () => {
      const run = recorded(experiment, 7);
      const s = run.split.train[2]! + 1;
      for (const name of Array.from({ length: run.network.size }, (_unused, i) =>
        parameterId(run.network, i),
      )) {
        const paths = pathsOf(run.network, name).map((through) =>
          valueOf(run, ids.path.of(name, through, s, 7)),
        );
        const total = paths.reduce((sum, value) => sum + value, 0);
        const gradient = valueOf(run, ids.gradient.of(name, 7, s));
        expect(Math.abs(total - gradient)).toBeLessThan(1e-13);
      }
      const outputs = run.network.layers.at(-1)!.fanOut;
      expect(pathsOf(run.network, "W.1.1.1")).toHaveLength(2 * outputs);
    });
  },
);

describe("pictures", () => {
  const experiments = {
    "one input": { dataset: { name: "sine", points: 10 } },
    "two inputs in a box of their own": {
      dataset: {
        name: "custom",
        targets: "values",
        domain: [
          [-3, 5],
          [10, 11],
        ],
        samples: [
          [0, 10.5, 1],
          [4, 10.1, 2],
        ],
      },
    },
    "three inputs": { dataset: { name: "iris", columns: [4, 1, 3] } },
    "four inputs": { dataset: { name: "penguins", columns: [1, 2, 3, 4] } },
  };

  test.each(Object.entries(experiments))(
    "%s: a cell is the forward pass at its center, bit for bit",
    (_, given) => {
      const hidden = { hidden: [{ units: 3, activation: "tanh" }], initializer: { name: "torch", seed: 3 } };
      const run = recorded({ ...given, network: hidden, training: { epochs: 4 } }, 4);
      const { params } = run.at(4);
      const { inputs } = run.samples;
      const many = inputs.length > 2;
      const through = rowOf(inputs, 1);
      const usual = pictureOf(run.experiment.dataset);
      const picture: Picture = many ? { ...usual, axes: [3, 1], through: [...through] } : usual;
      const size = 9;
      const { outputs, maps } = draw(run.network, params, picture, size, true);
      expect(outputs[0]).toHaveLength(inputs.length === 1 ? size : size * size);
      for (const [row, column] of [
        [0, 0],
        [0, 8],
        [3, 5],
        [8, 2],
      ] as const) {
        const cell = inputs.length === 1 ? column : row * size + column;
        const at = inputs.length === 1 ? `${column + 1},${size}` : `${row + 1},${column + 1},${size}`;
        const point = `[cell ${at}${many ? " 3,1 2" : ""}]`;
        const x = inputs.map((_unused, k) => valueOf(run, `x${point}.${k + 1}`));
        const share = (k: number, of: number): number => {
          const [low, high] = usual.domain[k]!;
          return low + (high - low) * of;
        };
        const expected = [...through];
        expected[picture.axes[0] - 1] = share(picture.axes[0] - 1, (column + 0.5) / size);
        if (picture.axes[1] !== undefined) {
          expected[picture.axes[1] - 1] = share(picture.axes[1] - 1, 1 - (row + 0.5) / size);
        }
        x.forEach((value, k) => expect(value).toBeCloseTo(expected[k]!, 14));
        const seen = trace(run.network, params, x);
        seen.outputs.forEach((value, j) => {
          const id = run.samples.kind === "values" ? `yhat${point}.${j + 1}@4` : `p${point}.${j + 1}@4`;
          expect(outputs[j]![cell]).toBe(value);
          expect(valueOf(run, id)).toBe(value);
        });
        seen.a[0]!.forEach((value, j) => expect(maps[j]![cell]).toBe(Math.fround(value)));
      }
    },
  );

  test("points that don't fit the inputs are refused in a sentence", () => {
    const one = recorded({ dataset: { name: "sine", points: 10 } }, 0);
    const four = recorded({ dataset: { name: "penguins", columns: [1, 2, 3, 4] } }, 0);
    for (const [run, id, sentence] of [
      [
        one,
        "yhat[probe 0.1,0.2].1@0",
        /doesn’t fit data with 1 input\. Write \[probe 0\.2\] or \[cell 1,40\]/,
      ],
      [one, "yhat[cell 1,1,9].1@0", /doesn’t fit data with 1 input/],
      [one, "yhat[cell 10,9].1@0", /A picture of 9 cells has no cell 10/],
      [four, "p[cell 1,1,9].1@0", /doesn’t fit data with 4 inputs/],
      [four, "p[cell 1,1,9 1,1 2].1@0", /doesn’t fit data with 4 inputs/],
      [four, "p[cell 1,1,9 1,2 999].1@0", /There is no point 999/],
      [four, "p[3]@0", /isn’t an output of this network. One that it has is p\[3\]\.1@0/],
      [four, "yhat[3].1@0", /isn’t an output/],
      [four, "p[3].4@0", /isn’t an output/],
      [four, "x[3].5", /Neural-Viz doesn’t recognize the id/],
      [one, "x[3].2", /isn’t an input of these data; they have 1 input/],
      [one, "f[3].1", /is a raw input\. Write x\[3\]\.1/],
      [one, "y[3]", /values, not labels\. The first one of this point is y\[3\]\.1/],
      [one, "acc@0", /The error is rmse@0/],
      [four, "rmse@0", /The accuracy is acc@0/],
      [one, "J@0", /no regularization/],
      [one, "h.l2@0", /no regularization/],
      [one, "Z[1]@0", /isn’t a softmax/],
    ] as const) {
      expect(() => explain(run, id)).toThrow(sentence);
    }
  });
});

test("where numbers overflow, the first one is named: a feature, the loss, the penalty", () => {
  const broken = (experiment: object) =>
    createSession(parseExperiment({ version: 1, ...experiment })).stopped;
  const huge = {
    name: "custom",
    inputs: 1,
    targets: "values",
    samples: [
      [1, 2],
      [1e200, 3],
    ],
  };
  expect(broken({ dataset: huge, network: { ...none, features: ["x1", "x1^2"] } })).toEqual({
    reason: "diverged",
    t: 0,
    id: "f[2].2",
  });
  const large = { name: "given", parameters: [{ weight: [[1e155]], bias: [0] }] };
  const line = { name: "custom", inputs: 1, targets: "values", samples: [[1, 2]] };
  expect(broken({ dataset: line, network: { hidden: [], initializer: large } })).toMatchObject({
    id: "ell[1]@0",
  });
  const xor = { name: "given", parameters: [{ weight: [[1e155, 0]], bias: [0] }] };
  expect(
    broken({
      dataset: { name: "xor" },
      network: { hidden: [], initializer: xor },
      regularization: { l2: 1 },
    }),
  ).toMatchObject({ id: "R@0" });
});

test("decimals round what was drawn, weights and data alike, to the nearest number with so many digits", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6 }), fc.nat(1000), (decimals, seed) => {
      const network = { hidden: [{ units: 3, activation: "tanh" }] };
      const at = (initializer: object) =>
        createSession(parseExperiment({ version: 1, network: { ...network, initializer } })).params;
      const plain = at({ name: "torch", seed });
      const rounded = at({ name: "torch", seed, decimals });
      rounded.forEach((w, i) => {
        expect(w).toBe(Number(w.toFixed(decimals)));
        expect(Math.abs(w - plain[i]!)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-15);
      });
    }),
    { numRuns: 40 },
  );
});
