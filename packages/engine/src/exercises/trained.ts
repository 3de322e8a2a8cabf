/**
 * Exercises about a trained network: its weights after some updates, rounded, are the given start. So everything that is printed
 * is exact; the optimizer starts anew.
 */
import { unpack } from "../nn/network.ts";
import { roundedTo } from "../math/rounding.ts";
import type { Experiment } from "../session/experiment.ts";
import type { Session } from "../session/session.ts";
import { DECIMALS, type NumbersExercise } from "./exercise.ts";
import { parseExercise } from "./parse.ts";

/** A network after some updates. */
export type Trained = Pick<Session, "experiment" | "network" | "params" | "optimizer">;

/** The experiment that starts with the rounded parameters of a trained network. */
export function roundedStart({ experiment, network, params, optimizer }: Trained): Experiment {
  const parameters = unpack(network, roundedTo(params, DECIMALS));
  return {
    ...experiment,
    network: { ...experiment.network, initializer: { name: "given", parameters } },
    optimizer,
    changes: [],
  };
}

/** One update of one of the points, from 1, of a trained network. @throws InputError */
export function exerciseFrom(trained: Trained, sample: number): NumbersExercise {
  return parseExercise({ experiment: roundedStart(trained), sample }) as NumbersExercise; // without a style it asks for blanks
}
