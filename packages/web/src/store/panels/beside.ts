/** What stands beside what the page shows. */
import { store } from "../store.ts";
import { openPanel } from "./open.ts";
import type { Beside } from "./state.ts";

/** Puts this beside what the page shows, in the tool that is open. */
export function setBeside(beside: Beside): void {
  store.setState({ beside });
}

/** Opens the tool with this beside what the page shows. */
export function putBeside(beside: Beside): void {
  setBeside(beside);
  openPanel("beside");
}
