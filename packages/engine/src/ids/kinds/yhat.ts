/** `yhat[s].j@t`: ŷⱼ, the value that the network predicts as output j. */
import * as names from "#text/names";
import { subscript } from "../letters.ts";
import { outputKind } from "./outputQuantity.ts";

export const yhat = outputKind("yhat", {
  symbol: ({ j }) => `\\hat y_{${j}}`,
  plain: ({ j }) => `ŷ${subscript(j)}`,
  what: ({ j }) => names.predictedValue(j),
});
