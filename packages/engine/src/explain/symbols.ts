/** How the symbols of quantities are written in one run: what goes without saying there is left out. */
import { type Id, symbolOf } from "../ids/index.ts";
import { pointTex } from "../ids/point.ts";
import { isPenalized } from "../quantities/parts.ts";
import type { Run } from "../quantities/run.ts";

/**
 * TeX of the symbols of a run's quantities. With a penalty the gradient is that of J, not of L; the only output of a
 * network has no number.
 */
export function symbolsIn(run: Run): (id: Id) => string {
  const penalized = isPenalized(run);
  const only = run.samples.targets.length === 1;
  return (id) => {
    const symbol = symbolOf(id);
    if (penalized && id.kind === "gradient" && id.point === undefined) {
      return symbol.replace("\\partial L", "\\partial J");
    }
    if (penalized && id.kind === "predicted") return symbol.replace("\\nabla L", "\\nabla J");
    if (!only) return symbol;
    if (id.kind === "yhat") return "\\hat y";
    if (id.kind === "ymean") return "\\bar y";
    return id.kind === "y" ? `y${pointTex(id.point)}` : symbol;
  };
}
