import { useState } from "react";
import { goTo } from "../../store/visit/goTo.ts";
import { openLocation } from "../../store/visit/navigation.ts";
import { playground } from "../../store/visit/route.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { copied } from "../../ui/kit/copy.ts";
import { Segmented } from "../../ui/kit/Segmented.tsx";
import { messages } from "#text/beliefs";
import { Text } from "../player/Text.tsx";
import { sceneAt } from "../scene.ts";
import * as styles from "./Beliefs.module.css";
import { type Belief, beliefs, isTrue } from "./items.ts";
import { noteRound, type Results, type Round, useResults } from "./results.ts";

const rounds = (["before", "after"] as const).map((value) => ({ value, label: messages.rounds[value] }));

/** Ten questions, asked twice, with the answers and where to see them. */
export function Beliefs() {
  const results = useResults();
  const [round, setRound] = useState<Round>(results.before === undefined ? "before" : "after");
  const answers = results[round];
  return (
    <div className={styles.page}>
      <h1>{messages.title}</h1>
      <p className={styles.intro}>{messages.intro}</p>
      <Segmented label={messages.round} value={round} options={rounds} onChange={setRound} />
      {answers === undefined ? (
        <Asking key={round} onAnswered={(given) => noteRound(round, given)} />
      ) : (
        <Found answers={answers} results={results} onAgain={() => noteRound(round, undefined)} />
      )}
    </div>
  );
}

function Asking({ onAnswered }: { onAnswered: (answers: readonly number[]) => void }) {
  const [given, setGiven] = useState<Readonly<Record<number, number>>>({});
  const open = beliefs.length - Object.keys(given).length;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (open === 0) onAnswered(beliefs.map((_, i) => given[i]!));
      }}
    >
      <ol className={styles.list}>
        {beliefs.map((belief, i) => (
          // Questions have no id but their index.
          // eslint-disable-next-line react/no-array-index-key
          <li key={i}>
            <fieldset className={styles.question}>
              <legend>
                <Ask belief={belief} number={i + 1} />
              </legend>
              {belief.options.map((option, k) => (
                // eslint-disable-next-line react/no-array-index-key
                <label key={k} className={styles.option}>
                  <input
                    type="radio"
                    name={`belief-${i}`}
                    checked={given[i] === k}
                    onChange={() => setGiven({ ...given, [i]: k })}
                  />
                  <span>
                    <Text of={option.text} scene={sceneAt(belief.of)} />
                  </span>
                </label>
              ))}
            </fieldset>
          </li>
        ))}
      </ol>
      <div className={styles.end}>
        <Button look="primary" type="submit" disabled={open > 0}>
          {messages.submit}
        </Button>
        <p aria-live="polite">{open > 0 && messages.missing(open)}</p>
      </div>
    </form>
  );
}

function Ask({ belief, number }: { belief: Belief; number: number }) {
  return (
    <>
      <span className="vh">{messages.question(number)}</span>
      <Text of={belief.ask} scene={sceneAt(belief.of)} />
    </>
  );
}

interface FoundProps {
  answers: readonly number[];
  results: Results;
  onAgain: () => void;
}

function Found({ answers, results, onAgain }: FoundProps) {
  const right = answers.filter((answer, i) => isTrue(beliefs[i]!, answer)).length;
  return (
    <>
      <p className={styles.score} aria-live="polite">
        {messages.score(right, beliefs.length)}
      </p>
      <ol className={styles.list}>
        {beliefs.map((belief, i) => (
          // Questions have no id but their index.
          // eslint-disable-next-line react/no-array-index-key
          <li key={i}>
            <One belief={belief} number={i + 1} answer={answers[i]!} />
          </li>
        ))}
      </ol>
      <div className={styles.end}>
        <Button onClick={onAgain}>{messages.again}</Button>
        <CopyResults results={results} />
      </div>
    </>
  );
}

function One({ belief, number, answer }: { belief: Belief; number: number; answer: number }) {
  const scene = sceneAt(belief.of);
  const right = isTrue(belief, answer);
  const truth = belief.options.find(({ holds }) => holds(scene));
  return (
    <div className={styles.question}>
      <p className={styles.asked}>
        <Ask belief={belief} number={number} />
      </p>
      <p>
        <Text of={belief.options[answer]!.text} scene={scene} />{" "}
        <strong className={right ? styles.right : undefined}>
          {right ? messages.right : messages.wrong}
        </strong>
      </p>
      {!right && (
        <>
          <p>
            {messages.so} {truth !== undefined && <Text of={truth.text} scene={scene} />}
          </p>
          <Button small onClick={() => show(belief.see)}>
            {messages.see}
          </Button>
        </>
      )}
    </div>
  );
}

/** Goes to where the learner can see the answer. */
function show(see: Belief["see"]): void {
  if ("lesson" in see) return goTo({ page: "lesson", name: see.lesson, step: see.step });
  openLocation(see);
  goTo(playground);
}

function CopyResults({ results }: { results: Results }) {
  const [said, setSaid] = useState("");
  const text = messages.results(
    rounds.flatMap(({ value, label }) => {
      const answers = results[value];
      if (answers === undefined) return [];
      const marks = answers.map((answer, i) => isTrue(beliefs[i]!, answer));
      const shown = marks.map((right, i) => `${i + 1} ${right ? "✓" : "✗"}`).join(", ");
      return [messages.line(label, marks.filter(Boolean).length, beliefs.length, shown)];
    }),
  );
  const copy = async (): Promise<void> => {
    setSaid((await copied(text)) ? messages.copied : `${messages.cannotCopy} ${text}`);
  };
  return (
    <>
      <Button onClick={() => void copy()}>{messages.copy}</Button>
      <p aria-live="polite">{said}</p>
    </>
  );
}
