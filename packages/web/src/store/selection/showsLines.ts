import type { AppState } from "../store.ts";

/** Whether the neurons' lines are shown: on request, and in the first minute. */
export function showsLines({ look, first }: Pick<AppState, "look" | "first">): boolean {
  return look.lines || (first !== undefined && first.moment !== "ask" && first.moment !== "slope");
}
