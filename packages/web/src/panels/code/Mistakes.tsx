/** The known mistakes that reproduce the recording, or what is known if none does. */
import { bugs, knownMistakes, knownOfMistake, type LikelyMistake, ratioText } from "@neural-viz/engine";
import type { Review } from "../../worker/review/protocol.ts";
import { messages } from "#text/ownCode";
import * as styles from "./Code.module.css";

export function Mistakes({ of: { comparison } }: { of: Review }) {
  const { mistakes, first } = comparison;
  if (first === undefined || first.stage === "parameters") return null;
  const { layers, ratio } = knownOfMistake(comparison);
  const names = new Set(mistakes.map(({ name }) => name));
  const tried = [
    ...new Set(knownMistakes[first.stage].filter(({ name }) => !names.has(name)).map(({ label }) => label)),
  ];
  return (
    <section className={styles.card} aria-label={messages.likely}>
      <h3>{messages.likely}</h3>
      {mistakes.length > 0 ? (
        <>
          <p>{messages.reproduces(mistakes.length)}</p>
          <ul className={styles.mistakes}>
            {mistakes.map((mistake) => (
              <li key={`${mistake.name} ${mistake.layer}`}>
                <strong>{labelOf(mistake)}</strong>
                <p className={styles.about}>{whatItDoes(mistake)}</p>
              </li>
            ))}
          </ul>
        </>
      ) : layers.length === 0 && ratio === undefined ? (
        <p>{messages.noneKnown}</p>
      ) : (
        <>
          <p>{messages.noneFits}</p>
          <ul className={styles.mistakes}>
            {layers.length > 0 && <li>{messages.differingLayers(layers, first.stage)}</li>}
            {ratio !== undefined && (
              <li>
                {messages.ratio(ratioText(ratio), ratio.count, first.stage)}
                {ratio.clipped && ` ${messages.clipped}`}
              </li>
            )}
          </ul>
        </>
      )}
      <p className={styles.hint}>{messages.tried(tried.join(", "))}</p>
    </section>
  );
}

const labelOf = ({ label, layer }: LikelyMistake): string =>
  layer === undefined ? label : messages.atLayer(label, layer);

function whatItDoes({ name }: LikelyMistake): string {
  if (Object.hasOwn(bugs, name)) return bugs[name as keyof typeof bugs].description.text;
  return messages.does[name] ?? "";
}
