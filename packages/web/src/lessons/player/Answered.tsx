import { format, idOf, checkAnswer, plainOf, valueOf } from "@neural-viz/engine";
import type { ReactNode } from "react";
import { inspect } from "../../store/inspector/inspect.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { messages } from "#text/lessons";
import {
  type Asking,
  type Draw,
  type Estimate,
  type Guess,
  isRight,
  type Pick,
  replyTo,
} from "../contract.ts";
import { sceneAt } from "../scene.ts";
import { GuessLine } from "./GuessLine.tsx";
import * as styles from "./Lesson.module.css";
import { endOf, shows } from "./destination.ts";
import { Sheet, viewBox } from "./Sheet.tsx";
import * as sketch from "./Sketch.module.css";
import { Text } from "./Text.tsx";

interface AnsweredProps<Question extends Asking> {
  question: Question;
  guess: Guess;
}

/** After the guess: whether it was correct, guess and truth in one picture, why, and the number that decides. */
export function Answered({ question, guess }: AnsweredProps<Asking>) {
  const asked = sceneAt(question.enter);
  return (
    <div className={styles.answered}>
      <div aria-live="polite" className={styles.verdict}>
        <Verdict question={question} guess={guess} />
      </div>
      <p className={styles.why}>
        <Text of={question.why} scene={asked} />
      </p>
      <Deciding question={question} />
    </div>
  );
}

function Verdict({ question, guess }: AnsweredProps<Asking>) {
  switch (question.kind) {
    case "choose":
      return <Chosen question={question} guess={guess} />;
    case "sign": {
      const right = isRight(question, guess, sceneAt(question.enter));
      const { positive, zero, negative } = messages.itHasSign;
      const sign = Math.sign(question.answer(sceneAt(question.enter)));
      const truth = sign > 0 ? positive : sign < 0 ? negative : zero;
      return <Judged right={right}>{right ? "" : truth}</Judged>;
    }
    case "estimate":
      return <Estimated question={question} guess={guess} />;
    case "pick":
      return <Picked question={question} guess={guess} />;
    case "draw":
      return <Drawn question={question} guess={guess} />;
  }
}

function Judged({ right, children }: { right: boolean; children: ReactNode }) {
  return (
    <p>
      <strong className={right ? styles.right : undefined}>
        {right ? `✓ ${messages.right}` : messages.notQuite}
      </strong>{" "}
      {children}
    </p>
  );
}

function Chosen({ question, guess }: AnsweredProps<Extract<Asking, { kind: "choose" }>>) {
  const asked = sceneAt(question.enter);
  const right = isRight(question, guess, asked);
  const { reply } = question.options[Number(guess)]!;
  return (
    <>
      <ul className={styles.options}>
        {question.options.map((option, i) => {
          const holds = option.holds(asked);
          return (
            // Options have no id but their index.
            // eslint-disable-next-line react/no-array-index-key
            <li key={i} className={styles.option} data-holds={holds || undefined}>
              <span aria-hidden="true">{holds ? "✓" : i === guess ? "○" : "·"}</span>
              <span>
                <Text of={option.text} scene={asked} />
                {i === guess && <em> ({messages.guess})</em>}
              </span>
            </li>
          );
        })}
      </ul>
      <Judged right={right}>{!right && reply !== undefined && <Text of={reply} scene={asked} />}</Judged>
    </>
  );
}

/** A number as it is printed; a count as a count. */
const print = (value: number): string =>
  Number.isInteger(value) ? String(value).replace("-", "−") : format(value);

function Estimated({ question, guess }: AnsweredProps<Estimate>) {
  const asked = sceneAt(question.enter);
  const truth = question.answer(asked);
  const right = isRight(question, guess, asked);
  return (
    <>
      <Judged right={right}>
        {right ? messages.itIs(print(truth)) : messages.youGuessed(print(Number(guess)), print(truth))}{" "}
        {!right && <Mistake question={question} guess={Number(guess)} />}
      </Judged>
      <GuessLine guess={Number(guess)} truth={truth} print={print} />
    </>
  );
}

/** Why this number is wrong, as far as the lesson or the engine knows. */
function Mistake({ question, guess }: { question: Estimate; guess: number }) {
  const asked = sceneAt(question.enter);
  const reply = replyTo(question, guess, asked);
  return reply === undefined ? commonMistakeOf(question, guess) : <Text of={reply} scene={asked} />;
}

/** The common mistake that leads to this answer, if the question asks for a quantity of the run. */
function commonMistakeOf(question: Estimate, guess: number): string | undefined {
  const asked = sceneAt(question.enter);
  const id = question.decides?.(asked);
  if (id === undefined) return undefined;
  const parsed = idOf(id);
  if (!("t" in parsed) || parsed.t > asked.t) return undefined;
  if (valueOf(asked.run, id) !== question.answer(asked)) return undefined;
  return checkAnswer(asked.run, id, guess).commonMistake?.text;
}

function Picked({ question, guess }: AnsweredProps<Pick>) {
  const asked = sceneAt(question.enter);
  const right = isRight(question, guess, asked);
  const { name } = question;
  const truth = name(question.answer(asked));
  return (
    <Judged right={right}>
      {right ? messages.itIs(truth) : messages.youPressed(name(String(guess)), truth)}
    </Judged>
  );
}

function Drawn({ question, guess }: AnsweredProps<Draw>) {
  const asked = sceneAt(question.enter);
  const curve = question.curve(asked);
  const drawn = guess as readonly number[];
  return (
    <>
      <svg
        viewBox={viewBox}
        className={sketch.sheet}
        role="img"
        aria-label={messages.endAt(format(drawn.at(-1)!), format(curve.at(-1)!))}
      >
        <Sheet top={question.top} epochs={curve.length - 1} drawn={drawn} truth={curve} />
      </svg>
      <p className={styles.key}>
        <span data-line="drawn">{messages.guess}</span> <span data-line="truth">{messages.truth}</span>
      </p>
      <p>
        <strong>{messages.drawn}</strong> <Text of={question.reply(drawn, curve)} scene={asked} />
      </p>
    </>
  );
}

/** The link to the number that decides, once the run has reached it. */
function Deciding({ question }: { question: Asking }) {
  const id = question.decides?.(sceneAt(question.enter));
  const there = useApp((state) => shows(state, sceneAt(endOf(question))));
  if (id === undefined || !there) return undefined;
  return (
    <Button small onClick={() => inspect(id)}>
      {messages.decides(plainOf(idOf(id)))}
    </Button>
  );
}
