import { absent } from "#text/absent";
import { captions, origins } from "#text/captions";
import { ids } from "../../ids/index.ts";
import type { HyperId } from "../../ids/kinds/hyper.ts";
import { UnknownQuantity } from "../../ids/unknown.ts";
import { short } from "../../math/errors.ts";
import { optimizerOf } from "../../nn/optimizers/index.ts";
import { biasName } from "../../nn/network.ts";
import type { Origin } from "../origin.ts";
import { leaf } from "../parts.ts";
import { usersInRule } from "../rule.ts";

export const hyper: Origin<HyperId> = {
  derive(run, { name, t }) {
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
  usedBy: (run, { name, t }) => (t < run.last ? usersInRule(run, name, biasName(1, 1), t + 1) : []),
};
