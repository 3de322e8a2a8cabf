/** `aff.l.j.k[s]@t`: how z of neuron j of layer l grows with raw input k in the linear region of a point. */
import * as names from "#text/names";
import { AT, form, POINT, UNIT, WHOLE } from "../grammar.ts";
import { kindOf } from "../kind.ts";
import { subscript, superscript } from "../letters.ts";
import { type Point, type PointLike, pointName, pointOf, pointText, readPoint } from "../point.ts";

/** An entry of the collapsed weights W⁽ˡ⁾D⁽ˡ⁻¹⁾ … D⁽¹⁾W⁽¹⁾. */
export interface AffId {
  readonly kind: "aff";
  readonly l: number;
  readonly j: number;
  /** The raw input, from 1. */
  readonly k: number;
  readonly point: Point;
  readonly t: number;
}

export const aff = kindOf<AffId, [l: number, j: number, k: number, point: PointLike, t: number]>(
  {
    kind: "aff",
    forms: [
      [
        form`aff\.${UNIT}\.(?<k>${WHOLE})${POINT}${AT}`,
        ({ l, j, k, point, t }) => ({
          kind: "aff",
          l: Number(l),
          j: Number(j),
          k: Number(k),
          point: readPoint(point!),
          t: Number(t),
        }),
      ],
    ],
    print: ({ l, j, k, point, t }) => `aff.${l}.${j}.${k}${pointText(point)}@${t}`,
    symbol: ({ l, j, k }) => `w^{(${l})}_{${j}${k}}`,
    plain: ({ l, j, k }) => `w${superscript(l)}${subscript(`${j}${k}`)}`,
    about: ({ point }) => pointName(point),
    what: ({ l, j, k }) => names.collapsedWeight(l, j, k),
  },
  (l, j, k, point, t) => ({ kind: "aff", l, j, k, point: pointOf(point), t }),
);
