/** Why the gradient check finds nothing wrong with a planted bug. */
import type { CheckedParameter } from "@neural-viz/engine";

/** The bugs that change the loss reported and leave the gradients right. */
const REPORTS_ONLY: ReadonlySet<string> = new Set(["lossSummed", "lossHalved"]);

/** Why no gradient differs: only the reported loss is wrong, some can't be compared, or all are right here. */
export function missedBecause(
  name: string,
  parameters: readonly Pick<CheckedParameter, "verdict">[],
): "reportsOnly" | "overflow" | "notCompared" | "agrees" {
  if (REPORTS_ONLY.has(name)) return "reportsOnly";
  if (parameters.some(({ verdict }) => verdict === "overflow")) return "overflow";
  return parameters.every(({ verdict }) => verdict === "agrees") ? "agrees" : "notCompared";
}
