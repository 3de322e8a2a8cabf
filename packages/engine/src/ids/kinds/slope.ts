/** `slope.l.j[s]@t`: f′(z), the local slope of neuron j of layer l at a point. */
import * as names from "#text/names";
import { unitPlain } from "../letters.ts";
import { unitKind } from "./unit.ts";

export const slope = unitKind("slope", "updates", {
  symbol: ({ l, j }) => `f'(z^{(${l})}_{${j}})`,
  plain: ({ l, j }) => `f′(${unitPlain("z", l, j)})`,
  what: ({ l, j }) => names.localSlope(l, j),
});
