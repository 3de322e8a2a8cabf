/** `acctest@t`: the share of the points held out that are right. */
import { momentKind } from "./momentQuantity.ts";

export const acctest = momentKind("acctest", "moments", {
  symbol: () => "\\mathrm{acc}_{\\text{test}}",
  plain: () => "accuracy on the test points",
  about: () => "the points held out",
  what: () => "the share that is right",
});
