/** `m.W.l.j.k@t`, `vhat.b.l.j@t`: the optimizer state of a parameter after update t, or a value computed from it. */
import * as names from "#text/names";
import type { ParameterName } from "../../nn/network.ts";
import { AT, form, PARAMETER } from "../grammar.ts";
import { kindOf } from "../kind.ts";
import { parameterPlain } from "../letters.ts";

/** The optimizer state of a parameter after update t, or a value computed from it. */
export interface OptimizerStateId {
  readonly kind: "optimizerState";
  readonly slot: string;
  readonly name: ParameterName;
  readonly t: number;
}

/** m̂ for mhat; a name of several letters upright. */
function slotTex(slot: string): string {
  if (slot.endsWith("hat")) return `\\hat ${slot.slice(0, -3)}`;
  return slot.length === 1 ? slot : `\\mathrm{${slot}}`;
}

export const optimizerState = kindOf<OptimizerStateId, [slot: string, name: ParameterName, t: number]>(
  {
    kind: "optimizerState",
    forms: [
      [
        form`(?<slot>[a-z]+)\.${PARAMETER}${AT}`,
        ({ slot, name, t }) => ({ kind: "optimizerState", slot: slot!, name: name!, t: Number(t) }),
      ],
    ],
    print: ({ slot, name, t }) => `${slot}.${name}@${t}`,
    symbol: ({ slot, t }) => `${slotTex(slot)}_{${t}}`,
    plain: ({ slot, name }) => names.stateOf(slot.replace("hat", "\u0302"), parameterPlain(name)),
    about: ({ t }) => names.afterUpdates(t),
    what: ({ slot, t }) => names.state(slot, t),
    first: 1,
  },
  (slot, name, t) => ({ kind: "optimizerState", slot, name, t }),
);
