import { networkOf, parseExercise, shapeText, writeExerciseLink, writeScenesLink } from "@neural-viz/engine";
import { messages } from "#text/presets";
import * as styles from "./Exercises.module.css";
import { type Preset, presets } from "./presets.ts";

const groups = Object.keys(presets) as (keyof typeof presets)[];

/** Well-known questions and exercises, each with a link that opens it. */
export function Exercises() {
  return (
    <div className={styles.page}>
      <h1>{messages.title}</h1>
      <p className={styles.intro}>{messages.intro}</p>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{messages.groups[group]}</h2>
          <ul className={styles.list}>
            {presets[group].map((preset) => (
              <Entry key={preset.name} {...preset} />
            ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="group-own">
        <h2 id="group-own">{messages.make}</h2>
        <p className={styles.about}>{messages.makeIs}</p>
      </section>
    </div>
  );
}

function Entry({ name, scenes, byHand, source }: Preset) {
  const { title, question, look } = messages.presets[name];
  const [{ experiment }] = scenes as readonly [Preset["scenes"][number]];
  return (
    <li className={styles.entry}>
      <div className={styles.body}>
        <h3>
          {title} <span className={styles.shape}>{shapeText(networkOf(experiment))}</span>
        </h3>
        <p className={styles.question}>{question}</p>
        <details className={styles.look}>
          <summary>{messages.look}</summary>
          <p>{look}</p>
          {source !== undefined && (
            <p>
              {messages.source}: <a href={source.href}>{source.label}</a>
            </p>
          )}
        </details>
      </div>
      <div className={styles.links}>
        <a
          href={`#${writeScenesLink(scenes)}`}
          className={styles.open}
          aria-label={`${messages.open}: ${title}`}
        >
          {messages.open}
        </a>
        {byHand !== undefined && (
          <a
            href={`#${writeExerciseLink(parseExercise(byHand))}`}
            className={styles.byHand}
            aria-label={`${messages.byHand}: ${title}`}
          >
            {messages.byHand}
          </a>
        )}
      </div>
    </li>
  );
}
