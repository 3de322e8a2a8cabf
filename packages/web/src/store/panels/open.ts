/** Opens and closes tools. */
import { store } from "../store.ts";
import { isQuestionOpen } from "../visit/lessonQuestion.ts";
import type { Checked } from "./state.ts";

const { getState, setState } = store;

/** Opens a tool by its name. */
export function openPanel(name: string): void {
  if (isQuestionOpen()) return;
  const { damage } = getState();
  // A notice about a refusal belongs to the tool that was open before.
  const rest = damage?.what === "lock" ? { damage: undefined } : {};
  setState({ panel: { name, wide: false }, explained: undefined, ...rest });
}

/** Gives the open tool the full width, or takes it back. */
export function widenPanel(wide: boolean): void {
  const { panel } = getState();
  if (panel !== undefined) setState({ panel: { ...panel, wide } });
}

export function closePanel(): void {
  setState({ panel: undefined });
}

/** Draws the verdicts of the gradient check on the network, or removes them if undefined. */
export function showChecked(checked: Checked | undefined): void {
  setState({ checked });
}
