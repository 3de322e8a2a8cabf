/** `gW.l.j.k@t`, `gW.l.j.k[s]@t`: ∂L/∂w, averaged over the points of update t + 1, and ∂ℓ/∂w of one sample. */
import * as names from "#text/names";
import type { ParameterName } from "../../nn/network.ts";
import { AT, form, PARAMETER, POINT } from "../grammar.ts";
import { kindOf, pointsOfUpdate } from "../kind.ts";
import { parameterPlain, parameterTex } from "../letters.ts";
import { type Point, type PointLike, pointOf, pointText, pointName, readPoint } from "../point.ts";

/** ∂L/∂w after t updates, or ∂ℓ/∂w of one sample. */
export interface GradientId {
  readonly kind: "gradient";
  readonly name: ParameterName;
  readonly point: Point | undefined;
  readonly t: number;
}

export const gradient = kindOf<GradientId, [name: ParameterName, t: number, point?: PointLike]>(
  {
    kind: "gradient",
    forms: [
      [
        form`g${PARAMETER}(?:${POINT})?${AT}`,
        ({ name, point, t }) => ({
          kind: "gradient",
          name: name!,
          point: point === undefined ? undefined : readPoint(point),
          t: Number(t),
        }),
      ],
    ],
    print: ({ name, point, t }) => `g${name}${point === undefined ? "" : pointText(point)}@${t}`,
    symbol: ({ name, point }) =>
      `\\frac{\\partial ${point === undefined ? "L" : "\\ell"}}{\\partial ${parameterTex(name)}}`,
    plain: ({ name, point }) => `∂${point === undefined ? "L" : "ℓ"}/∂${parameterPlain(name)}`,
    about: ({ point }, extent) => (point === undefined ? pointsOfUpdate(extent) : pointName(point)),
    what: ({ point }) => (point === undefined ? names.meanGradient : names.pointGradient(pointName(point))),
  },
  (name, t, point) => ({
    kind: "gradient",
    name,
    point: point === undefined ? undefined : pointOf(point),
    t,
  }),
);
