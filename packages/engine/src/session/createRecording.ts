/** The door to a recording: it checks an experiment that may have been written by hand. */
import { requireComplete } from "./complete.ts";
import type { Experiment } from "./experiment.ts";
import { type Recording, recordingOf } from "./recording.ts";

/** A recorded run at its first epoch. @throws ExperimentError if a value is invalid or missing */
export function createRecording(experiment: Experiment): Recording {
  requireComplete(experiment);
  return recordingOf(experiment);
}
