/** Finds the element of the graph that a quantity belongs to, and the id of an element's quantity. */
import {
  type Id,
  idOf,
  ids,
  type Network,
  parameterId,
  parameterIndex,
  type QuantityId,
} from "@neural-viz/engine";
import { featureOf, outputId } from "../../ui/quantity/names.ts";
import { pointOf } from "../../store/selection/point.ts";
import type { AppState } from "../../store/store.ts";

/** An element of the graph. */
export type Pointed =
  | { readonly kind: "weight"; readonly index: number }
  | {
      readonly kind: "unit";
      readonly layer: number;
      readonly unit: number;
      /** An error signal comes in through the outgoing edges; everything else through the incoming ones. */
      readonly isErrorSignal?: boolean;
    };

/** The element of the graph that a quantity belongs to; undefined if it is about the whole network. */
export function pointedOf(network: Network, text: QuantityId | undefined): Pointed | undefined {
  const id = text === undefined ? undefined : idOf(text);
  if (id === undefined) return undefined;
  if (id.kind === "x") {
    const unit = network.features.findIndex((_, k) => featureOf(network, k).raw === id.k);
    return unit < 0 ? undefined : { kind: "unit", layer: 0, unit };
  }
  if (id.kind === "f") return { kind: "unit", layer: 0, unit: id.k - 1 };
  const last = network.layers.length;
  if (id.kind === "ell") return { kind: "unit", layer: last, unit: 0 };
  if (id.kind === "p" || id.kind === "yhat" || id.kind === "ez") {
    const unit = (id.j ?? 1) - 1;
    return unit < network.layers.at(-1)!.fanOut ? { kind: "unit", layer: last, unit } : undefined;
  }
  if ("l" in id && "j" in id) {
    const neuron = { kind: "unit", layer: id.l, unit: id.j - 1 } as const;
    return id.kind === "delta" ? { ...neuron, isErrorSignal: true } : neuron;
  }
  const index = "name" in id ? parameterIndex(network, id.name) : undefined;
  return index === undefined ? undefined : { kind: "weight", index };
}

/** The id of a neuron's output for the selected point: x, a or ŷ. */
export function unitId(network: Network, state: AppState, layer: number, unit: number): QuantityId {
  const point = pointOf(state);
  const { t } = state.snapshot;
  if (layer === 0) {
    const { raw } = featureOf(network, unit);
    return raw === undefined ? ids.f.of(unit + 1, point) : ids.x.of(raw, point);
  }
  return layer === network.layers.length
    ? outputId(network, unit, point, t)
    : ids.a.of(layer, unit + 1, point, t);
}

export function parameterIdAt(network: Network, state: AppState, index: number): QuantityId {
  return ids.parameter.of(parameterId(network, index), state.snapshot.t);
}

/** Whether the quantity sums up what comes into a unit, so that the graph should show the incoming weights. */
export function showsIncoming(id: Id | undefined): boolean {
  return id?.kind === "z" || id?.kind === "a" || id?.kind === "p" || id?.kind === "yhat";
}
