import { unknown } from "#text/unknown";
import { idText, ids } from "../../ids/index.ts";
import type { CheckId } from "../../ids/kinds/check.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { pick } from "../../data/index.ts";
import { createGradientChecker, TINY } from "../../nn/gradcheck.ts";
import type { Origin } from "../origin.ts";
import { derived, indexOf, leaf, lookedAt } from "../parts.ts";

export const check: Origin<CheckId> = {
  /** The two losses are measured; the rest follows from them. */
  derive(run, id) {
    const { what, name, epsilon, t } = id;
    const index = indexOf(run, name);
    if (!(epsilon > 0 && epsilon <= 1)) {
      throw new UnknownQuantity(unknown.wrongStep({ id: idText(id), epsilon }));
    }
    const { params } = run.at(t);
    const found = createGradientChecker(
      run.network,
      pick(run.samples, run.batches.at(t)),
      params,
    )(index, epsilon);
    const other = (part: typeof what) => ids.check.of(part, name, epsilon, t);
    if (what === "above" || what === "below") {
      const moved = what === "above" ? `raised by ${epsilon}` : `lowered by ${epsilon}`;
      const all = `the loss over ${lookedAt(run, t)}`;
      return leaf(
        found[what],
        `The loss with this parameter ${moved} and all others as they are.`,
        `measured · ${all}`,
      );
    }
    const w = ids.parameter.of(name, t);
    if (what === "fd") {
      return derived(
        found.finiteDifference,
        "The slope of the loss measured without backprop: how much the loss differs on both sides, over the distance.",
        ["/", ["-", other("above"), other("below")], ["-", ["+", w, epsilon], ["-", w, epsilon]]],
      );
    }
    const [a, n] = [ids.gradient.of(name, t), other("fd")];
    const size = Math.abs(found.backprop) + Math.abs(found.finiteDifference);
    return derived(
      found.relativeError,
      "How far backprop and the finite difference are apart, beside their own size.",
      ["/", ["abs", ["-", a, n]], size > TINY ? ["+", ["abs", a], ["abs", n]] : TINY],
    );
  },
  usedBy(_, { what, name, epsilon, t }) {
    if (what === "relerr") return [];
    return [ids.check.of(what === "fd" ? "relerr" : "fd", name, epsilon, t)];
  },
};
