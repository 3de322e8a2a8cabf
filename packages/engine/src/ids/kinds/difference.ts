/** `dW.l.j.k@t`: the change of a parameter in update t. */
import * as names from "#text/names";
import type { ParameterName } from "../../nn/network.ts";
import { AT, form, PARAMETER } from "../grammar.ts";
import { kindOf } from "../kind.ts";
import { parameterPlain, parameterTex } from "../letters.ts";

/** The change of a parameter in update t. */
export interface DifferenceId {
  readonly kind: "difference";
  readonly name: ParameterName;
  readonly t: number;
}

export const difference = kindOf<DifferenceId, [name: ParameterName, t: number]>(
  {
    kind: "difference",
    forms: [[form`d${PARAMETER}${AT}`, ({ name, t }) => ({ kind: "difference", name: name!, t: Number(t) })]],
    print: ({ name, t }) => `d${name}@${t}`,
    symbol: ({ name }) => `\\Delta ${parameterTex(name)}`,
    plain: ({ name }) => `Δ${parameterPlain(name)}`,
    about: ({ t }) => names.afterUpdates(t),
    what: ({ t }) => names.change(t),
    first: 1,
  },
  (name, t) => ({ kind: "difference", name, t }),
);
