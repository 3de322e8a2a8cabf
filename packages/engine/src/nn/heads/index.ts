import type { TargetKind } from "../../math/classes.ts";
import type { Head, OutputChoice } from "../head.ts";
import { sigmoidCrossEntropy } from "./sigmoidCrossEntropy.ts";
import { softmaxCrossEntropy } from "./softmaxCrossEntropy.ts";
import { squared } from "./squared.ts";

/** Every head; of those for one kind of targets the first is the default. */
export const heads: readonly Head[] = [
  sigmoidCrossEntropy,
  squared("binary", "sigmoid", "mse"),
  squared("binary", "sigmoid", "squaredError"),
  softmaxCrossEntropy,
  squared("classes", "sigmoid", "squaredError"),
  squared("classes", "sigmoid", "mse"),
  squared("values", "identity", "mse"),
  squared("values", "identity", "squaredError"),
  squared("values", "tanh", "mse"),
  squared("values", "tanh", "squaredError"),
  squared("values", "sigmoid", "mse"),
  squared("values", "sigmoid", "squaredError"),
];

/** The heads that targets of a kind allow, the default first. */
export function headsFor(targets: TargetKind): readonly Head[] {
  return heads.filter((head) => head.targets === targets);
}

/** The head of a choice; undefined where the targets don't allow it. Without a choice it is the default. */
export function headOf(targets: TargetKind, choice?: OutputChoice): Head | undefined {
  const allowed = headsFor(targets);
  if (choice === undefined) return allowed[0];
  return allowed.find(({ activation, loss }) => activation === choice.activation && loss === choice.loss);
}
