/**
 * `above.W.l.j.k[ε]@t`, `below…`, `fd…`, `relerr…`: the gradient check's loss at w + ε and at w − ε, finite difference,
 * and relative error.
 */
import * as names from "#text/names";
import type { ParameterName } from "../../nn/network.ts";
import { AT, form, NUMBER, PARAMETER } from "../grammar.ts";
import { kindOf, pointsOfUpdate } from "../kind.ts";
import { parameterPlain, parameterTex } from "../letters.ts";

/** A number of the gradient check: the loss at w + ε or at w − ε, the finite difference, or the relative error. */
export type CheckPart = "above" | "below" | "fd" | "relerr";

/** A number of the gradient check of a parameter with step ε after t updates. */
export interface CheckId {
  readonly kind: "check";
  readonly what: CheckPart;
  readonly name: ParameterName;
  readonly epsilon: number;
  readonly t: number;
}

const parts: Readonly<
  Record<CheckPart, { symbol: (w: string) => string; plain: (w: string) => string; what: string }>
> = {
  above: {
    symbol: (w) => `L(${w} + \\varepsilon)`,
    plain: (w) => `L(${w} + ε)`,
    what: names.measuredLoss,
  },
  below: {
    symbol: (w) => `L(${w} - \\varepsilon)`,
    plain: (w) => `L(${w} − ε)`,
    what: names.measuredLoss,
  },
  fd: {
    symbol: (w) => `\\frac{\\Delta L}{\\Delta ${w}}`,
    plain: (w) => `ΔL/Δ${w}`,
    what: names.finiteDifference,
  },
  relerr: {
    symbol: () => "\\mathrm{error}",
    plain: (w) => names.relativeErrorOf(w),
    what: names.relativeError,
  },
};

export const check = kindOf<CheckId, [what: CheckPart, name: ParameterName, epsilon: number, t: number]>(
  {
    kind: "check",
    forms: [
      [
        form`(?<what>above|below|fd|relerr)\.${PARAMETER}\[(?<epsilon>${NUMBER})\]${AT}`,
        ({ what, name, epsilon, t }) => ({
          kind: "check",
          what: what as CheckPart,
          name: name!,
          epsilon: Number(epsilon),
          t: Number(t),
        }),
      ],
    ],
    print: ({ what, name, epsilon, t }) => `${what}.${name}[${epsilon}]@${t}`,
    symbol: ({ what, name }) => parts[what].symbol(parameterTex(name)),
    plain: ({ what, name }) => parts[what].plain(parameterPlain(name)),
    about: (_, extent) => pointsOfUpdate(extent),
    what: ({ what }) => parts[what].what,
  },
  (what, name, epsilon, t) => ({ kind: "check", what, name, epsilon, t }),
);
