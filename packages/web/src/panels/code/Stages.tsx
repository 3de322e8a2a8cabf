/** An update, stage by stage: how many numbers of each agree. */
import { format } from "@neural-viz/engine";
import type { Review, UpdateReview } from "../../worker/review/protocol.ts";
import { messages } from "#text/ownCode";
import * as styles from "./Code.module.css";
import { pairText } from "./pairs.ts";
import { partAgrees, partName, partVerdict } from "./parts.ts";

export function Stages({ of: { t, parts, index }, review }: { of: UpdateReview; review: Review }) {
  const loss = parts.find(({ stage }) => stage === "loss");
  const [mine, theirs] = [review.yours[index]!, review.ours[index]!];
  const [yours, ours] = loss?.differ === 0 ? [format(mine), format(mine)] : pairText(mine, theirs);
  return (
    <section className={styles.update} aria-label={messages.stageByStage(t + 1)}>
      <h3>{messages.stageByStage(t + 1)}</h3>
      <ul className={styles.stages}>
        {parts.map((part) => {
          const agrees = partAgrees(part);
          return (
            <li key={partName(part)} data-differs={agrees === false || undefined}>
              <span className={styles.mark} aria-hidden="true">
                {agrees === undefined ? "·" : agrees ? "✓" : "≠"}
              </span>
              <strong>{partName(part)}</strong>
              <span>
                {part.stage !== "loss" || agrees === undefined
                  ? partVerdict(part)
                  : agrees
                    ? messages.lossInBoth(yours)
                    : messages.lossBoth(yours, ours)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
