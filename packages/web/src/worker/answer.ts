/** Answers questions about a recorded run. */
import {
  alongUpdate,
  attempt,
  type Batch,
  batchOf,
  bugBench,
  updateBench,
  checkingGradient,
  createPlane,
  createRun,
  descent,
  diagnose,
  errorCurve,
  explain,
  checkAnswer,
  layerHealth,
  overTime,
  parameterAt,
  pathOf,
  pick,
  race,
  type Recording,
  type Separability,
  separability,
  type Session,
  slopeOf,
  surface,
  valueOf,
  whySmall,
  type Work,
} from "@neural-viz/engine";
import { type Recorded, sideAt } from "./beside.ts";
import { lowestFrom } from "./lowest.ts";
import { worksheetAt } from "./worksheet.ts";
import type { Answers, Question, Sliced } from "./protocol.ts";

export type Answer = Answers[keyof Answers];

/**
 * Computes the answer, in pieces when it takes long. It copies what it needs first, because the recording goes on
 * meanwhile. `branches` are those of the run that a question may name.
 */
export function* answer(
  recording: Recording,
  question: Question,
  branches: readonly Recorded[] = [],
): Work<Answer> {
  switch (question.kind) {
    case "explain": {
      const run = createRun(recording);
      return question.ids.map((id) => attempt(() => explain(run, id)));
    }
    case "values": {
      const run = createRun(recording);
      return Float64Array.from(question.ids, (id) => {
        const value = attempt(() => valueOf(run, id));
        return value.ok ? value.value : NaN;
      });
    }
    case "judge":
      return attempt(() => checkAnswer(createRun(recording), question.id, question.typed));
    case "slope":
      return attempt(() => slopeOf(recording, question.parameter, Math.min(question.t, recording.live.t)));
    case "check": {
      const { batchGoal, params, t } = recording.at(Math.min(question.t, recording.live.t));
      return { t, ...(yield* checkingGradient(batchGoal, params.slice(), question.epsilon)) };
    }
    case "errors": {
      const { network, batchGoal, params } = recording.at(Math.min(question.t, recording.live.t));
      const { parameter } = question;
      return attempt(() => errorCurve(batchGoal, params, parameterAt(network, parameter)));
    }
    case "bug": {
      const session = recording.at(Math.min(question.t, recording.live.t));
      const { goal, params, optimizer, t } = session;
      const { bug, epochs } = question;
      const work = bugBench(goal, params.slice(), optimizer, bug, epochs, batchesFrom(session));
      return { t, ...(yield* work) };
    }
    case "updateBug": {
      const session = recording.at(Math.min(question.t, recording.live.t));
      const { goal, params, optimizer, t } = session;
      const { mistake, epochs } = question;
      const work = updateBench(goal, params.slice(), optimizer, mistake, epochs, batchesFrom(session));
      return { t, ...(yield* work) };
    }
    case "beside": {
      const [left, right] = question.places;
      return [yield* sideAt(recording, left, branches), yield* sideAt(recording, right, branches)];
    }
    case "race":
      return yield* race(recording, question.race);
    case "lowest":
      return yield* lowestFrom(question.experiment, question.t);
    case "health": {
      const { network, train, params, gradient, t } = recording.at(Math.min(question.t, recording.live.t));
      return { t, layers: layerHealth(network, params, gradient, train) };
    }
    case "small": {
      const { parameter, sample, t } = question;
      return attempt(() => whySmall(createRun(recording), parameter, sample, t));
    }
    case "surface": {
      const { plane, session, t } = slice(recording, question);
      if (!plane.ok) return plane;
      const { directions, reach, size } = question;
      const losses = yield* surface(session.goal, plane.value, reach, size);
      return { ok: true, value: { t, directions, center: plane.value.center, reach, size, losses } };
    }
    case "path": {
      const { plane, t } = slice(recording, question);
      if (!plane.ok) return plane;
      const trajectory = yield* pathOf(recording, plane.value, t);
      return { ok: true, value: { t, directions: question.directions, ...trajectory } };
    }
    case "descent": {
      const { plane, session, t } = slice(recording, question);
      if (!plane.ok) return plane;
      const { goal, optimizer } = session;
      const { directions, from, updates } = question;
      const trajectory = yield* descent(goal, plane.value, from, optimizer, updates);
      return { ok: true, value: { t, directions, optimizer, ...trajectory } };
    }
    case "separability":
      return separabilityOf(recording.live);
    case "diagnosis": {
      const t = Math.min(question.t, recording.live.t);
      return { t, found: diagnose(recording, t) };
    }
    case "along": {
      return attempt(() => alongUpdate(recording, Math.min(question.t, recording.live.t)));
    }
    case "worksheet":
      return attempt(() => worksheetAt(recording, question));
    case "series":
      return yield* overTime(recording, question.stems);
  }
}

/** Views ask again with every snapshot, but the points stay the same. */
const decided = new WeakMap<Batch, Separability>();

function separabilityOf({ network, train }: Session): Separability {
  const { count, features, targets } = train;
  const known =
    decided.get(train) ?? separability({ count, kind: network.head.targets, inputs: features, targets });
  decided.set(train, known);
  return known;
}

/** The mini-batches of the updates after the session's; undefined if every update uses all training points. */
function batchesFrom({ network, samples, batches, t }: Session): ((i: number) => Batch) | undefined {
  if (batches.perEpoch === 1) return undefined;
  return (i) => batchOf(network, pick(samples, batches.at(t + i)));
}

/** The plane a question asks about. It holds copies, so the session may move on. */
function slice(recording: Recording, { t, directions }: Sliced) {
  const session = recording.at(Math.min(t, recording.live.t));
  const plane = attempt(() => createPlane(session.network, session.params, session.gradient, directions));
  return { plane, session, t: session.t };
}
