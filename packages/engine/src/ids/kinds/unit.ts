/** The common part of the quantities of a neuron at a point, such as `z.l.j[s]@t`. */
import { AT, AT_MOMENT, form, POINT, UNIT } from "../grammar.ts";
import { kindOf, type Naming } from "../kind.ts";
import { type Moment, momentText, readMoment } from "../moment.ts";
import { type Point, type PointLike, pointOf, pointText, pointName, readPoint } from "../point.ts";

/** A quantity of neuron j of layer l at a point after t updates. */
export interface UnitId<K extends string> {
  readonly kind: K;
  readonly l: number;
  readonly j: number;
  readonly point: Point;
  readonly t: Moment;
}

/** A kind of quantity of a neuron. Those of the forward pass also exist before edits. */
export function unitKind<K extends string>(
  kind: K,
  moments: "moments" | "updates",
  names: Pick<Naming<UnitId<K>>, "symbol" | "plain" | "what">,
) {
  return kindOf<UnitId<K>, [l: number, j: number, point: PointLike, t: Moment]>(
    {
      kind,
      forms: [
        [
          form`${kind}\.${UNIT}${POINT}${moments === "moments" ? AT_MOMENT : AT}`,
          ({ l, j, point, t }) => ({
            kind,
            l: Number(l),
            j: Number(j),
            point: readPoint(point!),
            t: readMoment(t!),
          }),
        ],
      ],
      print: ({ l, j, point, t }) => `${kind}.${l}.${j}${pointText(point)}@${momentText(t)}`,
      about: ({ point }) => pointName(point),
      ...names,
    },
    (l, j, point, t) => ({ kind, l, j, point: pointOf(point), t }),
  );
}
