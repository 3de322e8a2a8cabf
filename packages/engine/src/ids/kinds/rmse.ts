/** `rmse@t`: the root of the mean squared error over all points trained on and all outputs. */
import * as names from "#text/names";
import { allPoints } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const rmse = momentKind("rmse", "moments", {
  symbol: () => "\\mathrm{RMSE}",
  plain: () => "RMSE",
  about: (_, extent) => allPoints(extent),
  what: () => names.rootMeanSquaredError,
});
