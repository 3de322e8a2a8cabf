/** The differing numbers of an update, the furthest apart first. */
import { idOf, plainOf } from "@neural-viz/engine";
import { useState } from "react";
import { choosePair, useReview } from "../../store/review/review.ts";
import type { UpdateReview } from "../../worker/review/protocol.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { messages } from "#text/ownCode";
import * as styles from "./Code.module.css";
import { apartText, pairText } from "./pairs.ts";
import { Symbol } from "./Symbol.tsx";

/** How many are shown at first. */
const FEW = 8;

export function Differences({ of }: { of: UpdateReview }) {
  const { t, differences, more } = of;
  const [whole, setWhole] = useState<number>();
  const chosen = useReview((state) => state.pair?.id);
  const shown = whole === t ? differences : differences.slice(0, FEW);
  if (differences.length === 0 && !more) return <p className={styles.hint}>{messages.noneDiffer}</p>;
  return (
    <section className={styles.card} aria-label={messages.differingNumbers}>
      <h3>
        {messages.differingNumbers} <small>{messages.ofUpdate(t + 1, differences.length)}</small>
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{messages.number}</th>
            <th scope="col">{messages.yours}</th>
            <th scope="col">{messages.ours}</th>
            <th scope="col">{messages.apart}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((pair) => {
            const [yours, ours] = pairText(pair.yours, pair.ours);
            return (
              <tr key={`${pair.stage} ${pair.id}`} data-chosen={pair.id === chosen || undefined}>
                <th scope="row">
                  <Button
                    small
                    look="quiet"
                    aria-pressed={pair.id === chosen}
                    aria-label={`${plainOf(idOf(pair.id))}: ${messages.where}`}
                    onClick={() => void choosePair(pair)}
                  >
                    <Symbol id={pair.id} />
                  </Button>
                </th>
                <td className={styles.number}>{yours}</td>
                <td className={styles.number}>{ours}</td>
                <td className={styles.number}>{apartText(pair)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className={styles.row}>
        {shown.length < differences.length && (
          <Button small look="quiet" onClick={() => setWhole(t)}>
            {messages.more(differences.length - shown.length)}
          </Button>
        )}
        <span className={styles.hint}>{more ? messages.notListed : messages.pressOne}</span>
      </div>
    </section>
  );
}
