import { format } from "@neural-viz/engine";
import { useShallow } from "zustand/shallow";
import { partsOf, shownOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import type { BranchComparison, Snapshot } from "../../worker/protocol.ts";
import { MiniPicture } from "../../ui/plot/MiniPicture.tsx";
import { whenOf } from "../../ui/quantity/status.ts";
import { messages } from "#text/branches";
import * as styles from "./Branches.module.css";

const SIDE = 124;

/** Two branches at the epoch shown, side by side: boundary, loss, and the distance between their parameters. */
export function Comparison() {
  const snapshot = useThrottled((state) => state.snapshot);
  const { comparison } = snapshot;
  if (comparison === undefined) return undefined;
  return (
    <div className={styles.comparison}>
      <One snapshot={snapshot} of={{ ...snapshot, branch: snapshot.branch }} />
      <One snapshot={snapshot} of={comparison} />
      <p>{messages.distance(<strong>{format(comparison.distance)}</strong>)}</p>
    </div>
  );
}

type Side = Pick<BranchComparison, "branch" | "t" | "loss" | "correct" | "pictures">;

function One({ snapshot, of }: { snapshot: Snapshot; of: Side }) {
  const { perEpoch, trained } = useApp(partsOf);
  const { outputs, size } = of.pictures;
  const shown = useApp(useShallow(shownOf));
  const { name } = snapshot.branches.find(({ id }) => id === of.branch) ?? { name: "" };
  return (
    <figure>
      <MiniPicture
        outputs={outputs}
        size={size}
        shown={shown}
        side={SIDE}
        label={shown.kind === "values" ? messages.fitOf(name) : messages.boundaryOf(name)}
      />
      <figcaption>
        {messages.side(
          <strong>{name}</strong>,
          whenOf(of.t, perEpoch),
          <br />,
          format(of.loss),
          of.correct === undefined ? "" : messages.correctOf(of.correct, trained),
        )}
      </figcaption>
    </figure>
  );
}
