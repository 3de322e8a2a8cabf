/** What the quantities of output j at a point after t updates have in common: `yhat[s].j@t`. */
import { AT_MOMENT, form, POINT, WHOLE } from "../grammar.ts";
import { kindOf, type Naming } from "../kind.ts";
import { type Moment, momentText, readMoment } from "../moment.ts";
import { type Point, type PointLike, pointName, pointOf, pointText, readPoint } from "../point.ts";

/** A quantity of output j at a point after t updates. */
export interface OutputId<K extends string> {
  readonly kind: K;
  readonly point: Point;
  readonly j: number;
  readonly t: Moment;
}

export function outputKind<K extends string>(
  kind: K,
  names: Pick<Naming<OutputId<K>>, "symbol" | "plain" | "what">,
) {
  return kindOf<OutputId<K>, [j: number, point: PointLike, t: Moment]>(
    {
      kind,
      forms: [
        [
          form`${kind}${POINT}\.(?<j>${WHOLE})${AT_MOMENT}`,
          ({ point, j, t }) => ({ kind, point: readPoint(point!), j: Number(j), t: readMoment(t!) }),
        ],
      ],
      print: ({ point, j, t }) => `${kind}${pointText(point)}.${j}@${momentText(t)}`,
      about: ({ point }) => pointName(point),
      ...names,
    },
    (j, point, t) => ({ kind, point: pointOf(point), j, t }),
  );
}
