/** Which tool is open, and what the tools add to the rest of the page. */
import type { GradientVerdict } from "@neural-viz/engine";

/** The verdict of the gradient check for each parameter, in order. */
export interface Checked {
  readonly t: number;
  readonly verdicts: readonly GradientVerdict[];
}

export interface PanelsState {
  /** The open tool, by its name in the registry of panels, and whether it has the full width. */
  readonly panel: { readonly name: string; readonly wide: boolean } | undefined;
  /** The verdicts of the gradient check while it is open. The network shows them at the epoch they belong to. */
  readonly checked: Checked | undefined;
  /** The branch shown next to the current one. */
  readonly comparison: number | undefined;
}

export const noPanels: PanelsState = { panel: undefined, checked: undefined, comparison: undefined };
