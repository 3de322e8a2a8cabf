import {
  BALANCED,
  FITTED,
  SATURATED_SLOPE,
  format,
  ids,
  type Reason,
  SILENT,
  type TargetKind,
} from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { dataOf } from "../../store/derived.ts";
import { MANY_NUMBERS } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { count } from "../../ui/kit/text.ts";
import { messages } from "#text/chain";
import * as styles from "./Chain.module.css";
import type { ChainProps } from "./props.ts";

/** Each factor that can be small, and the threshold below which it counts as small. */
const reasonsFor = (kind: TargetKind): Readonly<Record<Reason, string>> => ({
  fitted:
    kind === "values" ? messages.fittedValues(FITTED * 100) : messages.fitted(FITTED, kind === "classes"),
  off: messages.off,
  saturated: messages.saturated(SATURATED_SLOPE * 100),
  silent: messages.silent(SILENT),
  balanced: messages.balanced(BALANCED * 100),
});

/** Why is this gradient small? The small factors, with counts, and whether the points cancel. */
export function WhySmall({ name, sample, t: shown }: ChainProps) {
  const answer = useAnswer<"small">({ kind: "small", parameter: name, sample, t: shown }, MANY_NUMBERS);
  const { kind } = useApp(dataOf);
  if (answer?.ok !== true) return null;
  const reasons = reasonsFor(kind);
  const found = answer.value;
  const { t, gradient, typical, canceled, samples, here } = found;
  return (
    <section aria-label={messages.whyIsThisGradientSmall} className={styles.section}>
      <h3>{messages.whyIsThisGradientSmall}</h3>
      <p>
        {messages.mean(
          <Quantity id={ids.gradient.of(name, t)}>{format(gradient)}</Quantity>,
          format(typical),
          canceled ? messages.cancel(BALANCED * 100) : messages.doNotCancel,
        )}
      </p>
      {found.reasons.length === 0 ? (
        <p>{messages.noneIsSmall}</p>
      ) : (
        <ul className={styles.reasons}>
          {found.reasons.map(({ reason, samples: of }) => (
            <li key={reason}>
              {messages.pointsAre(
                count(of),
                count(samples),
                reasons[reason],
                here.includes(reason) && <strong>{messages.pointToo(sample)}</strong>,
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
