/** What the inputs and the outputs of a network are called at a point: their ids, and letters for all of them. */
import {
  type Feature,
  type FeatureName,
  features,
  ids,
  type Network,
  type PointLike,
  type QuantityId,
} from "@neural-viz/engine";

/** Which raw input a feature is, from 1; undefined where it is made of them. */
function rawOf(name: FeatureName): number | undefined {
  const { raw }: Feature = features[name];
  return raw;
}

/** The id of an input, from 0: x, or a feature made of the raw inputs. */
export function inputId({ features: chosen }: Network, unit: number, point: PointLike): QuantityId {
  const raw = rawOf(chosen[unit]!);
  return raw === undefined ? ids.f.of(unit + 1, point) : ids.x.of(raw, point);
}

/** The id of an output, from 0: ŷ, the probability of a class, or a value. */
export function outputId(
  { head }: Pick<Network, "head">,
  unit: number,
  point: PointLike,
  moment: number,
): QuantityId {
  if (head.targets === "values") return ids.yhat.of(unit + 1, point, moment);
  return ids.p.of(point, moment, head.targets === "classes" ? unit + 1 : undefined);
}

/** The id of a target, from 0: the label of two classes, else a target of its own output. */
export function targetId({ head }: Pick<Network, "head">, unit: number, point: PointLike): QuantityId {
  return head.targets === "binary" ? ids.y.of(point) : ids.y.of(point, unit + 1);
}

/** TeX of the vector of all inputs: x, or φ where some of them are made of it. */
export function inputLetter({ features: chosen }: Network): string {
  return chosen.every((name) => rawOf(name) !== undefined) ? "x" : "\\phi";
}

/** TeX of the vector of all outputs: p of classes, else ŷ. */
export function outputLetter({ head }: Pick<Network, "head">): string {
  return head.targets === "classes" ? "p" : "\\hat y";
}
