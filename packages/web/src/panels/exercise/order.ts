/** The order in which one whole update computes what is asked. */
import { groupsOf, idOf, networkOf, type QuantityId } from "@neural-viz/engine";
import { askedBy, type Shown } from "./making.ts";

/** What is asked with some numbers more, each before the first one that is computed after it. What was moved by hand stays there. */
export function withInOrder(
  shown: Shown,
  asked: readonly QuantityId[],
  added: readonly QuantityId[],
): readonly QuantityId[] {
  const placeOf = placesOf(shown);
  return added.reduce((all, one) => {
    const place = placeOf(one);
    const next = all.findIndex((id) => placeOf(id) > place);
    return all.toSpliced(next === -1 ? all.length : next, 0, one);
  }, asked);
}

/** Where a number comes in the update. One that no update of a point asks for comes right after those of its kind. */
function placesOf(shown: Shown): (id: QuantityId) => number {
  const whole = askedBy(shown, ["forward", "loss", "backward", "update"]);
  const network = networkOf(shown.experiment);
  const groups = groupsOf({ ask: whole }, network);
  const places = new Map(whole.map((id, place) => [id, place]));
  return (id) => {
    const known = places.get(id);
    if (known !== undefined) return known;
    if (idOf(id).kind === "f") return -1;
    const [own] = groupsOf({ ask: [id] }, network);
    const group = groups.find(({ what, layer }) => what === own?.what && layer === own.layer);
    return Math.max(-1, ...(group?.ids ?? []).map((one) => places.get(one)!)) + 0.5;
  };
}
