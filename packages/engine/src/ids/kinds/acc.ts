/** `acc@t`: the share of the training points that are classified correctly. */
import * as names from "#text/names";
import { allPoints } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const acc = momentKind("acc", "moments", {
  symbol: () => "\\mathrm{acc}",
  plain: () => names.accuracy,
  about: (_, extent) => allPoints(extent),
  what: () => names.shareCorrect,
});
