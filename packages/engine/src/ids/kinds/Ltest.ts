/** `Ltest@t`: the mean loss over the points held out. */
import { momentKind } from "./momentQuantity.ts";

export const Ltest = momentKind("Ltest", "moments", {
  symbol: () => "L_{\\text{test}}",
  plain: () => "L of the test points",
  about: () => "the points held out",
  what: () => "the mean loss of the points held out",
});
