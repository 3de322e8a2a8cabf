/** `delta.l.j[s]@t`: ∂ℓ/∂z of neuron j of layer l at a sample. */
import * as names from "#text/names";
import { unitPlain } from "../letters.ts";
import { unitKind } from "./unit.ts";

export const delta = unitKind("delta", "updates", {
  symbol: ({ l, j }) => `\\delta^{(${l})}_{${j}}`,
  plain: ({ l, j }) => unitPlain("δ", l, j),
  what: ({ l, j }) => names.errorSignal(l, j),
});
