/** `dL@t`: how update t changed the loss. */
import { allPoints } from "../kind.ts";
import { momentKind } from "./momentQuantity.ts";

export const dL = momentKind("dL", "updates", {
  symbol: () => "\\Delta L",
  plain: () => "ΔL",
  about: (_, extent) => allPoints(extent),
  what: ({ t }) => `what update ${t} did to the loss`,
  first: 1,
});
