/** `norm.l@t`, `gnorm.l@t`, `grms.l@t`: the length of a layer's parameters, the length of its gradient, and its root mean square. */
import * as names from "#text/names";
import { AT, form, WHOLE } from "../grammar.ts";
import { kindOf, pointsOfUpdate } from "../kind.ts";
import { superscript } from "../letters.ts";

/** The length of the parameters, the length of the gradient, or the root mean square of the gradient. */
export type NormOf = "norm" | "gnorm" | "grms";

/** The size of the parameters or of the gradient of layer l after t updates. */
export interface NormId {
  readonly kind: "norm";
  readonly of: NormOf;
  readonly l: number;
  readonly t: number;
}

const norms: Readonly<Record<NormOf, { symbol: (l: string) => string; plain: (l: string) => string }>> = {
  norm: { symbol: (l) => `\\lVert ${l} \\rVert`, plain: (l) => `‖${l}‖` },
  gnorm: {
    symbol: (l) => `\\lVert \\partial L / \\partial ${l} \\rVert`,
    plain: (l) => `‖∂L/∂${l}‖`,
  },
  grms: {
    symbol: (l) => `\\mathrm{rms}\\left(\\partial L / \\partial ${l}\\right)`,
    plain: (l) => names.rms(`∂L/∂${l}`),
  },
};

const sizes = { norm: names.parameterNorm, gnorm: names.gradientNorm, grms: names.gradientRms };

export const norm = kindOf<NormId, [of: NormOf, l: number, t: number]>(
  {
    kind: "norm",
    forms: [
      [
        form`(?<of>norm|gnorm|grms)\.(?<l>${WHOLE})${AT}`,
        ({ of, l, t }) => ({ kind: "norm", of: of as NormOf, l: Number(l), t: Number(t) }),
      ],
    ],
    print: ({ of, l, t }) => `${of}.${l}@${t}`,
    symbol: ({ of, l }) => norms[of].symbol(`\\theta^{(${l})}`),
    plain: ({ of, l }) => norms[of].plain(`θ${superscript(l)}`),
    about: ({ of, l }, extent) =>
      of === "norm" ? names.layer(l) : names.layerOver(l, pointsOfUpdate(extent)),
    what: ({ of, l }) => sizes[of](l),
  },
  (of, l, t) => ({ kind: "norm", of, l, t }),
);
