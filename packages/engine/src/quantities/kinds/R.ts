import { absent } from "#text/absent";
import { captions } from "#text/captions";
import { idText, ids } from "../../ids/index.ts";
import type { MomentId } from "../../ids/kinds/momentQuantity.ts";
import type { Moment } from "../../ids/moment.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { type Expression, substitute } from "../../math/expression.ts";
import { parameterId } from "../../nn/network.ts";
import { activeRegularizers } from "../../nn/regularizers/index.ts";
import type { Origin } from "../origin.ts";
import { derived, isPenalized } from "../parts.ts";
import type { Run } from "../run.ts";

/** The terms of R, each its factor times a sum over all weights. */
function termsOf({ network, regularization }: Run, t: Moment): Expression[] {
  const weights = network.layers.flatMap(({ weight, bias }) =>
    Array.from({ length: bias - weight }, (_, i) => parameterId(network, weight + i)),
  );
  return activeRegularizers(regularization).map(({ name, regularizer }): Expression => [
    "*",
    substitute(regularizer.scale, () => ids.hyper.of(name, Math.ceil(t))),
    ["sum", ...weights.map((weight) => substitute(regularizer.term, () => ids.parameter.of(weight, t)))],
  ]);
}

export const R: Origin<MomentId<"R">> = {
  derive(run, id) {
    const { t } = id;
    if (!isPenalized(run)) {
      throw new UnknownQuantity(absent.noPenalty({ id: idText(id), instead: ids.L.of(t) }));
    }
    const [first, ...others] = termsOf(run, t);
    const expression: Expression = others.length === 0 ? first! : ["+", first!, ...others];
    return derived(run.at(t).penalty, captions.penalty(), expression);
  },
  usedBy: (_, { t }) => [ids.J.of(t)],
};
