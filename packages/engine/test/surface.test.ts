import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cellCenter,
  createObjective,
  createPlane,
  createRecording,
  createRun,
  createSession,
  defaultChoice,
  descent,
  type Directions,
  explain,
  finish,
  idText,
  noRegularization,
  type OptimizerName,
  optimizers,
  parameterId,
  parameterIndex,
  parametersAt,
  parseExperiment,
  parseId,
  pathOf,
  project,
  surface,
  unpack,
} from "@neural-viz/engine";
import { anyCase as anyTraining, binaryBatch, binaryNetwork } from "./arbitraries.ts";

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, v, i) => sum + v * b[i]!, 0);

const anyDirections = (size: number): fc.Arbitrary<readonly [number, number] | number> =>
  fc.oneof(
    fc.uniqueArray(fc.nat(size - 1), { minLength: 2, maxLength: 2 }).map(([i, j]) => [i!, j!] as const),
    fc.nat(1000),
  );

const anyCase = fc
  .tuple(anyTraining, fc.constantFrom(0, 0, 0.01), fc.constantFrom(0, 0, 0.1))
  .chain(([given, l1, l2]) =>
    anyDirections(given.network.size).map((chosen) =>
      Object.assign({ regularization: { l1, l2 }, chosen }, given),
    ),
  )
  .map(({ network, params, batch, regularization, chosen }) => {
    const goal = { network, batch, regularization };
    const objective = createObjective(goal);
    objective.evaluate(params);
    const directions: Directions =
      typeof chosen === "number"
        ? { kind: "gradient", seed: chosen }
        : { kind: "parameters", names: [parameterId(network, chosen[0]), parameterId(network, chosen[1])] };
    return { network, params, goal, directions, objective, gradient: objective.gradient.slice() };
  })
  .filter(({ directions, gradient }) => directions.kind === "parameters" || dot(gradient, gradient) > 0);

test("the loss in every cell is, to the last bit, the one that training would have there", () => {
  fc.assert(
    fc.property(anyCase, ({ network, params, goal, directions, objective, gradient }) => {
      const plane = createPlane(network, params, gradient, directions);
      const losses = finish(surface(goal, plane, 1.5, 5));
      const square = { center: plane.center, reach: 1.5, size: 5 };
      for (let cell = 0; cell < 25; cell++) {
        const [x, y] = cellCenter(square, Math.floor(cell / 5), cell % 5);
        const moved = params.slice();
        if (directions.kind === "parameters") {
          const [i, j] = directions.names.map((name) => parameterIndex(network, name)!);
          moved[i!] = x;
          moved[j!] = y;
        } else moved.forEach((w, k) => (moved[k] = w + x * plane.axes[0][k]! + y * plane.axes[1][k]!));
        objective.evaluate(moved);
        expect(losses[cell]).toBe(objective.value);
      }
      objective.evaluate(params);
      expect(losses[12]).toBe(objective.value);
    }),
    { numRuns: 60 },
  );
});

test("cells count from the top left, the middle one is at the center, and all are equally far apart", () => {
  const square = { center: [2, -1], reach: 3, size: 31 } as const;
  expect(cellCenter(square, 15, 15)).toEqual([2, -1]);
  const [left, top] = cellCenter(square, 0, 0);
  expect(left).toBeCloseTo(2 - 3 + 3 / 31, 12);
  expect(top).toBeCloseTo(-1 + 3 - 3 / 31, 12);
  expect(cellCenter(square, 0, 1)[0] - left).toBeCloseTo(6 / 31, 12);
  expect(cellCenter(square, 30, 0)[1]).toBeCloseTo(-1 - 3 + 3 / 31, 12);
});

test("without a hidden layer and with weights 0, the loss along the bias is its closed form", () => {
  const network = binaryNetwork([]);
  const batch = binaryBatch([
    [0.1, 0.3, 1],
    [0.4, 0.2, 0],
    [0.6, 0.8, 1],
    [0.9, 0.5, 1],
  ]);
  const params = Float64Array.of(0, 0, 0.5);
  const plane = createPlane(network, params, params, { kind: "parameters", names: ["b.1.1", "W.1.1.2"] });
  const losses = finish(surface({ network, batch, regularization: noRegularization }, plane, 2, 9));
  for (let column = 0; column < 9; column++) {
    const b = 0.5 - 2 + (4 * (column + 0.5)) / 9;
    // ¾ of the points are of class 1: L = ¾ ln(1 + e⁻ᵇ) + ¼ ln(1 + eᵇ).
    const expected = 0.75 * Math.log(1 + Math.exp(-b)) + 0.25 * Math.log(1 + Math.exp(b));
    expect(losses[4 * 9 + column]).toBeCloseTo(expected, 13);
  }
});

test("both directions have length 1 and are orthogonal; the first is the gradient's own", () => {
  fc.assert(
    fc.property(anyCase, ({ network, params, directions, gradient }) => {
      const [e1, e2] = createPlane(network, params, gradient, directions).axes;
      expect(dot(e1, e1)).toBeCloseTo(1, 12);
      expect(dot(e2, e2)).toBeCloseTo(1, 12);
      expect(dot(e1, e2)).toBeCloseTo(0, 12);
      const steepness =
        directions.kind === "gradient" ? Math.sqrt(dot(gradient, gradient)) : dot(e1, gradient);
      expect(dot(e1, gradient)).toBeCloseTo(steepness, 12);
    }),
    { numRuns: 60 },
  );
});

test("the distance from the plane is what Pythagoras leaves of the way there", () => {
  fc.assert(
    fc.property(anyCase, fc.nat(1000), ({ network, params, directions, gradient }, seed) => {
      const plane = createPlane(network, params, gradient, directions);
      const away = params.map((w, k) => w + Math.sin(seed + k));
      const { coordinates, distance } = project(plane, away);
      const squares = away.reduce((sum, w, k) => sum + (w - params[k]!) ** 2, 0);
      const inPlane = (coordinates[0] - plane.center[0]) ** 2 + (coordinates[1] - plane.center[1]) ** 2;
      expect(distance).toBeCloseTo(Math.sqrt(Math.max(0, squares - inPlane)), 6);
      // Back in the plane, the same point has no distance from it.
      const foot = params.slice();
      parametersAt(plane, coordinates, foot);
      expect(project(plane, foot).distance).toBeCloseTo(0, 10);
    }),
    { numRuns: 60 },
  );
});

test("no plane is made of one parameter twice, of names the network lacks, or of a gradient of 0", () => {
  const network = binaryNetwork([]);
  const [params, zero] = [Float64Array.of(1, 2, 3), new Float64Array(3)];
  const along = (...names: [string, string]) =>
    createPlane(network, params, zero, { kind: "parameters", names });
  expect(() => along("b.1.1", "b.1.1")).toThrow(/needs two different parameters/);
  expect(() => along("b.1.1", "b.2.1")).toThrow("has no parameter b.2.1.");
  expect(() => along("W.1.2.1", "b.1.1")).toThrow("has no parameter W.1.2.1.");
  expect(() => createPlane(network, params, zero, { kind: "gradient", seed: 1 })).toThrow(/length is 0/);
});

const experiment = parseExperiment({
  version: 1,
  dataset: { name: "moons", points: 40, noise: 0.1, seed: 4 },
  network: { hidden: [{ units: 3, activation: "tanh" }], initializer: { name: "torch", seed: 6 } },
  training: { epochs: 5000, autoStop: false },
});

function recorded(updates: number) {
  const recording = createRecording(experiment);
  while (recording.live.t < updates) recording.step();
  return recording;
}

test("descent equals the run of an experiment with these initial parameters, for every optimizer", () => {
  const { network, goal, params, gradient } = recorded(30).at(12);
  for (const name of Object.keys(optimizers) as OptimizerName[]) {
    const optimizer = defaultChoice(name);
    const plane = createPlane(network, params, gradient, { kind: "parameters", names: ["W.2.1.2", "b.1.1"] });
    const trajectory = finish(descent(goal, plane, [0.75, -0.5], optimizer, 40));
    const start = params.slice();
    const indices = ["W.2.1.2", "b.1.1"].map((id) => parameterIndex(network, id)!) as [number, number];
    start[indices[0]] = 0.75;
    start[indices[1]] = -0.5;
    const session = createSession({
      ...experiment,
      network: {
        ...experiment.network,
        initializer: { name: "given", parameters: unpack(network, start) },
      },
      optimizer,
    });
    for (; session.t <= 40; session.step()) {
      const { t } = session;
      expect([trajectory.ts[t], trajectory.loss[t]]).toEqual([t, session.loss]);
      expect(trajectory.x[t]).toBe(session.params[indices[0]]);
      expect(trajectory.y[t]).toBe(session.params[indices[1]]);
      const others = session.params.filter((_, k) => !indices.includes(k));
      const away = others.reduce((sum, w, k) => {
        return sum + (w - params.filter((_, i) => !indices.includes(i))[k]!) ** 2;
      }, 0);
      expect(trajectory.distance[t]).toBeCloseTo(Math.sqrt(away), 12);
    }
    expect(trajectory.ts).toHaveLength(41);
    expect(trajectory.distance[40]).toBeGreaterThan(0);
  }
});

test("a descent that diverges ends where the loss stops being a finite number", () => {
  const { network, goal, params, gradient } = recorded(0).live;
  const plane = createPlane(network, params, gradient, { kind: "parameters", names: ["W.2.1.2", "b.1.1"] });
  const trajectory = finish(descent(goal, plane, [1e308, 1e308], defaultChoice("sgd"), 40));
  expect(trajectory.ts.length).toBeLessThan(41);
  expect(trajectory.loss.every(Number.isFinite)).toBe(true);
});

test("the path has the parameters of recorded epochs, the first, the last and the present one among them", () => {
  const recording = recorded(900);
  const { network, params, gradient } = recording.at(321);
  const plane = createPlane(network, params.slice(), gradient, {
    kind: "parameters",
    names: ["W.1.2.1", "b.2.1"],
  });
  const { ts, x, y, distance, loss } = finish(pathOf(recording, plane, 321));
  expect(ts.length).toBeGreaterThan(150);
  expect(ts.length).toBeLessThanOrEqual(203);
  expect([ts[0], ts.includes(321), ts.at(-1)]).toEqual([0, true, 900]);
  const session = createSession(experiment);
  const [i, j] = ["W.1.2.1", "b.2.1"].map((id) => parameterIndex(network, id)!);
  for (const [k, t] of ts.entries()) {
    while (session.t < t) session.step();
    expect([x[k], y[k], loss[k]]).toEqual([session.params[i!], session.params[j!], session.loss]);
    expect(distance[k] === 0).toBe(t === 321);
  }
});

test("the trajectory of a long run has about two hundred epochs", () => {
  const { ts } = (() => {
    const recording = recorded(4000);
    const { network, params, gradient } = recording.at(1000);
    const plane = createPlane(network, params.slice(), gradient, { kind: "gradient", seed: 1 });
    return finish(pathOf(recording, plane, 1000));
  })();
  expect(ts.length).toBeGreaterThan(20);
  expect(ts.length).toBeLessThanOrEqual(203);
  expect([ts[0], ts.includes(1000), ts.at(-1)]).toEqual([0, true, 4000]);
});

test("the loss at a point of the plane has an id and is measured there", () => {
  const recording = recorded(20);
  const run = createRun(recording);
  const session = recording.at(15);
  const params = session.params.slice();
  params[parameterIndex(session.network, "W.1.2.1")!] = -0.5;
  params[parameterIndex(session.network, "b.2.1")!] = 1.25e-7;
  const objective = createObjective(session.goal);
  objective.evaluate(params);
  const id = "L[W.1.2.1=-0.5,b.2.1=1.25e-7]@15";
  expect(explain(run, id)).toMatchObject({
    value: objective.loss,
    expression: undefined,
    origin: { text: "measured · the loss over all 40 points" },
    usedBy: [],
  });
  expect(explain(run, "L[gradient=0,random 7=0]@15").value).toBe(session.loss);
  expect(() => explain(run, "L[W.1.2.1=1,W.1.2.1=2]@15")).toThrow(/needs two different parameters/);
  expect(() => explain(run, "L[W.9.2.1=1,b.1.1=2]@15")).toThrow(/has no parameter W\.9\.2\.1/);
});

test("ids of the slice read back as they were written, whatever the numbers", () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((v) => v + 0);
  fc.assert(
    fc.property(finite, finite, fc.nat(2 ** 31), fc.nat(1000), (x, y, seed, t) => {
      for (const text of [`L[W.1.2.1=${x},b.2.1=${y}]@${t}`, `L[gradient=${x},random ${seed}=${y}]@${t}`]) {
        const id = parseId(text);
        expect(id).toMatchObject({ kind: "slice", t });
        expect(idText(id!)).toBe(text);
      }
    }),
  );
});
