import { textbook, writeLink } from "@neural-viz/engine";
import { fragmentOf } from "../../store/visit/route.ts";
import { messages } from "#text/lessons";
import { lessons } from "../index.ts";
import { useProgress } from "../progress.ts";
import * as styles from "./LessonList.module.css";

/** All lessons in order, with the progress in each. */
export function LessonList() {
  return (
    <div className={styles.page}>
      <h1>{messages.title}</h1>
      <p className={styles.intro}>{messages.intro}</p>
      <ol className={styles.list}>
        {Object.entries(lessons).map(([name, { title, steps }], i) => (
          <Entry key={name} number={i + 1} name={name} title={title} steps={steps.length} />
        ))}
      </ol>
      <h2>{messages.more}</h2>
      <ul className={styles.list}>
        <li>
          <a href={fragmentOf({ page: "check" })} className={styles.entry}>
            <span />
            <span className={styles.name}>{messages.beliefs}</span>
            <span className={styles.state}>{messages.beliefsState}</span>
          </a>
        </li>
        <li>
          <a href={`#${writeLink({ experiment: textbook, t: 0 })}`} className={styles.entry}>
            <span />
            <span className={styles.name}>
              {messages.textbook}
              <span className={styles.about}>{messages.textbookIs}</span>
            </span>
            <span className={styles.state}>{messages.textbookState}</span>
          </a>
        </li>
      </ul>
    </div>
  );
}

function Entry({
  number,
  name,
  title,
  steps,
}: {
  number: number;
  name: string;
  title: string;
  steps: number;
}) {
  const { step, finished } = useProgress(name);
  const begun = step > 1 && !finished;
  return (
    <li>
      <a href={fragmentOf({ page: "lesson", name, step: begun ? step : 1 })} className={styles.entry}>
        <span className={styles.number}>{number}</span>
        <span className={styles.name}>{title}</span>
        <span className={finished ? styles.finished : styles.state}>
          {finished ? `✓ ${messages.finished}` : begun ? messages.begun(step, steps) : messages.steps(steps)}
        </span>
      </a>
    </li>
  );
}
