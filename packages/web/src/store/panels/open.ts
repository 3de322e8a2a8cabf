/** Opens and closes tools. */
import { type AppState, store } from "../store.ts";
import { isQuestionOpen } from "../visit/lessonQuestion.ts";
import type { Checked } from "./state.ts";

const { getState, setState } = store;

/** Opens a tool by its name. */
export function openPanel(name: string): void {
  if (isQuestionOpen()) return;
  const { damage, run, panel, explained, under } = getState();
  const covered = panel?.name === "scenes" ? under : { run, panel, explained };
  // A notice about a refusal belongs to the tool that was open before.
  const rest = damage?.what === "lock" ? { damage: undefined } : {};
  setState({
    panel: { name, wide: false },
    explained: undefined,
    under: name === "scenes" ? covered : undefined,
    ...rest,
  });
}

/** Gives the open tool the full width, or takes it back. */
export function widenPanel(wide: boolean): void {
  const { panel } = getState();
  if (panel !== undefined) setState({ panel: { ...panel, wide } });
}

/** Closes the open tool. Under the list of scenes, what it was opened over appears again. */
export function closePanel(): void {
  setState({ ...shownUnder(getState()), under: undefined });
}

type Shown = Pick<AppState, "panel" | "explained">;

/** The tool and the explained step, without the list of scenes over them. */
export function shownUnder({ run, panel, explained, under, snapshot }: AppState): Shown {
  const { t } = snapshot;
  if (panel?.name !== "scenes" || under?.run !== run) return { panel: undefined, explained };
  const still = under.explained?.t === t || under.explained?.t === t - 1;
  return { panel: under.panel, explained: still ? under.explained : undefined };
}

/** Draws the verdicts of the gradient check on the network, or removes them if undefined. */
export function showChecked(checked: Checked | undefined): void {
  setState({ checked });
}
