/** Our numbers in a recording explained, and the recording as an experiment: against a loop in plain JavaScript. */
import { expect, test } from "vitest";
import {
  createRecordingReader,
  createSession,
  experimentAsRecorded,
  experimentFrom,
  explainRecorded,
  ids,
  optimizerAtUpdate,
  parametersBefore,
  type RecordedUpdate,
  type RecordingHead,
} from "../src/index.ts";
import { plainHead, plainLoop, textOf } from "./plainLoop.ts";

function read(lines: readonly object[]): { head: RecordingHead; updates: RecordedUpdate[] } {
  let head: RecordingHead | undefined;
  const updates: RecordedUpdate[] = [];
  const reader = createRecordingReader({
    head: (found) => {
      head = found;
    },
    update: (update) => updates.push(update),
  });
  reader.push(textOf(lines));
  reader.end();
  return { head: head!, updates };
}

const { head, updates } = read(plainLoop(6));
const expectNear = (value: number | undefined, wanted: number) => expect(value).toBeCloseTo(wanted, 12);

test("the gradient, the loss and the update of the fourth line are those of the loop", () => {
  const { gradient, after, loss } = updates[3]!;
  const lastOf = (stage: "loss" | "gradient" | "update", id: string) =>
    explainRecorded(head, updates, 3, { stage, id: id as ReturnType<typeof ids.L.of> }).at(-1)!;
  expectNear(lastOf("loss", "L@3").value, loss!);
  expectNear(lastOf("gradient", "gW.1.2.1@3").value, gradient![2]!);
  expectNear(lastOf("update", "W.1.2.1@4").value, after![2]!);
});

test("the update is explained from the loop's velocity, which is the sum of its decayed gradients", () => {
  const [velocity] = explainRecorded(head, updates, 2, {
    stage: "update",
    id: ids.parameter.of("W.1.1.1", 3),
  });
  const [g0, g1, g2] = updates.slice(0, 3).map(({ gradient }) => gradient![0]!);
  expectNear(velocity!.value, 0.81 * g0! + 0.9 * g1! + g2!);
});

test("after a gap the state isn't known, so nothing is explained", () => {
  const left = updates.filter(({ t }) => t !== 2);
  expect(explainRecorded(head, left, 3, { stage: "update", id: ids.parameter.of("W.1.1.1", 5) })).toEqual([]);
});

test("an experiment from the second line's parameters does the loop's first step with an empty velocity", () => {
  const params = parametersBefore(updates, 1)!;
  const session = createSession(experimentFrom(head, params, optimizerAtUpdate(head, updates, 1), "all"));
  expect([...session.params]).toEqual([...params]);
  expectNear(session.loss, updates[1]!.loss!);
  session.step();
  const { gradient } = updates[1]!;
  session.params.forEach((w, i) => expectNear(w, params[i]! - 0.3 * gradient![i]!));
});

test("what the playground can't hold is said in a sentence", () => {
  const wide = read([
    { ...plainHead, network: { ...plainHead.network, hidden: [{ units: 9, activation: "tanh" }] } },
    {
      t: 0,
      parameters: [
        { weight: Array.from({ length: 9 }, () => [0, 0]), bias: Array.from({ length: 9 }, () => 0) },
        { weight: [Array.from({ length: 9 }, () => 0)], bias: [0] },
      ],
    },
  ]);
  const open = (from: typeof wide, params = parametersBefore(from.updates, 0)!, weightDecay = 0) =>
    experimentFrom(from.head, params, { ...from.head.optimizer!, weightDecay }, "all");
  expect(() => open(wide)).toThrow(/up to .* 8 neurons.*larger\.$/);
  const small = read(plainLoop(1));
  expect(() => open(small, undefined, 0.1)).toThrow(/weight decay/);
  expect(() => open(small, new Float64Array(13).fill(NaN))).toThrow(/finite/);
});

test("as recorded, a run has the recorded parameters after every update, whatever the loop did", () => {
  const third = read(plainLoop(6, { step: (step) => step.map((v) => v / 3) }));
  const session = createSession(experimentAsRecorded(third.head, third.updates));
  expect([...session.params]).toEqual([...third.updates[0]!.parameters!]);
  third.updates.forEach(({ after }, i) => {
    session.step();
    expect(session.t).toBe(i + 1);
    expect([...session.params]).toEqual([...after!]);
  });
  expect(session.stopped?.reason).toBe("epochs");
  const gap = third.updates.filter((_, i) => i !== 2);
  expect(() => experimentAsRecorded(third.head, gap)).toThrow("some are missing");
  const long = Array.from({ length: 1000 }, () => third.updates[0]!);
  expect(() => experimentAsRecorded(third.head, long)).toThrow("sets up to 4000 recorded numbers");
});
