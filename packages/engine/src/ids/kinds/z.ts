/** `z.l.j[s]@t`: what comes into neuron j of layer l at a point. */
import { unitPlain } from "../letters.ts";
import { unitKind } from "./unit.ts";

export const z = unitKind("z", "moments", {
  symbol: ({ l, j }) => `z^{(${l})}_{${j}}`,
  plain: ({ l, j }) => unitPlain("z", l, j),
  what: ({ l, j }) => `sum in neuron ${j} of layer ${l}`,
});
