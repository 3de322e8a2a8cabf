/** Answers questions about a recorded run. */
import {
  attempt,
  bugBench,
  checkingGradient,
  createPlane,
  createRun,
  descent,
  errorCurve,
  explain,
  checkAnswer,
  layerHealth,
  overTime,
  parameterAt,
  pathOf,
  race,
  type Recording,
  type Samples,
  type Separability,
  separability,
  slopeOf,
  surface,
  valueOf,
  whySmall,
  type Work,
  worksheet,
} from "@neural-viz/engine";
import type { Answers, Question, Sliced } from "./protocol.ts";

export type Answer = Answers[keyof Answers];

/**
 * Computes the answer, in pieces when it takes long. It copies what it needs first, because the recording goes on
 * meanwhile.
 */
export function* answer(recording: Recording, question: Question): Work<Answer> {
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
      const { network, batch, params, t } = recording.at(Math.min(question.t, recording.live.t));
      return { t, ...(yield* checkingGradient(network, batch, params.slice(), question.epsilon)) };
    }
    case "errors": {
      const { network, batch, params } = recording.at(Math.min(question.t, recording.live.t));
      const { parameter } = question;
      return attempt(() => errorCurve(network, batch, params, parameterAt(network, parameter)));
    }
    case "bug": {
      const { network, train, params, optimizer, t } = recording.at(Math.min(question.t, recording.live.t));
      const { bug, epochs } = question;
      return { t, ...(yield* bugBench(network, train, params.slice(), optimizer, bug, epochs)) };
    }
    case "race":
      return yield* race(recording, question.race);
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
      const losses = yield* surface(session.network, session.train, plane.value, reach, size);
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
      const { network, train, optimizer } = session;
      const { directions, from, updates } = question;
      const trajectory = yield* descent(network, train, plane.value, from, optimizer, updates);
      return { ok: true, value: { t, directions, optimizer, ...trajectory } };
    }
    case "separability":
      return separabilityOf(recording.live.train);
    case "worksheet":
      return attempt(() => ({ html: worksheet([createRun(recording)], question) }));
    case "series":
      return yield* overTime(recording, question.stems);
  }
}

/** Views ask again with every snapshot, but the points stay the same. */
const decided = new WeakMap<Samples, Separability>();

function separabilityOf(samples: Samples): Separability {
  const known = decided.get(samples) ?? separability(samples);
  decided.set(samples, known);
  return known;
}

/** The plane a question asks about. It holds copies, so the session may move on. */
function slice(recording: Recording, { t, directions }: Sliced) {
  const session = recording.at(Math.min(t, recording.live.t));
  const plane = attempt(() => createPlane(session.network, session.params, session.gradient, directions));
  return { plane, session, t: session.t };
}
