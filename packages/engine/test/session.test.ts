import { expect, test } from "vitest";
import {
  createSession,
  defaultExperiment,
  draw,
  type Experiment,
  parseExperiment,
  pictureOf,
  type Session,
  stalled,
  trace,
} from "@neural-viz/engine";

const xor = (patch: object = {}): Experiment =>
  parseExperiment({
    version: 1,
    dataset: { name: "xor" },
    network: {
      hidden: [{ units: 4, activation: "tanh" }],
      initializer: { name: "torch", seed: 3 },
    },
    optimizer: { name: "adam", learningRate: 0.05 },
    training: { epochs: 300, autoStop: false },
    ...patch,
  });

function run(experiment: Experiment): Session {
  const session = createSession(experiment);
  while (session.stopped === undefined) session.step();
  return session;
}

test("the first view: at least 98% correct by epoch 100, and stopped by a real rule by epoch 300", () => {
  const session = createSession(defaultExperiment);
  expect(session.samples.count).toBe(200);
  expect(Math.abs(session.correct! - 100)).toBeLessThanOrEqual(20);
  while (session.t < 100) session.step();
  expect(session.correct).toBeGreaterThanOrEqual(196);
  while (session.stopped === undefined) session.step();
  expect(session.stopped.reason).toMatch(/^converged/);
  expect(session.t).toBeLessThanOrEqual(300);
});

test("the same experiment gives the same bits", () => {
  const [a, b] = [run(xor()), run(xor())];
  expect(a.params).toEqual(b.params);
  expect(a.losses).toEqual(b.losses);
});

test("losses hold L after 0 … t updates, and the run ends at its limit", () => {
  const session = run(xor());
  expect(session.stopped).toEqual({ reason: "epochs", t: 300 });
  expect(session.losses.length).toBe(301);
  expect(session.losses.at(-1)).toBe(session.loss);
  session.step();
  expect(session.t).toBe(300);
});

test("no epochs means no update", () => {
  const session = run(xor({ training: { epochs: 0 } }));
  expect(session.params).toEqual(session.initialParams);
});

test("a run stops at the first epoch whose loss is below 0.001", () => {
  const free = run(xor({ training: { epochs: 3000, autoStop: false } }));
  const first = free.losses.findIndex((loss) => loss < 0.001);
  const confident = createSession(xor({ training: { epochs: 3000, autoStop: true } }));
  while (confident.stopped === undefined) confident.step();
  expect(confident.t).toBeLessThanOrEqual(first);
  expect(confident.losses).toEqual(free.losses.subarray(0, confident.t + 1));
});

test("a run stops after 50 epochs with every point correct and over 95% confident", () => {
  const session = createSession(xor({ training: { epochs: 3000, autoStop: true } }));
  let streak = 0;
  let reached: number | undefined;
  for (;;) {
    const sure = [0, 1, 1, 0].every((label, s) => {
      const p = session.outputs[0]![s]!;
      return p > 0.5 === (label === 1) && Math.abs(p - 0.5) * 2 > 0.95;
    });
    streak = sure ? streak + 1 : 0;
    if (streak === 50) reached = session.t;
    if (session.stopped !== undefined) break;
    session.step();
  }
  expect(session.stopped).toEqual({ reason: "converged-confidence", t: reached });
});

test("a weight edited by hand is in force from its epoch on", () => {
  const edited = run(xor({ changes: [{ at: 10, parameter: "W.1.2.1", value: 3 }] }));
  const plain = run(xor());
  expect(edited.losses.subarray(0, 10)).toEqual(plain.losses.subarray(0, 10));
  expect(edited.losses[10]).not.toBe(plain.losses[10]);
});

test("a higher limit lets a finished run go on, to the same numbers as a run with that limit", () => {
  const session = run(xor());
  session.changeTraining({ epochs: 500, autoStop: false });
  while (session.stopped === undefined) session.step();
  expect(session.params).toEqual(run(xor({ training: { epochs: 500, autoStop: false } })).params);
});

test("divergence names the first number that is not finite, and its epoch", () => {
  const session = run(
    xor({
      network: { hidden: [{ units: 4, activation: "relu" }], initializer: { name: "he", seed: 1 } },
      optimizer: { name: "sgd", learningRate: 100 },
      changes: [
        { at: 5, parameter: "b.2.1", value: 1.7e308 },
        { at: 5, parameter: "W.2.1.1", value: 1.7e308 },
        { at: 5, parameter: "W.1.1.1", value: 9 },
        { at: 5, parameter: "b.1.1", value: 9 },
      ],
    }),
  );
  expect(session.stopped).toEqual({ reason: "diverged", t: 5, id: "z.2.1[1]@5" });
  const { z } = trace(session.network, session.params, [0, 0]);
  expect([...z[0]!].every(Number.isFinite)).toBe(true);
  expect(Number.isFinite(z[1]![0]!)).toBe(false);
});

test("a number that is huge but finite does not stop the run", () => {
  const session = run(
    xor({
      optimizer: { name: "sgd", learningRate: 1e-3 },
      changes: [{ at: 1, parameter: "b.1.1", value: 1e60 }],
    }),
  );
  expect(session.stopped).toEqual({ reason: "epochs", t: 300 });
});

test("an overflow in the optimizer's state is named although the weights stay finite", () => {
  const session = run(
    parseExperiment({
      version: 1,
      dataset: {
        name: "custom",
        samples: [
          [1e200, 0, 1],
          [-1e200, 0, 1],
        ],
      },
      network: {
        hidden: [],
        initializer: { name: "given", parameters: [{ weight: [[1e-200, 0]], bias: [0] }] },
      },
      optimizer: { name: "adam", learningRate: 0.1 },
      training: { epochs: 5, autoStop: false },
    }),
  );
  expect(session.stopped).toEqual({ reason: "diverged", t: 1, id: "v.W.1.1.1@1" });
});

test("a run is stalled when the loss has hardly moved for a thousand epochs and points are still wrong", () => {
  const flat = Array.from({ length: 1001 }, () => 0.69);
  expect(stalled(flat, false)).toEqual({ fell: 0, epochs: 1000 });
  expect(stalled(flat, true)).toBeUndefined();
  expect(stalled(flat.slice(1), false)).toBeUndefined();
  expect(
    stalled(
      flat.map((loss, t) => loss - t * 1e-5),
      false,
    ),
  ).toBeUndefined();
});

test("a single neuron on XOR stalls at ln 2 and goes on", () => {
  const session = run(
    xor({ network: { hidden: [] }, optimizer: { name: "sgd", learningRate: 1 }, training: { epochs: 3000 } }),
  );
  expect(session.stopped?.reason).toBe("epochs");
  expect(session.loss).toBeCloseTo(Math.LN2, 6);
  expect(stalled(session.losses, false)).toBeDefined();
});

test("zero weights keep the units of a layer identical for ever", () => {
  const session = run(
    xor({ network: { hidden: [{ units: 3, activation: "sigmoid" }], initializer: { name: "zeros" } } }),
  );
  const [w] = [session.params];
  expect([w[0], w[1]]).toEqual([w[2], w[3]]);
  expect([w[0], w[1]]).toEqual([w[4], w[5]]);
});

test("a picture's cell is the forward pass at the cell's center, bit for bit, top row first", () => {
  const session = run(xor());
  const picture = pictureOf(session.experiment.dataset);
  const { outputs, maps } = draw(session.network, session.params, picture, 40, true);
  const boundary = outputs[0]!;
  expect([boundary.length, maps.length]).toEqual([1600, 4]);
  for (const [row, column] of [
    [0, 0],
    [0, 39],
    [39, 0],
    [17, 31],
  ] as const) {
    const cell = [(column + 0.5) / 40, 1 - (row + 0.5) / 40];
    const { a, outputs: seen } = trace(session.network, session.params, cell);
    expect(boundary[row * 40 + column]).toBe(seen[0]);
    a[0]!.forEach((value, j) => expect(maps[j]![row * 40 + column]).toBe(Math.fround(value)));
  }
});

test("every dataset is learned: 2-8-8-1 tanh with Adam 0.03 reaches 99 % by epoch 3000 for 9 of 10 seeds", () => {
  for (const name of ["circles", "moons", "spiral", "linear", "clusters"]) {
    let learned = 0;
    for (let seed = 0; seed < 10; seed++) {
      const session = createSession(
        parseExperiment({
          version: 1,
          dataset: { name, noise: 0, seed },
          network: {
            hidden: [
              { units: 8, activation: "tanh" },
              { units: 8, activation: "tanh" },
            ],
            initializer: { name: "torch", seed },
          },
          optimizer: { name: "adam", learningRate: 0.03 },
          training: { epochs: 3000, autoStop: false },
        }),
      );
      while (session.correct! < 198 && session.stopped === undefined) session.step();
      if (session.correct! >= 198) learned += 1;
    }
    expect({ name, enough: learned >= 9 }).toEqual({ name, enough: true });
  }
});

test("given weights of another shape than the network's are refused in a sentence", () => {
  const given = parseExperiment({
    version: 1,
    network: { hidden: [], initializer: { name: "given", parameters: [{ weight: [[20, 0]], bias: [0] }] } },
  });
  const other = {
    ...given,
    network: { ...given.network, hidden: [{ units: 2, activation: "tanh" as const }] },
  };
  expect(() => createSession(other)).toThrow(
    "network.initializer.parameters must be a list of 2 layers; it is a list of 1 value.",
  );
});
