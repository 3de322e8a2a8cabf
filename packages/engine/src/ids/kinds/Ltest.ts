/** `Ltest@t`: the average loss over the held-out points. */
import * as names from "#text/names";
import { momentKind } from "./momentQuantity.ts";

export const Ltest = momentKind("Ltest", "moments", {
  symbol: () => "L_{\\text{test}}",
  plain: () => names.testLoss,
  about: () => names.heldOut,
  what: () => names.meanTestLoss,
});
