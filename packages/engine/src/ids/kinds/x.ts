/** `x[s].k`: input k of a point. */
import * as names from "#text/names";
import { form, POINT } from "../grammar.ts";
import { kindOf } from "../kind.ts";
import { subscript } from "../letters.ts";
import { type Point, type PointLike, pointOf, pointTex, pointText, pointName, readPoint } from "../point.ts";

/** Input k of a point. */
export interface XId {
  readonly kind: "x";
  readonly point: Point;
  readonly k: number;
}

export const x = kindOf<XId, [k: number, point: PointLike]>(
  {
    kind: "x",
    forms: [
      [
        form`x${POINT}\.(?<k>[1-4])`,
        ({ point, k }) => ({ kind: "x", point: readPoint(point!), k: Number(k) }),
      ],
    ],
    print: ({ point, k }) => `x${pointText(point)}.${k}`,
    symbol: ({ point, k }) => `x_${k}${pointTex(point)}`,
    plain: ({ k }) => `x${subscript(k)}`,
    about: ({ point }) => pointName(point),
    what: ({ point, k }) => names.input(k, pointName(point)),
  },
  (k, point) => ({ kind: "x", point: pointOf(point), k }),
);
