import { absent } from "#text/absent";
import { captions, origins } from "#text/captions";
import { ids } from "../../ids/index.ts";
import type { HyperId } from "../../ids/kinds/hyper.ts";
import { beforeEdits } from "../../ids/moment.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { short } from "../../math/errors.ts";
import { optimizerOf } from "../../nn/optimizers/index.ts";
import { biasName, weightName } from "../../nn/network.ts";
import { wasEdited } from "../edits.ts";
import type { Origin } from "../origin.ts";
import { isPenalized, leaf } from "../parts.ts";
import { type RegularizerName, regularizers } from "../../nn/regularizers/index.ts";
import { usersInRule } from "../rule.ts";
import type { Derivation, Run } from "../run.ts";

export const hyper: Origin<HyperId> = {
  derive(run, { name, t }) {
    if (Object.hasOwn(regularizers, name)) return penaltyFactor(run, name as RegularizerName, t);
    const { optimizer } = run.at(t);
    const all = optimizerOf(optimizer.name).hyper;
    const found = Object.hasOwn(all, name) ? all[name] : undefined;
    if (found === undefined) {
      throw new UnknownQuantity(
        absent.noHyper({
          id: `${short(name)}@${t}`,
          instead: ids.hyper.of("learningRate", t),
          optimizer: optimizer.name,
        }),
      );
    }
    const value = (optimizer as Readonly<Record<string, unknown>>)[name] as number;
    return leaf(value, captions.hyperparameter({ label: found.label }), origins.hyperparameter());
  },
  usedBy(run, { name, t }) {
    if (Object.hasOwn(regularizers, name)) {
      const before = t > 0 && wasEdited(run, t) ? [ids.R.of(beforeEdits(t))] : [];
      return isPenalized(run) ? [ids.R.of(t), ...before, ids.gradient.of(weightName(1, 1, 1), t)] : [];
    }
    return t < run.last ? usersInRule(run, name, biasName(1, 1), t + 1) : [];
  },
};

/** The factor of a penalty. @throws UnknownQuantity where the run has none */
function penaltyFactor({ regularization }: Run, name: RegularizerName, t: number): Derivation {
  const factor = regularization[name];
  if (factor === 0) {
    throw new UnknownQuantity(absent.noPenalty({ id: ids.hyper.of(name, t), instead: ids.L.of(t) }));
  }
  return leaf(factor, captions.penaltyFactor({ label: regularizers[name].label }), origins.regularization());
}
