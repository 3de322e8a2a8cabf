/** `affb.l.j[s]@t`: z of neuron j of layer l where all raw inputs are 0, by the map of the linear region of a point. */
import * as names from "#text/names";
import { unitPlain } from "../letters.ts";
import { unitKind } from "./unit.ts";

export const affb = unitKind("affb", "updates", {
  symbol: ({ l, j }) => `c^{(${l})}_{${j}}`,
  plain: ({ l, j }) => unitPlain("c", l, j),
  what: ({ l, j }) => names.collapsedBias(l, j),
});
