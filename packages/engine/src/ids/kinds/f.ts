/** `f[s].k`: input k of the network at a point, where it is a feature made of the raw inputs. */
import * as names from "#text/names";
import { form, POINT, WHOLE } from "../grammar.ts";
import { kindOf } from "../kind.ts";
import { subscript } from "../letters.ts";
import { type Point, type PointLike, pointName, pointOf, pointTex, pointText, readPoint } from "../point.ts";

/** Feature k of a point. */
export interface FId {
  readonly kind: "f";
  readonly point: Point;
  readonly k: number;
}

export const f = kindOf<FId, [k: number, point: PointLike]>(
  {
    kind: "f",
    forms: [
      [
        form`f${POINT}\.(?<k>${WHOLE})`,
        ({ point, k }) => ({ kind: "f", point: readPoint(point!), k: Number(k) }),
      ],
    ],
    print: ({ point, k }) => `f${pointText(point)}.${k}`,
    symbol: ({ point, k }) => `\\phi_{${k}}${pointTex(point)}`,
    plain: ({ k }) => `φ${subscript(k)}`,
    about: ({ point }) => pointName(point),
    what: ({ point, k }) => names.feature(k, pointName(point)),
  },
  (k, point) => ({ kind: "f", point: pointOf(point), k }),
);
