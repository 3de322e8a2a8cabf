import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkGradient,
  createRecording,
  createRun,
  createSession,
  errorCurve,
  evaluate,
  explain,
  idText,
  noRegularization,
  parameterId,
  parameterIndex,
  parseExperiment,
  parseId,
  type Session,
  traceOfSample,
} from "@neural-viz/engine";
import { anyCase, binaryNetwork, firstOf } from "./arbitraries.ts";
import { meanLossByHand } from "./byHand.ts";

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
function lossOf({ network, train }: Pick<Session, "network" | "train">, params: Float64Array): number {
  return meanLossByHand(network, params, train).loss;
}

test("both losses are those of the definition at w + ε and w − ε, and the estimate is their slope", () => {
  const session = trained([{ units: 3, activation: "tanh" }], 5, 20);
  const { parameters } = checkGradient(session.goal, session.params, 1e-4);
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
      fc.constantFrom("tanh", "sigmoid", "identity").chain((name) => fc.array(layer(name), { maxLength: 3 })),
      fc.nat(500),
      fc.nat(60),
      (hidden, seed, t) => {
        const { goal, params } = trained(hidden, seed, t);
        const { maxRelativeError, parameters } = checkGradient(goal, params);
        expect(maxRelativeError).toBeLessThan(1e-3);
        expect(parameters.some(({ kink }) => kink)).toBe(false);
      },
    ),
    { numRuns: 60 },
  );
});

const hinged = fc.oneof(layer("relu"), layer("leakyRelu"));

test("ReLU networks, leaky or not: what is no kink agrees, and a kink is where some z changes sign within ±ε", () => {
  const kinks = { found: 0 };
  fc.assert(
    fc.property(fc.array(hinged, { minLength: 1, maxLength: 2 }), fc.nat(500), (hidden, seed) => {
      const { goal, network, train, params } = trained(hidden, seed, 10);
      const epsilon = 3e-3;
      const { parameters, maxRelativeError } = checkGradient(goal, params, epsilon);
      expect(maxRelativeError).toBeLessThan(0.05);
      const signs = (changed: Float64Array): string =>
        Array.from(train.features[0]!, (_, s) =>
          traceOfSample(network, changed, train, s)
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
  const network = binaryNetwork([{ units: 1, activation: "relu" }]);
  const goal = { ...trained([], 1, 0).goal, network };
  const params = Float64Array.from([-1, -1, -5, 0.5, 0.1]);
  const { parameters } = checkGradient(goal, params);
  expect(parameters.slice(0, 3).map(({ backprop, saturated }) => [Math.abs(backprop), saturated])).toEqual([
    [0, true],
    [0, true],
    [0, true],
  ]);
});

test("a planted bug is found: a gradient off by 1% has that relative error", () => {
  const { goal, params } = trained([{ units: 3, activation: "tanh" }], 9, 15);
  const { parameters } = checkGradient(goal, params);
  const { finiteDifference } = parameters[4]!;
  const wrong = parameters[4]!.backprop * 1.01;
  expect(Math.abs(wrong - finiteDifference) / (Math.abs(wrong) + Math.abs(finiteDifference))).toBeGreaterThan(
    4e-3,
  );
  expect(parameters[4]!.relativeError).toBeLessThan(1e-5);
});

test("the error grows with a large ε by cutting off, and with a tiny one by cancellation", () => {
  const { goal, params } = trained([{ units: 4, activation: "tanh" }], 3, 25);
  const error = (epsilon: number): number => checkGradient(goal, params, epsilon).maxRelativeError;
  expect(error(1e-1)).toBeGreaterThan(10 * error(1e-4));
  const worst = (epsilon: number): number =>
    checkGradient(goal, params, epsilon).parameters.reduce((max, p) => Math.max(max, p.relativeError), 0);
  expect(worst(1e-12)).toBeGreaterThan(10 * worst(1e-5));
});

test("the error curve has the relative error of a difference taken by the definition, at every ε", () => {
  const session = trained([{ units: 3, activation: "tanh" }], 7, 30);
  const { goal, params, gradient } = session;
  const { epsilon, relativeError } = errorCurve(goal, params, 4);
  expect([epsilon[0], epsilon.at(-1), epsilon.length]).toEqual([1e-12, 0.1, 34]);
  // At smaller ε rounding alone decides, and another way of adding rounds otherwise.
  const large = Array.from(epsilon.entries()).filter(([, step]) => step >= 1e-4);
  large.forEach(([i, step]) => {
    const at = (shift: number): number => {
      const moved = params.slice();
      moved[4]! += shift;
      return lossOf(session, moved);
    };
    const slope = (at(step) - at(-step)) / (2 * step);
    const error = Math.abs(gradient[4]! - slope) / (Math.abs(gradient[4]!) + Math.abs(slope));
    expect(Math.abs(relativeError[i]! - error)).toBeLessThan(1e-8 + 0.01 * error);
  });
});

test("each verdict occurs: agreement, a kink, saturation, and an ε too large for the curve", () => {
  const smooth = trained([{ units: 4, activation: "tanh" }], 3, 25);
  const verdictsAt = (epsilon: number): Set<string> =>
    new Set(checkGradient(smooth.goal, smooth.params, epsilon).parameters.map(({ verdict }) => verdict));
  expect(verdictsAt(1e-5)).toEqual(new Set(["agrees"]));
  expect(verdictsAt(0.1)).toEqual(new Set(["differs"]));
  const network = binaryNetwork([{ units: 1, activation: "relu" }]);
  const goal = { ...smooth.goal, network };
  const dead = Float64Array.from([-1, -1, -5, 0.5, 0.1]);
  const { parameters } = checkGradient(goal, dead);
  expect(parameters[0]!.verdict).toBe("saturated");
  const hinge = Float64Array.from([1, 0, -smooth.train.features[0]![0]!, 0.5, 0.1]); // z of the first sample is 0
  expect(checkGradient(goal, hinge).parameters[2]!.verdict).toBe("kink");
});

test("what the check computes has ids: the line of each comes out to the last bit, and as the definition has it", () => {
  const experiment = parseExperiment({
    version: 1,
    dataset: { name: "moons", points: 30, noise: 0.1, seed: 4 },
    network: { hidden: [{ units: 2, activation: "relu" }], initializer: { name: "torch", seed: 6 } },
    training: { epochs: 12, autoStop: false },
  });
  const recording = createRecording(experiment);
  while (recording.live.t < 12) recording.step();
  const run = createRun(recording);
  const session = recording.at(9);
  const params = session.params.slice();
  for (const name of ["W.1.2.1", "b.2.1"]) {
    const index = parameterIndex(session.network, name)!;
    for (const epsilon of [1e-5, 0.002]) {
      const idOf = (what: string): string => `${what}.${name}[${epsilon}]@9`;
      for (const [what, shift] of [
        ["above", epsilon],
        ["below", -epsilon],
      ] as const) {
        const { value, expression, origin } = explain(run, idOf(what));
        const moved = params.slice();
        moved[index]! += shift;
        expect(value).toBeCloseTo(lossOf(session, moved), 12);
        expect([expression, origin?.text]).toEqual([undefined, "measured · the loss over all 30 points"]);
      }
      for (const what of ["fd", "relerr"]) {
        const { value, expression } = explain(run, idOf(what));
        expect(evaluate(expression!, (id) => explain(run, id).value)).toBe(value);
        expect(idText(parseId(idOf(what))!)).toBe(idOf(what));
      }
    }
  }
  expect(() => explain(run, "fd.W.1.2.1[7]@9")).toThrow(/above 0 and at most 1/);
});

test("where a loss is no finite number there is nothing to compare, and no largest error", () => {
  const session = createSession(
    parseExperiment({
      version: 1,
      dataset: { name: "xor" },
      network: {
        hidden: [],
        initializer: { name: "given", parameters: [{ weight: [[1.7e308, 1.7e308]], bias: [0] }] },
      },
    }),
  );
  expect(Number.isFinite(session.loss)).toBe(false);
  const { parameters, maxRelativeError } = checkGradient(session.goal, session.params);
  expect(parameters.map(({ verdict }) => verdict)).toEqual(["overflow", "overflow", "overflow"]);
  expect(maxRelativeError).toBeNaN();
});

test("any smooth network: what the check says of J is true of J by its definition, penalties included", () => {
  fc.assert(
    fc.property(
      anyCase.filter(({ network }) =>
        network.layers.slice(0, -1).every(({ activation }) => !/relu/i.test(activation)),
      ),
      fc.constantFrom(0, 0.01),
      fc.constantFrom(0, 0.1),
      ({ network, params, batch }, l1, l2) => {
        const few = firstOf(batch, 12);
        const goal = { network, batch: few, regularization: { l1, l2 } };
        const { parameters } = checkGradient(goal, params, 1e-4);
        parameters.forEach(({ above, below, kink, verdict }, i) => {
          for (const [value, shift] of [
            [above, 1e-4],
            [below, -1e-4],
          ] as const) {
            const moved = params.slice();
            moved[i]! += shift;
            const weights = network.layers.flatMap(({ weight, bias }) => [...moved.subarray(weight, bias)]);
            const penalty = weights.reduce((sum, w) => sum + l1 * Math.abs(w) + (l2 / 2) * w * w, 0);
            const { loss } = meanLossByHand(network, moved, few);
            expect(Math.abs(value - (loss + penalty))).toBeLessThan(1e-10 * Math.max(1, loss + penalty));
          }
          const isWeight = network.layers.some(({ weight, bias }) => i >= weight && i < bias);
          expect(kink).toBe(l1 > 0 && isWeight && Math.abs(params[i]!) <= 1e-4);
          expect(["agrees", "saturated", ...(kink ? ["kink"] : [])]).toContain(verdict);
        });
      },
    ),
    { numRuns: 80 },
  );
});

test("with L1 a weight at 0 stands on a kink, and its gradient has no penalty", () => {
  const network = binaryNetwork([]);
  const { train } = trained([], 1, 0);
  const params = Float64Array.of(0, 0.5, 0);
  const goal = { network, batch: train, regularization: { l1: 0.3, l2: 0 } };
  const { parameters } = checkGradient(goal, params);
  const plain = checkGradient({ ...goal, regularization: noRegularization }, params).parameters;
  expect(parameters.map(({ verdict }) => verdict)).toEqual(["kink", "agrees", "agrees"]);
  expect(parameters[0]!.backprop).toBe(plain[0]!.backprop);
  expect(parameters[1]!.backprop).toBe(plain[1]!.backprop + 0.3);
  expect(parameters[2]!.backprop).toBe(plain[2]!.backprop);
});
