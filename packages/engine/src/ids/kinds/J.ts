/** `J@t`: the objective, J = L + R, which training with a penalty lowers. */
import * as names from "#text/names";
import { allPoints } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const J = momentKind("J", "moments", {
  symbol: () => "J",
  plain: () => "J",
  about: (_, extent) => allPoints(extent),
  what: () => names.objective,
});
