/** `init.l.j.k`, `init.b.l.j`: the value that the initializer gave a weight or a bias. */
import * as names from "#text/names";
import type { ParameterName } from "../../nn/network.ts";
import { form, WHOLE } from "../grammar.ts";
import { kindOf } from "../kind.ts";
import { parameterPlain, parameterTex } from "../letters.ts";

/** The value that the initializer gave a parameter. */
export interface InitId {
  readonly kind: "init";
  readonly name: ParameterName;
}

export const init = kindOf<InitId, [name: ParameterName]>(
  {
    kind: "init",
    forms: [
      [
        form`init\.(?<weight>${WHOLE}\.${WHOLE}\.${WHOLE})`,
        ({ weight }) => ({ kind: "init", name: `W.${weight}` }),
      ],
      [form`init\.(?<bias>b\.${WHOLE}\.${WHOLE})`, ({ bias }) => ({ kind: "init", name: bias! })],
    ],
    print: ({ name }) => `init.${name.startsWith("W.") ? name.slice(2) : name}`,
    symbol: ({ name }) => `${parameterTex(name)}{}_{,0}`,
    plain: ({ name }) => names.initial(parameterPlain(name)),
    about: () => names.afterUpdates(0),
    what: () => names.initialValue,
  },
  (name) => ({ kind: "init", name }),
);
