/** `path.W.l.j.k>i>…[s]@t`: one path of the chain rule from a parameter through these neurons of the later hidden layers. */
import * as names from "#text/names";
import { type ParameterName, indicesOf } from "../../nn/network.ts";
import { AT, form, PARAMETER, POINT, WHOLE } from "../grammar.ts";
import { kindOf } from "../kind.ts";
import { type Point, type PointLike, pointOf, pointTex, pointText, pointName, readPoint } from "../point.ts";

/** One path of the chain rule from a parameter through these neurons of the later hidden layers. */
export interface PathId {
  readonly kind: "path";
  readonly name: ParameterName;
  readonly through: readonly number[];
  readonly point: Point;
  readonly t: number;
}

export const path = kindOf<
  PathId,
  [name: ParameterName, through: readonly number[], point: PointLike, t: number]
>(
  {
    kind: "path",
    forms: [
      [
        form`path\.${PARAMETER}(?<through>(?:>${WHOLE})*)${POINT}${AT}`,
        ({ name, through, point, t }) => ({
          kind: "path",
          name: name!,
          through: through!.split(">").slice(1).map(Number),
          point: readPoint(point!),
          t: Number(t),
        }),
      ],
    ],
    print: ({ name, through, point, t }) => `path.${[name, ...through].join(">")}${pointText(point)}@${t}`,
    symbol: ({ name, through, point }) =>
      `P_{${[indicesOf(name)[1], ...through].join(" \\to ")}}${pointTex(point)}`,
    plain: ({ name, through }) => names.path([indicesOf(name)[1], ...through, "ŷ"].join("→")),
    about: ({ point }) => pointName(point),
    what: () => names.onePath,
  },
  (name, through, point, t) => ({ kind: "path", name, through, point: pointOf(point), t }),
);
