/** What is worth going back to: milestones, deaths of units, changes by hand, the end. */
import type { RunEvent, Snapshot } from "../../worker/protocol.ts";
import { words } from "#text/timeline";

export function momentsOf({ branch, branches, changes }: Snapshot): readonly RunEvent[] {
  const own = branches.find(({ id }) => id === branch);
  if (own === undefined) return [];
  const made = changes.map((change) => ({
    t: change.at,
    words:
      "optimizer" in change
        ? words.changedTo(change.optimizer.name, change.optimizer.learningRate)
        : words.setByHand(change.parameter),
  }));
  const { stopped } = own;
  const end =
    stopped === undefined
      ? []
      : [{ t: stopped.t, words: stopped.reason === "diverged" ? words.diverged : words.stopped }];
  return [...own.events, ...made, ...end].toSorted((a, b) => a.t - b.t);
}
