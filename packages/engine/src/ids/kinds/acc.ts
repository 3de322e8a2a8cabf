/** `acc@t`: the share of the points trained on that are right. */
import { allPoints } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const acc = momentKind("acc", "moments", {
  symbol: () => "\\mathrm{acc}",
  plain: () => "accuracy",
  about: (_, extent) => allPoints(extent),
  what: () => "the share that is right",
});
