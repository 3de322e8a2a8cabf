/** Where our number comes from, line by line, and yours beside it. */
import { format, idOf, movedBy, plainOf } from "@neural-viz/engine";
import { openInPlayground, useReview } from "../../store/review/review.ts";
import type { Line, Pair, UpdateReview } from "../../worker/review/protocol.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Disclosure } from "../../ui/kit/Disclosure.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { display } from "../../ui/quantity/display.ts";
import { messages } from "#text/ownCode";
import * as styles from "./Code.module.css";
import { pairText } from "./pairs.ts";
import { Symbol } from "./Symbol.tsx";

interface WorkingProps {
  of: UpdateReview;
  /** Whether the recording uses mini-batches, which the playground would draw anew. */
  batched: boolean;
}

export function Working({ of, batched }: WorkingProps) {
  const pair = useReview((state) => state.pair);
  const lines = useReview((state) => state.lines);
  if (pair === undefined || of.differences.length === 0) return null;
  const last = lines?.at(-1);
  return (
    <section className={styles.card} aria-label={messages.where} aria-busy={lines === undefined}>
      <h3>
        <Symbol id={pair.id} /> {messages.when(pair.stage, of.t + 1)}
      </h3>
      {lines === undefined && <p className={styles.hint}>{messages.computing}</p>}
      {lines?.length === 0 && (
        <p className={styles.hint}>
          {pair.stage === "parameters" ? messages.theSameAsBefore : messages.noFormula}
        </p>
      )}
      {last !== undefined && <Symbols of={last} />}
      <Both pair={pair} of={last} />
      {lines !== undefined && lines.length > 1 && (
        <Disclosure label={messages.linesBefore}>
          {lines.slice(0, -1).map((line) => (
            <div key={line.id}>
              <Symbols of={line} />
              <p className={styles.number}>{numbersOf(line)}</p>
            </div>
          ))}
        </Disclosure>
      )}
      {last !== undefined && pair.stage !== "update" && !batched && (
        <div className={styles.row}>
          <Button small onClick={() => void openInPlayground(of.index, movedBy(pair.id, -of.t))}>
            {messages.followOurs}
          </Button>
        </div>
      )}
    </section>
  );
}

const Symbols = ({ of }: { of: Line }) => (
  <div className={styles.formula}>
    <Tex tex={`\\displaystyle ${of.symbols}`} plain={plainOf(idOf(of.id))} />
  </div>
);

/** The line with its numbers put in. */
function numbersOf({ numbers, value }: Line): string {
  return numbers === undefined ? `= ${format(value)}` : display(numbers);
}

/** Ours and yours, and what tells them apart. */
function Both({ pair, of }: { pair: Pair; of: Line | undefined }) {
  const { stage, yours, ours } = pair;
  const [yourText, ourText] = pairText(yours, ours);
  const before = stage === "update" ? of?.before : undefined;
  const [yourStep, ourStep] = before === undefined ? [] : pairText(before - yours, before - ours);
  const ratio = yours / ours;
  return (
    <>
      <dl className={styles.both}>
        <dt>{messages.ours}</dt>
        <dd className={styles.number}>{of === undefined ? ourText : numbersOf(of)}</dd>
        <dt>{messages.yours}</dt>
        <dd className={styles.number} data-yours="">
          {before === undefined || yourStep === undefined ? (
            yourText
          ) : (
            <>
              {format(before)} − {signed(yourStep)} = <strong>{yourText}</strong>
            </>
          )}
        </dd>
      </dl>
      {yourStep !== undefined && ourStep !== undefined ? (
        <p className={styles.about}>{messages.yourStep(yourStep, ourStep)}</p>
      ) : (
        stage !== "parameters" &&
        Number.isFinite(ratio) && <p className={styles.about}>{messages.yourRatio(pairText(ratio, 1)[0])}</p>
      )}
    </>
  );
}

/** A number after a minus sign. */
const signed = (text: string): string => (text.startsWith("−") ? `(${text})` : text);
