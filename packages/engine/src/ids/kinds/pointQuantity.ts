/** The common part of the quantities of a point after t updates, such as `p[s]@t`. */
import { AT_MOMENT, form, POINT } from "../grammar.ts";
import { kindOf, type Naming } from "../kind.ts";
import { type Moment, momentText, readMoment } from "../moment.ts";
import { type Point, type PointLike, pointOf, pointText, pointName, readPoint } from "../point.ts";

/** A quantity of a point after t updates. */
export interface PointId<K extends string> {
  readonly kind: K;
  readonly point: Point;
  readonly t: Moment;
}

export function pointKind<K extends string>(
  kind: K,
  names: Pick<Naming<PointId<K>>, "symbol" | "plain" | "what">,
) {
  return kindOf<PointId<K>, [point: PointLike, t: Moment]>(
    {
      kind,
      forms: [
        [
          form`${kind}${POINT}${AT_MOMENT}`,
          ({ point, t }) => ({ kind, point: readPoint(point!), t: readMoment(t!) }),
        ],
      ],
      print: ({ point, t }) => `${kind}${pointText(point)}@${momentText(t)}`,
      about: ({ point }) => pointName(point),
      ...names,
    },
    (point, t) => ({ kind, point: pointOf(point), t }),
  );
}
