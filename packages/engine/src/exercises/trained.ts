/**
 * An exercise about a trained network: its weights after some updates, rounded, are the given start of one update of one
 * point. So everything that is printed is exact; the optimizer starts anew.
 */
import { unpack } from "../nn/network.ts";
import { roundedTo } from "../math/rounding.ts";
import type { Session } from "../session/session.ts";
import { DECIMALS, type NumbersExercise } from "./exercise.ts";
import { parseExercise } from "./parse.ts";

/** The exercise from a session as it is now, about one of its points, from 1. @throws InputError */
export function exerciseFrom(
  {
    experiment,
    network,
    params,
    optimizer,
  }: Pick<Session, "experiment" | "network" | "params" | "optimizer">,
  sample: number,
): NumbersExercise {
  const parameters = unpack(network, roundedTo(params, DECIMALS));
  const start = { ...experiment.network, initializer: { name: "given", parameters } };
  const chosen = { ...experiment, network: start, optimizer, changes: [] };
  return parseExercise({ experiment: chosen, sample }) as NumbersExercise; // without a style it asks for blanks
}
