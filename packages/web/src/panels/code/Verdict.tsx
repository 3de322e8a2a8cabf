/** The verdict on a recording, in a sentence or two. */
import { format } from "@neural-viz/engine";
import type { Ref } from "react";
import type { Review } from "../../worker/review/protocol.ts";
import { count } from "../../ui/kit/text.ts";
import { messages } from "#text/ownCode";
import * as styles from "./Code.module.css";
import { apartSentence, pairText } from "./pairs.ts";
import { Symbol } from "./Symbol.tsx";

interface VerdictProps {
  of: Review;
  /** Whether the first wrong number is named. */
  shown: boolean;
  ref: Ref<HTMLDivElement>;
}

export function Verdict({ of: { comparison }, shown, ref }: VerdictProps) {
  const { agrees, first, numbers, updates, differ, vague, tolerance, notJudged } = comparison;
  const left = Object.entries(notJudged) as ["loss" | "gradient" | "update", number][];
  const [yours, ours] = first === undefined ? [] : pairText(first.yours, first.ours);
  return (
    <div
      ref={ref}
      className={styles.verdict}
      tabIndex={-1}
      aria-live="polite"
      data-agrees={(agrees && numbers > 0) || undefined}
    >
      {first === undefined ? (
        <>
          <p className={styles.sentence}>
            {numbers === 0
              ? messages.nothingCompared(
                  updates,
                  left.some(([, missing]) => missing > 0),
                )
              : messages.allAgree(numbers, count(numbers), updates)}
          </p>
          {numbers > 0 && <p>{messages.seenFrom(format(tolerance))}</p>}
        </>
      ) : (
        <>
          <p className={styles.sentence}>
            {messages.someDiffer(differ, count(differ), count(numbers))}{" "}
            {shown && (
              <>
                {messages.firstWrong} <Symbol id={first.id} /> {messages.when(first.stage, first.t + 1)}
                {": "}
                {messages.yoursAndOurs(yours!, ours!)}
              </>
            )}
          </p>
          {shown && <p>{apartSentence(first, tolerance)}</p>}
        </>
      )}
      {vague > 0 && <p>{messages.vague(vague, count(vague))}</p>}
      {left.map(([what, missing]) => missing > 0 && <p key={what}>{messages.notJudged(what, missing)}</p>)}
    </div>
  );
}
