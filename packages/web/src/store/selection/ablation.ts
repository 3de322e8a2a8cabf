/** Switching off a hidden neuron: a look at the network, in which nothing of the run changes. */
import type { Unit } from "@neural-viz/engine";
import { type Focus, focusOf } from "../derived.ts";
import { type AppState, store } from "../store.ts";
import type * as Look from "./look.ts";
import type { Looked, Seen } from "./looked.ts";

/** Loaded when the first neuron is switched off. */
let loaded: typeof Look | undefined;

/** Switches a neuron off, or on again if it is the one that is off. */
export async function switchOff(unit: Unit | undefined): Promise<void> {
  if (unit !== undefined) loaded ??= await import("./look.ts");
  const { off } = store.getState();
  const same = off !== undefined && unit?.layer === off.layer && unit.unit === off.unit;
  store.setState({ off: same ? undefined : unit });
}

let last: { readonly of: Seen; readonly looked: Looked | undefined } | undefined;

/** The snapshot with a neuron switched off; undefined if none is. */
export function lookedOf(state: Seen): Looked | undefined {
  const { experiment, snapshot, off } = state;
  if (off === undefined || loaded === undefined) return undefined;
  const known = last?.of.snapshot === snapshot && last.of.off === off && last.of.experiment === experiment;
  if (!known) last = { of: { experiment, snapshot, off }, looked: loaded.look(state) };
  return last!.looked;
}

/** The selected point's way through the network, with the neuron that is switched off. */
export function lookedFocusOf(state: Seen & Pick<AppState, "selection">): Focus {
  const looked = lookedOf(state);
  return looked === undefined ? focusOf(state) : loaded!.focusWithout(state, looked);
}
