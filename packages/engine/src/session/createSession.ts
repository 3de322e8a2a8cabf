/** The door to a session: it checks an experiment that may have been written by hand. */
import { requireComplete } from "./complete.ts";
import type { Experiment } from "./experiment.ts";
import { type Session, sessionOf } from "./session.ts";

/** A session before the first update. The same experiment always gives the same bits. @throws ExperimentError */
export function createSession(chosen: Experiment): Session {
  requireComplete(chosen);
  return sessionOf(chosen);
}
