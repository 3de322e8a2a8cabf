import { captions, type Moved, origins, updates } from "#text/captions";
import { commonMistakes } from "#text/commonMistakes";
import { ids } from "../../ids/index.ts";
import type { ParameterId } from "../../ids/kinds/parameter.ts";
import { beforeEdits, isBeforeEdits, updateOf } from "../../ids/moment.ts";
import { format } from "../../math/format.ts";
import { indicesOf } from "../../nn/network.ts";
import type { Message } from "../../text/message.ts";
import type { OptimizerChoice } from "../../nn/optimizers/index.ts";
import type { Expression } from "../../math/expression.ts";
import { mistaken } from "../commonMistakes.ts";
import { afterUpdate, wasEdited } from "../edits.ts";
import type { Origin } from "../origin.ts";
import { indexOf } from "../lookup.ts";
import { derived, isPenalized, kindOfParameter, leaf } from "../parts.ts";
import { lineOfRule } from "../rule.ts";

export const parameter: Origin<ParameterId> = {
  derive(run, { name, t }) {
    const index = indexOf(run, name);
    const value = run.at(t).params[index]!;
    const kind = kindOfParameter(name);
    if (!isBeforeEdits(t) && wasEdited(run, t, name)) {
      const before = t === 0 ? undefined : format(run.at(beforeEdits(t)).params[index]!);
      return leaf(value, captions.edited({ t, kind, before }), origins.edited({ t }));
    }
    if (t === 0) return derived(value, captions.initial({ kind }), ids.init.of(name));
    const update = updateOf(t);
    const { params, optimizer } = run.at(update - 1);
    const change = value - params[index]!;
    const moved = {
      t: update,
      kind,
      direction: directionOf(change),
      size: format(Math.abs(change)),
    } as const;
    return derived(value, updateCaption(optimizer, moved), lineOfRule(run, name, update));
  },
  usedBy(run, { name, t }) {
    const [l, j, k] = indicesOf(name);
    const next =
      t < run.last && !isBeforeEdits(t) ? [ids.parameter.of(name, afterUpdate(run, t + 1, name))] : [];
    const back = k === undefined || l === 1 ? [] : [ids.delta.of(l - 1, k, 1, t)];
    const penalized = k !== undefined && isPenalized(run);
    const gradient = penalized && !isBeforeEdits(t) ? [ids.gradient.of(name, t)] : [];
    return [ids.z.of(l, j, 1, t), ...back, ...next, ...(penalized ? [ids.R.of(t)] : []), ...gradient];
  },
  commonMistakes({ operands, at }) {
    const [before, step] = operands as readonly [Expression, Expression];
    return [
      mistaken(at, ["+", before, step], commonMistakes.uphill()),
      mistaken(at, before, commonMistakes.valueBefore()),
      mistaken(at, ["neg", step], commonMistakes.stepAlone()),
    ];
  },
};

const directionOf = (change: number) => {
  if (!Number.isFinite(change)) return "overflowed";
  return change === 0 ? "unchanged" : change > 0 ? "raised" : "lowered";
};

/** A hyperparameter to four digits. */
const setting = (value: number): string => String(Number(value.toPrecision(4)));

/** What an update did to a parameter, and how the optimizer computed it from the gradient. */
function updateCaption(optimizer: OptimizerChoice, moved: Moved): Message {
  const eta = setting(optimizer.learningRate);
  return optimizer.name === "momentum" || optimizer.name === "nesterov"
    ? updates[optimizer.name]({ ...moved, eta, mu: setting(optimizer.momentum) })
    : updates[optimizer.name]({ ...moved, eta });
}
