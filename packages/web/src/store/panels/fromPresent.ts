/** How an exercise that begins at the present epoch names the numbers of the page. */
import { asId, type QuantityId } from "@neural-viz/engine";

/**
 * A number of the page as an exercise that starts at the present epoch names it. A parameter is given there, so its value after the
 * update takes its place.
 */
export function fromPresent(id: QuantityId, t: number): QuantityId {
  const [, stem = id, moment = "0"] = /^(.*)@(\d+)$/.exec(id) ?? [];
  const isParameter = /^[Wb]\./.test(stem);
  return asId(`${stem}@${Number(moment) - t + (isParameter && Number(moment) === t ? 1 : 0)}`) ?? id;
}
