/** `p[s]@t`: ŷ, the probability of class 1; `p[s].j@t`: the probability that the network gives to class j of several. */
import * as names from "#text/names";
import { AT_MOMENT, form, POINT, WHOLE } from "../grammar.ts";
import { kindOf } from "../kind.ts";
import { subscript } from "../letters.ts";
import { type Moment, momentText, readMoment } from "../moment.ts";
import { type Point, type PointLike, pointName, pointOf, pointText, readPoint } from "../point.ts";

/** The probability of a class: of class 1 with one output, or of the one that output j, from 1, stands for. */
export interface PId {
  readonly kind: "p";
  readonly point: Point;
  readonly j: number | undefined;
  readonly t: Moment;
}

export const p = kindOf<PId, [point: PointLike, t: Moment, j?: number]>(
  {
    kind: "p",
    forms: [
      [
        form`p${POINT}(?:\.(?<j>${WHOLE}))?${AT_MOMENT}`,
        ({ point, j, t }) => ({
          kind: "p",
          point: readPoint(point!),
          j: j === undefined ? undefined : Number(j),
          t: readMoment(t!),
        }),
      ],
    ],
    print: ({ point, j, t }) => `p${pointText(point)}${j === undefined ? "" : `.${j}`}@${momentText(t)}`,
    symbol: ({ j }) => (j === undefined ? "\\hat y" : `p_{${j}}`),
    plain: ({ j }) => (j === undefined ? "ŷ" : `p${subscript(j)}`),
    about: ({ point }) => pointName(point),
    what: ({ j }) => (j === undefined ? names.prediction : names.probability(j - 1)),
  },
  (point, t, j) => ({ kind: "p", point: pointOf(point), j, t }),
);
