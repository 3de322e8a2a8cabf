/** `z.l.j[s]@t`: the weighted sum plus bias of neuron j of layer l at a point. */
import * as names from "#text/names";
import { unitPlain } from "../letters.ts";
import { unitKind } from "./unit.ts";

export const z = unitKind("z", "moments", {
  symbol: ({ l, j }) => `z^{(${l})}_{${j}}`,
  plain: ({ l, j }) => unitPlain("z", l, j),
  what: ({ l, j }) => names.z(l, j),
});
