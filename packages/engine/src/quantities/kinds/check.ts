import { absent } from "#text/absent";
import { captions, origins } from "#text/captions";
import { idText, ids } from "../../ids/index.ts";
import type { CheckId } from "../../ids/kinds/check.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { pick } from "../../data/index.ts";
import { createGradientChecker, TINY } from "../../nn/gradcheck.ts";
import type { Origin } from "../origin.ts";
import { indexOf } from "../lookup.ts";
import { derived, leaf, loweredBy, pointsOfGradient } from "../parts.ts";

export const check: Origin<CheckId> = {
  /** The two losses are measured; the other numbers are computed from them. */
  derive(run, id) {
    const { what, name, epsilon, t } = id;
    const index = indexOf(run, name);
    if (!(epsilon > 0 && epsilon <= 1)) {
      throw new UnknownQuantity(absent.wrongStep({ id: idText(id), epsilon }));
    }
    const { params } = run.at(t);
    const { network, regularization } = run;
    const batch = pick(run.data, run.batches.at(t));
    const found = createGradientChecker({ network, batch, regularization }, params)(index, epsilon);
    const other = (part: typeof what) => ids.check.of(part, name, epsilon, t);
    if (what === "above" || what === "below") {
      const of = loweredBy(run);
      const caption =
        what === "above" ? captions.lossAbove({ epsilon, of }) : captions.lossBelow({ epsilon, of });
      return leaf(found[what], caption, origins.measured({ of, ...pointsOfGradient(run, t) }));
    }
    const w = ids.parameter.of(name, t);
    if (what === "fd") {
      return derived(found.finiteDifference, captions.finiteDifference(), [
        "/",
        ["-", other("above"), other("below")],
        ["-", ["+", w, epsilon], ["-", w, epsilon]],
      ]);
    }
    const [a, n] = [ids.gradient.of(name, t), other("fd")];
    const size = Math.abs(found.backprop) + Math.abs(found.finiteDifference);
    return derived(
      found.relativeError,
      size > TINY ? captions.relativeError() : captions.relativeErrorOfZero(),
      ["/", ["abs", ["-", a, n]], size > TINY ? ["+", ["abs", a], ["abs", n]] : TINY],
    );
  },
  usedBy(_, { what, name, epsilon, t }) {
    if (what === "relerr") return [];
    return [ids.check.of(what === "fd" ? "relerr" : "fd", name, epsilon, t)];
  },
};
