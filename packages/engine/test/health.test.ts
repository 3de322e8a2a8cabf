import { describe, expect, test } from "vitest";
import {
  createRecording,
  createRun,
  createSession,
  type LayerHealth,
  layerHealth,
  type LinearParameters,
  parseExperiment,
  type Run,
  type Smallness,
  whySmall,
} from "@neural-viz/engine";

/** An untrained network with these parameters on these points. */
function runOf(
  activation: string,
  parameters: readonly LinearParameters[],
  samples: readonly (readonly [number, number, number])[],
): Run {
  return createRun(
    createRecording(
      parseExperiment({
        version: 1,
        dataset: { name: "custom", samples },
        network: {
          hidden: parameters.slice(0, -1).map(({ bias }) => ({ units: bias.length, activation })),
          initializer: { name: "given", parameters },
        },
      }),
    ),
  );
}

function healthOf(hidden: readonly object[]): LayerHealth[] {
  const session = createSession(
    parseExperiment({
      version: 1,
      dataset: { name: "circles", points: 60, noise: 0.05, seed: 3 },
      network: { hidden, initializer: { name: "torch", seed: 2 } },
    }),
  );
  return layerHealth(session.network, session.params, session.gradient, session.train);
}

describe("health", () => {
  test("a gradient's size in a layer is its root mean square, set against the output's", () => {
    const session = createSession(
      parseExperiment({ version: 1, dataset: { name: "moons", points: 20, noise: 0.1, seed: 1 } }),
    );
    const { network, params, gradient, train } = session;
    const layers = layerHealth(network, params, gradient, train);
    const rms = (from: number, to: number): number =>
      Math.hypot(...gradient.slice(from, to)) / Math.sqrt(to - from);
    expect(layers.map(({ size }) => size)).toEqual([
      expect.closeTo(rms(0, 12), 14),
      expect.closeTo(rms(12, 17), 14),
    ]);
    expect(layers[0]!.ratio).toBeCloseTo(rms(0, 12) / rms(12, 17), 12);
    expect(layers[1]!.ratio).toBe(1);
  });

  test("four layers of sigmoids let the gradient vanish, one layer of tanh does not", () => {
    const deep = healthOf(Array.from({ length: 4 }, () => ({ units: 8, activation: "sigmoid" })));
    expect(deep[0]!.verdict).toBe("vanishing");
    expect(deep[0]!.ratio).toBeLessThan(1e-3);
    expect(healthOf([{ units: 4, activation: "tanh" }]).map(({ verdict }) => verdict)).toEqual([
      "even",
      "even",
    ]);
  });

  test("large weights make the gradient explode", () => {
    // Two steps back multiply the blame by 100 each; the output's own gradients are about 1.
    const layer = (fanIn: number): LinearParameters => ({ weight: [Array(fanIn).fill(100)], bias: [0] });
    const run = runOf(
      "relu",
      [{ weight: [[1, 1]], bias: [-0.5195] }, layer(1), layer(1), { weight: [[1]], bias: [0] }],
      [
        [0.26, 0.26, 0],
        [0.1, 0.1, 1],
      ],
    );
    const { params, gradient } = run.at(0);
    const layers = layerHealth(run.network, params, gradient, run.data);
    expect(layers.map(({ verdict }) => verdict)).toEqual(["exploding", "even", "even", "even"]);
    expect(layers[0]!.units).toEqual([{ state: "active", saturatedSamples: 1, count: 2 }]);
  });

  test("units that are dead or saturated are counted in their layer", () => {
    const parameters = (bias: number): LinearParameters[] => [
      {
        weight: [
          [1, 0],
          [1, 0],
        ],
        bias: [bias, 0],
      },
      { weight: [[1, 1]], bias: [0] },
    ];
    const points = [
      [0.2, 0.5, 0],
      [0.9, 0.5, 1],
    ] as const;
    const states = (activation: string, bias: number): string[] => {
      const run = runOf(activation, parameters(bias), points);
      const { params, gradient } = run.at(0);
      return layerHealth(run.network, params, gradient, run.data)[0]!.units.map(({ state }) => state);
    };
    expect(states("relu", -5)).toEqual(["dead", "active"]);
    expect(states("tanh", 9)).toEqual(["saturated", "active"]);
  });
});

describe("why a gradient is small", () => {
  const one = (w: number, b: number, out: number, outBias: number): LinearParameters[] => [
    { weight: [[w, 0]], bias: [b] },
    { weight: [[out]], bias: [outBias] },
  ];
  const asked = (run: Run, name: string, s = 1): Smallness => whySmall(run, name, s, 0);

  test("fitted: the answer is all but the label", () => {
    const found = asked(runOf("tanh", one(0.5, 0.2, 0.5, 9), [[0.5, 0.5, 1]]), "W.1.1.1");
    expect(found.reasons).toEqual([{ reason: "fitted", samples: 1 }]);
    expect(found.here).toEqual(["fitted"]);
  });

  test("off: the ReLU is closed for one of two points", () => {
    const run = runOf("relu", one(1, -0.5, 0.5, 0), [
      [0.2, 0.5, 1],
      [0.9, 0.5, 0],
    ]);
    expect(asked(run, "W.1.1.1").reasons).toEqual([{ reason: "off", samples: 1 }]);
    expect(asked(run, "W.1.1.1", 1).here).toEqual(["off"]);
    expect(asked(run, "W.1.1.1", 2).here).toEqual([]);
  });

  test("saturated: the slope of tanh is all but 0", () => {
    const found = asked(runOf("tanh", one(1, 8, 0.5, 0), [[0.5, 0.5, 1]]), "b.1.1");
    expect(found.here).toEqual(["saturated"]);
  });

  test("silent: this input is near 0", () => {
    const found = asked(runOf("tanh", one(0.5, 0.2, 0.5, 0), [[0.001, 0.5, 1]]), "W.1.1.1");
    expect(found.here).toEqual(["silent"]);
  });

  test("balanced: what comes back through two weights cancels", () => {
    const run = runOf(
      "tanh",
      [
        { weight: [[0.5, 0.5]], bias: [0.1] },
        { weight: [[1], [1]], bias: [0, 0] },
        { weight: [[1, -1]], bias: [0] },
      ],
      [[0.5, 0.5, 1]],
    );
    expect(asked(run, "W.1.1.1").here).toEqual(["balanced"]);
  });

  test("canceled: the gradients of two points with opposite labels and equal inputs cancel", () => {
    const run = runOf("tanh", one(0.5, 0.2, 0.5, 0), [
      [0.5, 0.5, 1],
      [0.5, 0.5, 0],
    ]);
    // Each pulls by about half: 0.5 · tanh(0.45)/2 and more; their mean is the small rest.
    const found = asked(run, "b.2.1");
    expect(found.typical).toBeCloseTo(0.5, 2);
    expect(found.canceled).toBe(Math.abs(found.gradient) < 0.1 * found.typical);
    const even = runOf("tanh", one(0.5, 0.2, 0, 0), [
      [0.5, 0.5, 1],
      [0.5, 0.5, 0],
    ]);
    expect(asked(even, "b.2.1")).toMatchObject({ gradient: 0, typical: 0.5, canceled: true });
  });
});
