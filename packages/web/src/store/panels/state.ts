/** Which tool is open, and what the tools put on the rest of the page. */
import type { GradientVerdict } from "@neural-viz/engine";

/** What became of every parameter in the gradient check, in their order. */
export interface Checked {
  readonly t: number;
  readonly verdicts: readonly GradientVerdict[];
}

export interface PanelsState {
  /** The tool that is open, by its name in the registry of panels, and whether it has the whole width. */
  readonly panel: { readonly name: string; readonly wide: boolean } | undefined;
  /** What the gradient check found, while it is open: drawn on the network where the epoch is the same. */
  readonly checked: Checked | undefined;
  /** The branch shown beside the present one. */
  readonly comparison: number | undefined;
}

export const noPanels: PanelsState = { panel: undefined, checked: undefined, comparison: undefined };
