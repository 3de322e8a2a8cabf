/** Moments worth going back to: milestones, units that died, changes by hand, the end. */
import type { RunEvent, Snapshot } from "../../worker/protocol.ts";
import { messages } from "#text/timeline";

export function momentsOf({ branch, branches, changes }: Snapshot): readonly RunEvent[] {
  const own = branches.find(({ id }) => id === branch);
  if (own === undefined) return [];
  const made = changes.map((change) => ({
    t: change.at,
    label:
      "optimizer" in change
        ? messages.changedTo(change.optimizer.name, change.optimizer.learningRate)
        : messages.setByHand(change.parameter),
  }));
  const { stopped } = own;
  const end =
    stopped === undefined
      ? []
      : [{ t: stopped.t, label: stopped.reason === "diverged" ? messages.diverged : messages.stopped }];
  return [...own.events, ...made, ...end].toSorted((a, b) => a.t - b.t);
}
