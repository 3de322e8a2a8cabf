/** `h.learningRate@t`: a hyperparameter of the optimizer in force after t updates. */
import * as names from "#text/names";
import type { HyperParameter } from "../../nn/optimizer.ts";
import { optimizers } from "../../nn/optimizers/index.ts";
import type { Regularizer } from "../../nn/regularizer.ts";
import { regularizers } from "../../nn/regularizers/index.ts";
import { AT, form } from "../grammar.ts";
import { kindOf } from "../kind.ts";

/** A hyperparameter of the optimizer in force after t updates. */
export interface HyperId {
  readonly kind: "hyper";
  readonly name: string;
  readonly t: number;
}

/** The letter of a hyperparameter, which is the same in every optimizer, or of the factor of a penalty. */
function letter(name: string): string {
  for (const { hyper: all } of Object.values(optimizers)) {
    const found = (all as Readonly<Record<string, HyperParameter>>)[name];
    if (found !== undefined) return found.symbol;
  }
  const penalties: Readonly<Record<string, Regularizer>> = regularizers;
  return penalties[name]?.symbol ?? name;
}

export const hyper = kindOf<HyperId, [name: string, t: number]>(
  {
    kind: "hyper",
    forms: [
      [form`h\.(?<name>[A-Za-z]\w*)${AT}`, ({ name, t }) => ({ kind: "hyper", name: name!, t: Number(t) })],
    ],
    print: ({ name, t }) => `h.${name}@${t}`,
    symbol: ({ name }) => letter(name),
    plain: ({ name }) => (name === "learningRate" ? "η" : name),
    about: ({ t }) => names.afterUpdates(t),
    what: () => names.hyperparameter,
  },
  (name, t) => ({ kind: "hyper", name, t }),
);
