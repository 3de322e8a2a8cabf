/** `a.l.j[s]@t`: the activation of neuron j of layer l at a point. */
import * as names from "#text/names";
import { unitPlain } from "../letters.ts";
import { unitKind } from "./unit.ts";

export const a = unitKind("a", "moments", {
  symbol: ({ l, j }) => `a^{(${l})}_{${j}}`,
  plain: ({ l, j }) => unitPlain("a", l, j),
  what: ({ l, j }) => names.activation(l, j),
});
