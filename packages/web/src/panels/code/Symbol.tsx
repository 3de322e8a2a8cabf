import { idOf, plainOf, type QuantityId, symbolOf } from "@neural-viz/engine";
import { Tex } from "../../ui/kit/Tex.tsx";

/** The symbol of a number. */
export function Symbol({ id }: { id: QuantityId }) {
  const parsed = idOf(id);
  return <Tex tex={symbolOf(parsed)} plain={plainOf(parsed)} />;
}
