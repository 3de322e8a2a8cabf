/** Every symbol, formula, color, mark and key on one page, bound to the current run. */
import { lazy, Suspense } from "react";
import { useApp } from "../../store/store.ts";
import { messages } from "#text/reference";
import { Colors } from "./Colors.tsx";
import { Formulas } from "./Formulas.tsx";
import { Honesty } from "./Honesty.tsx";
import { Keys } from "./Keys.tsx";
import { PyTorch } from "./PyTorch.tsx";
import * as styles from "./Reference.module.css";
import { Symbols } from "./Symbols.tsx";

const Inspector = lazy(async () => ({
  default: (await import("../../panels/inspector/Inspector.tsx")).Inspector,
}));

const sections = {
  symbols: Symbols,
  formulas: Formulas,
  colors: Colors,
  pytorch: PyTorch,
  keys: Keys,
  honesty: Honesty,
};
const names = Object.keys(sections) as (keyof typeof sections)[];

export function Reference() {
  const asked = useApp(({ inspectorHistory }) => inspectorHistory.length > 0);
  return (
    <div className={styles.frame} data-asked={asked || undefined}>
      <div className={styles.page}>
        <h1>{messages.title}</h1>
        <p className={styles.intro}>{messages.intro}</p>
        <nav aria-label={messages.contents} className={styles.contents}>
          {names.map((name) => (
            <button key={name} type="button" onClick={() => goTo(name)}>
              {messages.sections[name].title}
            </button>
          ))}
        </nav>
        {names.map((name) => {
          const Section = sections[name];
          const { title, about } = messages.sections[name];
          return (
            <section key={name} id={name} tabIndex={-1} aria-label={title} className={styles.section}>
              <h2>{title}</h2>
              <p className={styles.about}>{about}</p>
              <Section />
            </section>
          );
        })}
      </div>
      {asked && (
        <div className={styles.inspector}>
          <Suspense>
            <Inspector />
          </Suspense>
        </div>
      )}
    </div>
  );
}

/** The fragment names the page, so a link to a part of it scrolls instead. */
function goTo(name: string): void {
  const section = document.getElementById(name)!;
  section.scrollIntoView();
  section.focus({ preventScroll: true });
}
