import fc from "fast-check";
import { expect, test } from "vitest";
import {
  createObjectivePass,
  createRecording,
  createRun,
  createSession,
  checkAnswer,
  finish,
  overTime,
  type Series,
  parameterId,
  parseExperiment,
  type Recording,
  slopeOf,
  valueOf,
} from "@neural-viz/engine";

function record(given: object, epochs: number): Recording {
  const recording = createRecording(parseExperiment({ version: 1, ...given }));
  while (recording.live.t < epochs && recording.live.stopped === undefined) recording.step();
  return recording;
}

const moons = {
  dataset: { name: "moons", points: 30, noise: 0.1, seed: 4 },
  network: { hidden: [{ units: 3, activation: "tanh" }], initializer: { name: "torch", seed: 8 } },
  training: { epochs: 400, autoStop: false },
};

test("the slope picture's curve is the loss with this one parameter moved, and its middle the present loss", () => {
  const recording = record(moons, 60);
  fc.assert(
    fc.property(fc.nat(12), fc.nat(60), fc.nat(60), (index, t, i) => {
      const session = recording.at(t);
      const params = session.params.slice();
      const { goal, network, gradient, loss } = session;
      const slope = slopeOf(recording, parameterId(network, index), t);
      expect(slope.ws).toHaveLength(61);
      expect(slope.ws[30]).toBe(params[index]);
      expect(slope.losses[30]).toBe(loss);
      expect(slope.gradient).toBe(gradient[index]);
      params[index] = slope.ws[i]!;
      expect(slope.losses[i]).toBe(createObjectivePass(goal)(params));
    }),
    { numRuns: 100 },
  );
});

test("the hollow dot is where the next update lands, also at the end of the run", () => {
  const recording = record(moons, 60);
  const further = createSession(recording.live.experiment);
  while (further.t < 61) further.step();
  for (const index of [0, 5, 9, 12]) {
    const name = parameterId(recording.live.network, index);
    expect(slopeOf(recording, name, 60).next.w).toBe(further.params[index]);
    expect(slopeOf(recording, name, 41).next.w).toBe(recording.at(42).params[index]);
  }
});

test("the picture reaches over at least 1 to each side, and over three times the next step", () => {
  const recording = record({ ...moons, optimizer: { name: "sgd", learningRate: 100 } }, 3);
  for (let index = 0; index < 13; index++) {
    const { ws, w, next } = slopeOf(recording, parameterId(recording.live.network, index), 2);
    const reach = Math.max(1, 3 * Math.abs(next.w - w));
    expect(ws[0]).toBeCloseTo(w - reach, 9);
    expect(ws[60]).toBeCloseTo(w + reach, 9);
  }
});

/** The one quantity over time that is asked for. */
function seriesOf(recording: Recording, stem: string): Series {
  const [found] = finish(overTime(recording, [stem]));
  if (found?.ok !== true) throw new Error(found?.why.text);
  return found.value;
}

test("a quantity over time has the values of its epochs, from the first to the last", () => {
  const recording = record(moons, 400);
  for (const stem of ["W.1.2.1", "L", "p[3]", "gW.2.1.1", "m.b.1.1", "dW.1.1.1"]) {
    const { ts, values } = seriesOf(recording, stem);
    const run = createRun(recording);
    expect(ts.length).toBeLessThanOrEqual(61);
    expect(ts[0]).toBe(/^(m|d)/.test(stem) ? 1 : 0);
    expect(ts.at(-1)).toBe(400);
    ts.forEach((t, i) => expect(values[i]).toBe(valueOf(run, `${stem}@${t}`)));
  }
});

test("a series of a long run has at most 61 epochs, and that of an untrained run has one", () => {
  const long = record({ ...moons, training: { epochs: 5000, autoStop: false } }, 5000);
  const { ts } = seriesOf(long, "b.1.1");
  expect(ts.length).toBeLessThanOrEqual(61);
  expect(ts.at(-1)).toBe(5000);
  expect([...seriesOf(record(moons, 0), "L").ts]).toEqual([0]);
});

test("several quantities share one pass, and an unknown one gets its own error message", () => {
  const recording = record(moons, 30);
  const [loss, unknown, step] = finish(overTime(recording, ["L", "Q.1", "db.1.1"]));
  expect(loss).toMatchObject({ ok: true, value: { ts: { 0: 0 } } });
  expect(unknown).toMatchObject({
    ok: false,
    why: { key: "unknown.noId", text: expect.stringMatching(/the id “Q\.1@0”/) },
  });
  expect(step).toMatchObject({ ok: true, value: { ts: { 0: 1 } } });
});

test("an answer is correct at the precision it was typed with, at least two digits", () => {
  const run = createRun(record(moons, 5));
  fc.assert(
    fc.property(
      fc.constantFrom("z.1.1[2]@3", "p[4]@2", "delta.1.2[7]@5", "gW.2.1.1@1", "L@4"),
      fc.integer({ min: 2, max: 4 }),
      (id, digits) => {
        const value = valueOf(run, id);
        expect(checkAnswer(run, id, Number(value.toPrecision(digits))).correct).toBe(true);
        expect(checkAnswer(run, id, Number((value * 1.2).toPrecision(4))).correct).toBe(false);
      },
    ),
    { numRuns: 50 },
  );
});

test("common mistakes are recognized by computing them", () => {
  const run = createRun(record(moons, 5));
  const v = (id: string): number => valueOf(run, id);
  const a = v("a.1.1[2]@3");
  const mistakes: readonly (readonly [string, number, RegExp])[] = [
    ["z.1.1[2]@3", v("z.1.1[2]@3") - v("b.1.1@3"), /^Not quite\. You left out the bias\.$/],
    ["a.1.1[2]@3", v("z.1.1[2]@3"), /That’s z\. You left out the activation/],
    ["delta.1.1[2]@3", v("delta.1.1[2]@3") / (1 - a * a), /You left out f′\(z\)/],
    ["delta.2.1[2]@3", -v("delta.2.1[2]@3"), /You flipped the sign/],
    ["gW.2.1.1[2]@3", v("delta.2.1[2]@3") * v("z.1.1[2]@3"), /used z instead of a/],
    ["gW.2.1.1@3", v("gW.2.1.1@3") * 30, /the sum of the gradients\. You didn’t divide/],
    ["ell[2]@3", v("ell[2]@3") / Math.log(10), /logarithm to base 10/],
    ["L@3", v("L@3") * 30, /the sum of the losses\. You didn’t divide/],
    ["W.1.1.1@3", 2 * v("W.1.1.1@2") - v("W.1.1.1@3"), /You added the step instead of subtracting it/],
    ["W.1.1.1@3", v("dW.1.1.1@3"), /the change alone/],
  ];
  for (const [id, typed, message] of mistakes) {
    const verdict = checkAnswer(run, id, Number(typed.toPrecision(4)));
    expect(verdict.correct).toBe(false);
    expect(verdict.message.text).toMatch(message);
  }
});

test("a dropped minus is recognized in every sum that has a negative term", () => {
  const run = createRun(record(moons, 5));
  const v = (id: string): number => valueOf(run, id);
  let [asked, seen] = [0, 0];
  for (let j = 1; j <= 3; j++) {
    for (let s = 1; s <= 5; s++) {
      // z = b + W₁x₁ + W₂x₂: with one negative term taken as positive, it is larger by twice its size.
      const terms = [v(`b.1.${j}@3`), ...[1, 2].map((k) => v(`W.1.${j}.${k}@3`) * v(`x[${s}].${k}`))];
      for (const term of terms.filter((one) => one < -0.01)) {
        const { correct, message } = checkAnswer(run, `z.1.${j}[${s}]@3`, v(`z.1.${j}[${s}]@3`) - 2 * term);
        expect(correct).toBe(false);
        asked += 1;
        if (/You dropped a minus sign/.test(message.text)) seen += 1;
      }
    }
  }
  // Now and then another mistake gives the same digits.
  expect(asked).toBeGreaterThan(10);
  expect(seen).toBeGreaterThan(0.8 * asked);
});
