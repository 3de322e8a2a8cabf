/** `acctest@t`: the share of the held-out points that are classified correctly. */
import * as names from "#text/names";
import { momentKind } from "./momentQuantity.ts";

export const acctest = momentKind("acctest", "moments", {
  symbol: () => "\\mathrm{acc}_{\\text{test}}",
  plain: () => names.testAccuracy,
  about: () => names.heldOut,
  what: () => names.shareCorrect,
});
