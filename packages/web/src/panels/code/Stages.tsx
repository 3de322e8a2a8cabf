/** An update, stage by stage: how many numbers of each agree. */
import type { Review, UpdateReview } from "../../worker/review/protocol.ts";
import { messages } from "#text/ownCode";
import * as styles from "./Code.module.css";
import { pairText } from "./pairs.ts";
import { partAgrees, partName, partVerdict } from "./parts.ts";

export function Stages({ of: { t, parts, index }, review }: { of: UpdateReview; review: Review }) {
  const [yours, ours] = pairText(review.yours[index]!, review.ours[index]!);
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
                {partVerdict(part)}
                {part.stage === "loss" && agrees === false && `: ${messages.lossBoth(yours, ours)}`}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
