/** Moments worth going back to: milestones, units that died, changes by hand, the end. */
import type { RunEvent, Snapshot } from "../../worker/protocol.ts";
import { messages } from "#text/timeline";

export function momentsOf({ branch, branches, changes }: Snapshot): readonly RunEvent[] {
  const own = branches.find(({ id }) => id === branch);
  if (own === undefined) return [];
  const optimizers = changes.flatMap((change) =>
    "optimizer" in change
      ? {
          t: change.at,
          label: messages.changedTo(change.optimizer.name, change.optimizer.learningRate),
        }
      : [],
  );
  const edited = changes.flatMap((change) => ("parameter" in change ? change : []));
  const edits = [...new Set(edited.map(({ at }) => at))].map((t) => {
    const [first, ...others] = edited.filter(({ at }) => at === t);
    const label =
      others.length === 0
        ? messages.setByHand(first!.parameter)
        : messages.severalSetByHand(1 + others.length);
    return { t, label };
  });
  const { stopped } = own;
  const end =
    stopped === undefined
      ? []
      : [{ t: stopped.t, label: stopped.reason === "diverged" ? messages.diverged : messages.stopped }];
  return [...own.events, ...optimizers, ...edits, ...end].toSorted((a, b) => a.t - b.t);
}
