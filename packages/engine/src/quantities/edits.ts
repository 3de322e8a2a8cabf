/** Edits made by hand after an update, and the moment before them. */
import { beforeEdits, type Moment } from "../ids/moment.ts";
import { editedAt } from "../session/change.ts";
import type { Run } from "./run.ts";

/** Whether the parameter `name`, or any parameter, was edited by hand after t updates. */
export function wasEdited({ experiment }: Pick<Run, "experiment">, t: number, name?: string): boolean {
  const edited = editedAt(experiment, t);
  return name === undefined ? edited.size > 0 : edited.has(name);
}

/** The moment right after update t, before any edits there. */
export function afterUpdate(run: Run, t: number, name?: string): Moment {
  return wasEdited(run, t, name) ? beforeEdits(t) : t;
}
