/** `y[s]`: the label of a sample; `y[s].j`: target j, one of its values, or for classes 1 where it belongs to the jth, else 0. */
import * as names from "#text/names";
import { form, POINT, WHOLE } from "../grammar.ts";
import { kindOf } from "../kind.ts";
import { subscript } from "../letters.ts";
import { type Point, type PointLike, pointName, pointOf, pointTex, pointText, readPoint } from "../point.ts";

/** The label of a sample, or target j, from 1. */
export interface YId {
  readonly kind: "y";
  readonly point: Point;
  readonly j: number | undefined;
}

export const y = kindOf<YId, [point: PointLike, j?: number]>(
  {
    kind: "y",
    forms: [
      [
        form`y${POINT}(?:\.(?<j>${WHOLE}))?`,
        ({ point, j }) => ({
          kind: "y",
          point: readPoint(point!),
          j: j === undefined ? undefined : Number(j),
        }),
      ],
    ],
    print: ({ point, j }) => `y${pointText(point)}${j === undefined ? "" : `.${j}`}`,
    symbol: ({ point, j }) => `y${j === undefined ? "" : `_{${j}}`}${pointTex(point)}`,
    plain: ({ j }) => (j === undefined ? "y" : `y${subscript(j)}`),
    about: ({ point }) => pointName(point),
    what: ({ j }) => (j === undefined ? names.label : names.target(j)),
  },
  (point, j) => ({ kind: "y", point: pointOf(point), j }),
);
