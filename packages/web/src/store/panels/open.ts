/** Opens and closes tools. */
import { store } from "../store.ts";
import { isQuestionOpen } from "../visit/lessonQuestion.ts";
import type { Checked } from "./state.ts";

const { getState, setState } = store;

/** Opens a tool by its name. */
export function openPanel(name: string): void {
  if (isQuestionOpen()) return;
  const { damage } = getState();
  // What was refused is no longer what one is at.
  const rest = damage?.what === "lock" ? { damage: undefined } : {};
  setState({ panel: { name, wide: false }, explained: undefined, ...rest });
}

/** Gives the open tool the whole width, or takes it back. */
export function widenPanel(wide: boolean): void {
  const { panel } = getState();
  if (panel !== undefined) setState({ panel: { ...panel, wide } });
}

export function closePanel(): void {
  setState({ panel: undefined });
}

/** Draws what the gradient check found on the network; nothing takes it away. */
export function showChecked(checked: Checked | undefined): void {
  setState({ checked });
}
