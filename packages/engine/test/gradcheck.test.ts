import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkGradient,
  createNetwork,
  createSession,
  parameterId,
  parseExperiment,
  trace,
} from "@neural-viz/engine";

const layer = (activation: string) =>
  fc.record({ units: fc.integer({ min: 1, max: 4 }), activation: fc.constant(activation) });

function trained(hidden: object[], seed: number, t: number) {
  const session = createSession(
    parseExperiment({
      version: 1,
      dataset: { name: "moons", points: 40, noise: 0.1, seed },
      network: { hidden, initializer: { name: "torch", seed } },
      training: { epochs: 300, autoStop: false },
    }),
  );
  while (session.t < t) session.step();
  return session;
}

/** L by its definition: the mean of −ln of the probability given to the truth, sample by sample. */
function lossOf({ network, samples }: ReturnType<typeof trained>, params: Float64Array): number {
  const losses = Array.from(samples.y, (y, s) => {
    const p = trace(network, params, samples.x1[s]!, samples.x2[s]!).probability;
    return -Math.log(y === 1 ? p : 1 - p);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

test("both losses are those of the definition at w + ε and w − ε, and the estimate is their slope", () => {
  const session = trained([{ units: 3, activation: "tanh" }], 5, 20);
  const { parameters } = checkGradient(session.network, session.samples, session.params, 1e-4);
  parameters.forEach(({ id, above, below, finiteDifference }, i) => {
    expect(id).toBe(parameterId(session.network, i));
    const at = (shift: number): number => {
      const params = session.params.slice();
      params[i]! += shift;
      return lossOf(session, params);
    };
    expect(above).toBeCloseTo(at(1e-4), 12);
    expect(below).toBeCloseTo(at(-1e-4), 12);
    expect(finiteDifference).toBeCloseTo((at(1e-4) - at(-1e-4)) / 2e-4, 9);
  });
});

test("smooth networks: backprop and finite differences agree for every parameter that is not saturated", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("tanh", "sigmoid").chain((name) => fc.array(layer(name), { maxLength: 3 })),
      fc.nat(500),
      fc.nat(60),
      (hidden, seed, t) => {
        const { network, samples, params } = trained(hidden, seed, t);
        const { maxRelativeError, parameters } = checkGradient(network, samples, params);
        expect(maxRelativeError).toBeLessThan(1e-3);
        expect(parameters.some(({ kink }) => kink)).toBe(false);
      },
    ),
    { numRuns: 60 },
  );
});

test("ReLU networks: what is no kink agrees, and a kink is where some z changes sign within ±ε", () => {
  const kinks = { found: 0 };
  fc.assert(
    fc.property(fc.array(layer("relu"), { minLength: 1, maxLength: 2 }), fc.nat(500), (hidden, seed) => {
      const { network, samples, params } = trained(hidden, seed, 10);
      const epsilon = 3e-3;
      const { parameters, maxRelativeError } = checkGradient(network, samples, params, epsilon);
      expect(maxRelativeError).toBeLessThan(0.05);
      const signs = (changed: Float64Array): string =>
        Array.from(samples.x1, (x1, s) =>
          trace(network, changed, x1, samples.x2[s]!)
            .z.slice(0, -1)
            .map((zs) => Array.from(zs, (z) => (z > 0 ? 1 : 0)).join(""))
            .join(),
        ).join();
      const base = signs(params);
      parameters.forEach(({ kink }, i) => {
        const moved = [epsilon, -epsilon].map((shift) => {
          const changed = params.slice();
          changed[i] = params[i]! + shift;
          return signs(changed);
        });
        expect(kink).toBe(moved.some((pattern) => pattern !== base));
        kinks.found += Number(kink);
      });
    }),
    { numRuns: 40 },
  );
  expect(kinks.found).toBeGreaterThan(5);
});

test("a dead ReLU's slopes are zero on both sides: saturated, not wrong", () => {
  const network = createNetwork([{ units: 1, activation: "relu" }]);
  const { samples } = trained([], 1, 0);
  const params = Float64Array.from([-1, -1, -5, 0.5, 0.1]);
  const { parameters } = checkGradient(network, samples, params);
  expect(parameters.slice(0, 3).map(({ backprop, saturated }) => [Math.abs(backprop), saturated])).toEqual([
    [0, true],
    [0, true],
    [0, true],
  ]);
});

test("a planted mistake is found: a gradient off by one per cent has that relative error", () => {
  const { network, samples, params } = trained([{ units: 3, activation: "tanh" }], 9, 15);
  const { parameters } = checkGradient(network, samples, params);
  const { finiteDifference } = parameters[4]!;
  const wrong = parameters[4]!.backprop * 1.01;
  expect(Math.abs(wrong - finiteDifference) / (Math.abs(wrong) + Math.abs(finiteDifference))).toBeGreaterThan(
    4e-3,
  );
  expect(parameters[4]!.relativeError).toBeLessThan(1e-5);
});

test("the error grows with a large ε by cutting off, and with a tiny one by cancellation", () => {
  const { network, samples, params } = trained([{ units: 4, activation: "tanh" }], 3, 25);
  const error = (epsilon: number): number =>
    checkGradient(network, samples, params, epsilon).maxRelativeError;
  expect(error(1e-1)).toBeGreaterThan(10 * error(1e-4));
  const worst = (epsilon: number): number =>
    checkGradient(network, samples, params, epsilon).parameters.reduce(
      (max, p) => Math.max(max, p.relativeError),
      0,
    );
  expect(worst(1e-12)).toBeGreaterThan(10 * worst(1e-5));
});
