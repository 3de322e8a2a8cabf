import { textbook, writeLink } from "@neural-viz/engine";
import { fragmentOf } from "../../store/visit/route.ts";
import { words as say } from "#text/lessons";
import { lessons } from "../index.ts";
import { useProgress } from "../progress.ts";
import * as styles from "./LessonList.module.css";

/** All lessons in their order, with how far one has come in each. */
export function LessonList() {
  return (
    <div className={styles.page}>
      <h1>{say.title}</h1>
      <p className={styles.intro}>{say.intro}</p>
      <ol className={styles.list}>
        {Object.entries(lessons).map(([name, { title, steps }], i) => (
          <Entry key={name} number={i + 1} name={name} title={title} steps={steps.length} />
        ))}
      </ol>
      <h2>{say.more}</h2>
      <ul className={styles.list}>
        <li>
          <a href={fragmentOf({ page: "check" })} className={styles.entry}>
            <span />
            <span className={styles.name}>{say.beliefs}</span>
            <span className={styles.state}>{say.beliefsState}</span>
          </a>
        </li>
        <li>
          <a href={`#${writeLink({ experiment: textbook, t: 0 })}`} className={styles.entry}>
            <span />
            <span className={styles.name}>
              {say.textbook}
              <span className={styles.about}>{say.textbookIs}</span>
            </span>
            <span className={styles.state}>{say.textbookState}</span>
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
          {finished ? `✓ ${say.finished}` : begun ? say.begun(step, steps) : say.steps(steps)}
        </span>
      </a>
    </li>
  );
}
