/** `ez[s].j@t`: e^(zⱼ − m), what softmax makes of z of output j, where m is the largest z. */
import * as names from "#text/names";
import { subscript } from "../letters.ts";
import { outputKind } from "./outputQuantity.ts";

export const ez = outputKind("ez", {
  symbol: ({ j }) => `e^{z_{${j}} - m}`,
  plain: ({ j }) => `e^(z${subscript(j)} − m)`,
  what: ({ j }) => names.exponential(j),
});
