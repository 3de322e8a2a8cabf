/** The settings of the open tool. They live in the state, so that a link or a scene holds them. */
import { store, useApp } from "../store.ts";
import type { Setting } from "./state.ts";

const { getState, setState } = store;

/** Changes settings of the open tool. */
export function changeSettings(changed: Readonly<Record<string, Setting>>): void {
  const { panel } = getState();
  if (panel !== undefined) setState({ panel: { ...panel, settings: { ...panel.settings, ...changed } } });
}

/** A setting of the open tool, and how to change it. A link may say anything, so what isn't allowed is `first`. */
export function useSetting<T extends Setting>(
  name: string,
  first: T,
  allowed: (value: T) => boolean = () => true,
): readonly [value: T, change: (value: T) => void] {
  const chosen = useApp(({ panel }) => panel?.settings?.[name]);
  return [settingOf(chosen, first, allowed), (value) => changeSettings({ [name]: value })];
}

/** What was chosen, if it has the type of `first` and is allowed; else `first`. */
export function settingOf<T extends Setting>(
  chosen: Setting | undefined,
  first: T,
  allowed: (value: T) => boolean = () => true,
): T {
  return typeof chosen === typeof first && allowed(chosen as T) ? (chosen as T) : first;
}
