/** `W.l.j.k@t`, `b.l.j@t`: a weight or a bias after t updates; `@t-` is the moment before the edits made there. */
import * as names from "#text/names";
import type { ParameterName } from "../../nn/network.ts";
import { AT_MOMENT, form, PARAMETER } from "../grammar.ts";
import { kindOf } from "../kind.ts";
import { parameterPlain, parameterTex } from "../letters.ts";
import { isBeforeEdits, type Moment, momentText, readMoment, updateOf } from "../moment.ts";

/** A weight or a bias after t updates. */
export interface ParameterId {
  readonly kind: "parameter";
  readonly name: ParameterName;
  readonly t: Moment;
}

export const parameter = kindOf<ParameterId, [name: ParameterName, t: Moment]>(
  {
    kind: "parameter",
    forms: [
      [
        form`${PARAMETER}${AT_MOMENT}`,
        ({ name, t }) => ({ kind: "parameter", name: name!, t: readMoment(t!) }),
      ],
    ],
    print: ({ name, t }) => `${name}@${momentText(t)}`,
    symbol: ({ name }) => parameterTex(name),
    plain: ({ name }) => parameterPlain(name),
    about: ({ t }) => (isBeforeEdits(t) ? names.beforeEdit(updateOf(t)) : names.afterUpdates(t)),
    what: ({ name, t }) => names.parameter(name.startsWith("b"), updateOf(t)),
  },
  (name, t) => ({ kind: "parameter", name, t }),
);
