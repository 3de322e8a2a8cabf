import type { Off } from "@neural-viz/engine";
import type { Snapshot } from "../../worker/protocol.ts";
import type { AppState } from "../store.ts";

/** What a snapshot looks like with a neuron switched off. */
export interface Looked extends Pick<Snapshot, "pictures" | "outputs" | "correct"> {
  readonly off: Off;
  /** Samples, from 0, whose predicted class is another one. */
  readonly changed: readonly number[];
}

export type Seen = Pick<AppState, "experiment" | "snapshot" | "off">;
