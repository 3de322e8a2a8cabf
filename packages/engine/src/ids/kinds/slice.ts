/** `L[W.l.j.k=x,b.l.j=y]@t`, `L[gradient=x,random seed=y]@t`: the loss at a point of a plane through the parameters. */
import * as names from "#text/names";
import { format } from "../../math/format.ts";
import type { Directions, Coordinates } from "../../nn/plane.ts";
import { AT, form, NAME, NUMBER, WHOLE } from "../grammar.ts";
import { allPoints, kindOf } from "../kind.ts";
import { numberTex, parameterPlain, parameterTex } from "../letters.ts";

/** The loss at a point of a plane through the parameters after t updates. */
export interface SliceId {
  readonly kind: "slice";
  readonly directions: Directions;
  readonly coordinates: Coordinates;
  readonly t: number;
}

export const slice = kindOf<SliceId, [directions: Directions, coordinates: Coordinates, t: number]>(
  {
    kind: "slice",
    forms: [
      [
        form`L\[(?<across>${NAME})=(?<x>${NUMBER}),(?<up>${NAME})=(?<y>${NUMBER})\]${AT}`,
        ({ across, up, x, y, t }) => ({
          kind: "slice",
          directions: { kind: "parameters", names: [across!, up!] },
          coordinates: [Number(x), Number(y)],
          t: Number(t),
        }),
      ],
      [
        form`L\[gradient=(?<x>${NUMBER}),random (?<seed>${WHOLE})=(?<y>${NUMBER})\]${AT}`,
        ({ seed, x, y, t }) => ({
          kind: "slice",
          directions: { kind: "gradient", seed: Number(seed) },
          coordinates: [Number(x), Number(y)],
          t: Number(t),
        }),
      ],
    ],
    print({ directions, coordinates, t }) {
      const [across, up] =
        directions.kind === "parameters" ? directions.names : ["gradient", `random ${directions.seed}`];
      return `L[${across}=${coordinates[0]},${up}=${coordinates[1]}]@${t}`;
    },
    symbol({ directions, coordinates }) {
      const [x, y] = coordinates.map((value) => numberTex(Number(value.toPrecision(4))));
      if (directions.kind === "gradient") return `L(w + ${x}\\,\\hat g + ${y}\\,\\hat r)`;
      const [across, up] = directions.names.map(parameterTex);
      return `L(${across} = ${x},\\; ${up} = ${y})`;
    },
    plain({ directions, coordinates }) {
      const [x, y] = coordinates.map(format);
      if (directions.kind === "gradient") return `L(w + ${x} ĝ + ${y} r̂)`;
      const [across, up] = directions.names.map(parameterPlain);
      return `L(${across} = ${x}, ${up} = ${y})`;
    },
    about: (_, extent) => allPoints(extent),
    what: () => names.surfaceLoss,
  },
  (directions, coordinates, t) => ({ kind: "slice", directions, coordinates, t }),
);
