/** The numbers of an exercise in the groups in which they are asked: one stage of a step, and one layer of it, at a time. */
import { type Id, idOf } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { indicesOf, type Network } from "../nn/network.ts";
import type { Exercise } from "./exercise.ts";

/** The stages of one step, in their order. */
export const exerciseStages = ["forward", "loss", "backward", "update"] as const;

/** A stage of one step. */
export type ExerciseStage = (typeof exerciseStages)[number];

/** Numbers of one stage and one layer. */
export interface Group {
  readonly stage: ExerciseStage;
  /** The layer of all of them; undefined for what belongs to none, as a loss does. */
  readonly layer: number | undefined;
  /** What they are: sums and activations, the loss, error signals, gradients, or what the update makes. */
  readonly what: "activations" | "loss" | "errors" | "gradients" | "update";
  readonly ids: readonly QuantityId[];
}

/** The numbers that an exercise asks for, stage by stage; within a stage in the order in which they are asked. */
export function groupsOf({ ask }: Pick<Exercise, "ask">, network: Network): readonly Group[] {
  const groups: { -readonly [key in keyof Group]: Group[key] }[] = [];
  for (const id of ask) {
    const place = placeOf(idOf(id), network);
    const last = groups.findLast(({ what, layer }) => what === place.what && layer === place.layer);
    if (last === undefined) groups.push({ ...place, ids: [id] });
    else last.ids = [...last.ids, id];
  }
  return exerciseStages.flatMap((stage) => groups.filter((group) => group.stage === stage));
}

/** The stage and the layer of a quantity. */
function placeOf(id: Id, { layers }: Network): Omit<Group, "ids"> {
  if (id.kind === "ell" || id.kind === "L" || id.kind === "R" || id.kind === "J") {
    return { stage: "loss", layer: undefined, what: "loss" };
  }
  if (id.kind === "delta") return { stage: "backward", layer: id.l, what: "errors" };
  if (id.kind === "gradient") return { stage: "backward", layer: indicesOf(id.name)[0], what: "gradients" };
  if (id.kind === "optimizerState" || id.kind === "difference" || id.kind === "parameter") {
    return { stage: "update", layer: indicesOf(id.name)[0], what: "update" };
  }
  // Features are inputs of the first layer; outputs come from the last one.
  const layer = id.kind === "f" ? 1 : "l" in id && typeof id.l === "number" ? id.l : layers.length;
  return { stage: "forward", layer, what: "activations" };
}
