/** Which tool is open, and what the tools add to the rest of the page. */
import type { Experiment, GradientVerdict, QuantityId } from "@neural-viz/engine";
import type { InspectorState } from "../inspector/state.ts";

/** The verdict of the gradient check for each parameter, in order. */
export interface Checked {
  readonly t: number;
  readonly verdicts: readonly GradientVerdict[];
}

/** What was chosen in a tool. */
export type Setting = string | number | boolean;

/** The open tool, by its name in the registry of panels, whether it has the full width, and what was chosen in it. */
interface OpenPanel {
  readonly name: string;
  readonly wide: boolean;
  readonly settings?: Readonly<Record<string, Setting>> | undefined;
}

/** What the list of scenes, itself a tool, was opened over: a scene holds this, and closing the list shows it again. */
interface Under {
  readonly run: number;
  readonly panel: OpenPanel | undefined;
  readonly explained: InspectorState["explained"];
}

/** What stands beside what the page shows. Only this differs; all else is as the page shows it. */
export type Beside =
  /** Another point, from 1. */
  | { readonly differs: "point"; readonly sample: number }
  /** Another epoch, in updates. */
  | { readonly differs: "epoch"; readonly t: number }
  | { readonly differs: "branch"; readonly branch: number }
  /** Another experiment; t is the page's if undefined. */
  | { readonly differs: "network"; readonly experiment: Experiment; readonly t?: number | undefined };

export interface PanelsState {
  readonly panel: OpenPanel | undefined;
  readonly under: Under | undefined;
  /** The verdicts of the gradient check while it is open. The network shows them at the epoch they belong to. */
  readonly checked: Checked | undefined;
  /** The branch shown next to the current one. */
  readonly comparison: number | undefined;
  /** The numbers that an exercise being made asks for, at updates 0 and 1: the present one and the next. */
  readonly asked: readonly QuantityId[];
  /** Why the number that was pressed last can't be asked for. */
  readonly askRefused: string | undefined;
  /** Whether a press on a number asks for it, instead of opening the inspector. */
  readonly asking: boolean;
  /** What the tool that shows two places has beside the page's; undefined until something is chosen. */
  readonly beside: Beside | undefined;
}

export const noPanels: PanelsState = {
  panel: undefined,
  under: undefined,
  checked: undefined,
  comparison: undefined,
  asked: [],
  askRefused: undefined,
  asking: false,
  beside: undefined,
};
