/** `y[s]`: the label of a sample. */
import * as names from "#text/names";
import { form, POINT } from "../grammar.ts";
import { kindOf } from "../kind.ts";
import { type Point, type PointLike, pointOf, pointTex, pointText, pointName, readPoint } from "../point.ts";

/** The label of a sample. */
export interface YId {
  readonly kind: "y";
  readonly point: Point;
}

export const y = kindOf<YId, [point: PointLike]>(
  {
    kind: "y",
    forms: [[form`y${POINT}`, ({ point }) => ({ kind: "y", point: readPoint(point!) })]],
    print: ({ point }) => `y${pointText(point)}`,
    symbol: ({ point }) => `y${pointTex(point)}`,
    plain: () => "y",
    about: ({ point }) => pointName(point),
    what: () => names.label,
  },
  (point) => ({ kind: "y", point: pointOf(point) }),
);
