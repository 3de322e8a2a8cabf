import {
  activations,
  type Exercise,
  type ExerciseStage,
  optimizerOf,
  regularizationOf,
} from "@neural-viz/engine";
import { messages } from "#text/exercise";
import { Tex } from "../ui/kit/Tex.tsx";
import * as styles from "./Exercise.module.css";
import { type Book, stagesOf } from "./progress.ts";
import { SaveSheets } from "./SaveSheets.tsx";

/** Which stages are left blank, and what the formulas mean. */
export function Setup({
  book,
  asked = book.exercise,
  worked,
  onWorked,
}: {
  book: Book;
  /** What is printed, where it isn't the exercise of the book. */
  asked?: Exercise;
  worked: readonly ExerciseStage[];
  /** Nothing to choose where lines are put in order, or an unknown is solved for. */
  onWorked?: (worked: readonly ExerciseStage[]) => void;
}) {
  return (
    <aside className={styles.setup} aria-label={messages.setup}>
      {onWorked !== undefined && book.exercise.style === "blanks" && (
        <section>
          <h2>{messages.leftBlank}</h2>
          {stagesOf(book.groups).map(({ stage, groups }) => {
            const count = groups.reduce((sum, { ids }) => sum + ids.length, 0);
            return (
              <label key={stage} className={styles.stage}>
                <input
                  type="checkbox"
                  checked={!worked.includes(stage)}
                  aria-label={messages.blanksOf(messages.stageNames[stage], count)}
                  onChange={({ target }) =>
                    onWorked(target.checked ? worked.filter((one) => one !== stage) : [...worked, stage])
                  }
                />
                <span>{messages.stageNames[stage]}</span>
                <em>{count}</em>
              </label>
            );
          })}
        </section>
      )}
      <Conventions book={book} />
      <SaveSheets exercise={asked} worked={worked} />
    </aside>
  );
}

/** The loss, the functions and the optimizer that the formulas use. */
function Conventions({ book }: { book: Pick<Book, "exercise" | "network"> }) {
  const { exercise, network } = book;
  const { experiment, digits } = exercise;
  const { name, ...hyper } = experiment.optimizer;
  const { label, hyper: parameters } = optimizerOf(name);
  const hidden = experiment.network.hidden;
  const names = [...new Set(hidden.map(({ activation }) => activation))];
  const output = network.head.activation;
  return (
    <section>
      <h2>{messages.conventions}</h2>
      <dl className={styles.conventions}>
        <div>
          <dt>{messages.loss}</dt>
          <dd>
            <Tex tex={lossTex(book)} plain={network.head.loss} />
          </dd>
        </div>
        {names.map((activation) => (
          <div key={activation}>
            <dt>{activations[activation].label}</dt>
            <dd>
              <Tex tex={activations[activation].symbols} plain={activation} />
            </dd>
          </div>
        ))}
        {output !== "identity" && (
          <div>
            <dt>{messages.output}</dt>
            <dd>
              {output === "softmax" ? (
                <Tex tex={"e^{z_j} / \\sum_i e^{z_i}"} plain={output} />
              ) : (
                <Tex tex={activations[output].symbols} plain={output} />
              )}
            </dd>
          </div>
        )}
        <div>
          <dt>{messages.optimizer}</dt>
          <dd>{label}</dd>
        </div>
        {Object.entries(hyper).map(([key, value]) => {
          const about = (parameters as Readonly<Record<string, { label: string; symbol: string }>>)[key];
          return (
            about !== undefined && (
              <div key={key}>
                <dt>
                  {about.label} <Tex tex={about.symbol} plain="" />
                </dt>
                <dd>{String(value)}</dd>
              </div>
            )
          );
        })}
        {Object.entries(regularizationOf(experiment))
          .filter(([, factor]) => factor > 0)
          .map(([key, factor]) => (
            <div key={key}>
              <dt>{messages.penalty(key.toUpperCase())}</dt>
              <dd>{String(factor)}</dd>
            </div>
          ))}
        {exercise.style !== "ordered" && (
          <div>
            <dt>{messages.digits}</dt>
            <dd>{messages.significant(digits)}</dd>
          </div>
        )}
      </dl>
      {exercise.style === "blanks" && <p className={styles.hint}>{messages.tolerance}</p>}
    </section>
  );
}

/** The loss of a point as a formula. */
function lossTex({ network }: Pick<Book, "network">): string {
  const { head, layers } = network;
  const several = layers.at(-1)!.fanOut > 1;
  if (head.loss === "squaredError")
    return several ? "\\tfrac12\\sum_j (\\hat y_j - y_j)^2" : "\\tfrac12 (\\hat y - y)^2";
  if (head.loss === "mse") return several ? "\\tfrac1{n}\\sum_j (\\hat y_j - y_j)^2" : "(\\hat y - y)^2";
  return head.targets === "classes" ? "-\\ln p_{\\text{label}}" : "-y\\ln\\hat y - (1 - y)\\ln(1 - \\hat y)";
}
