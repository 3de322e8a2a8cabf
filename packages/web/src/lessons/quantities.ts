/** The quantities that lessons use, without their epoch, which the scene determines. */
import { type HyperName, ids, type ParameterName, type QuantityId } from "@neural-viz/engine";

/** A quantity after this many updates. */
export type Quantity = (t: number) => QuantityId;

export const quantity = {
  parameter:
    (name: ParameterName): Quantity =>
    (t) =>
      ids.parameter.of(name, t),
  /** Of the loss, or of one sample's loss. */
  gradient:
    (name: ParameterName, s?: number): Quantity =>
    (t) =>
      ids.gradient.of(name, t, s),
  /** How far an update moves a parameter. */
  difference:
    (name: ParameterName): Quantity =>
    (t) =>
      ids.difference.of(name, t),
  optimizerState:
    (slot: string, name: ParameterName): Quantity =>
    (t) =>
      ids.optimizerState.of(slot, name, t),
  hyper:
    (name: HyperName): Quantity =>
    (t) =>
      ids.hyper.of(name, t),
  /** The root mean square of a layer's gradient. */
  grms:
    (l: number): Quantity =>
    (t) =>
      ids.norm.of("grms", l, t),
  z:
    (l: number, j: number, s: number): Quantity =>
    (t) =>
      ids.z.of(l, j, s, t),
  a:
    (l: number, j: number, s: number): Quantity =>
    (t) =>
      ids.a.of(l, j, s, t),
  delta:
    (l: number, j: number, s: number): Quantity =>
    (t) =>
      ids.delta.of(l, j, s, t),
  slope:
    (l: number, j: number, s: number): Quantity =>
    (t) =>
      ids.slope.of(l, j, s, t),
  x:
    (k: number, s: number): Quantity =>
    () =>
      ids.x.of(k, s),
  p:
    (s: number): Quantity =>
    (t) =>
      ids.p.of(s, t),
  ell:
    (s: number): Quantity =>
    (t) =>
      ids.ell.of(s, t),
  L: (t: number) => ids.L.of(t),
  Ltest: (t: number) => ids.Ltest.of(t),
};
