import { idOf } from "@neural-viz/engine";
import { type FormEvent, type ReactNode, useEffect, useId, useState } from "react";
import { useApp } from "../../store/store.ts";
import { setQuestion } from "../../store/visit/lessonQuestion.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { messages } from "#text/lessons";
import type { Asking, Choose, Draw, Guess, Pick } from "../contract.ts";
import { type Scene, sceneAt } from "../scene.ts";
import * as styles from "./Lesson.module.css";
import { parseNumber } from "../../ui/kit/parseNumber.ts";
import { Sketch } from "./Sketch.tsx";
import { Text } from "./Text.tsx";

interface GuessingProps<Question extends Asking> {
  question: Question;
  onGuess: (guess: Guess) => void;
}

/** The input for a question, by its kind. */
export function Guessing({ question, onGuess }: GuessingProps<Asking>) {
  switch (question.kind) {
    case "choose":
      return <Choices question={question} onGuess={onGuess} />;
    case "sign":
      return <Signs onGuess={onGuess} />;
    case "estimate":
      return <Estimating onGuess={onGuess} />;
    case "pick":
      return <Picking question={question} onGuess={onGuess} />;
    case "draw":
      return <Drawing question={question} onGuess={onGuess} />;
  }
}

function Choices({ question, onGuess }: GuessingProps<Choose>) {
  const scene = sceneAt(question.enter);
  return (
    <OneOf
      options={question.options.map((option, i) => ({
        value: String(i),
        label: <Text of={option.text} scene={scene} />,
      }))}
      onGuess={(value) => onGuess(Number(value))}
    />
  );
}

function Signs({ onGuess }: { onGuess: (guess: Guess) => void }) {
  return (
    <OneOf
      options={[
        { value: "1", label: messages.signs.positive },
        { value: "0", label: messages.signs.zero },
        { value: "-1", label: messages.signs.negative },
      ]}
      onGuess={(value) => onGuess(Number(value))}
    />
  );
}

interface OneOfProps {
  options: readonly { readonly value: string; readonly label: ReactNode }[];
  onGuess: (value: string) => void;
}

function OneOf({ options, onGuess }: OneOfProps) {
  const name = useId();
  const [chosen, setChosen] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen !== undefined) onGuess(chosen);
  };
  return (
    <form className={styles.guess} onSubmit={submit}>
      <div role="radiogroup" aria-label={messages.number} className={styles.options}>
        {options.map(({ value, label }) => (
          <label key={value} className={styles.option}>
            <input type="radio" name={name} checked={value === chosen} onChange={() => setChosen(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <Button small look="primary" type="submit" disabled={chosen === undefined}>
        {messages.commit}
      </Button>
    </form>
  );
}

function Estimating({ onGuess }: { onGuess: (guess: Guess) => void }) {
  const id = useId();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const value = parseNumber(text);
    if (!Number.isFinite(value)) setProblem(messages.notANumber(text));
    else onGuess(value);
  };
  return (
    <form className={styles.guess} onSubmit={submit}>
      <div className={styles.typed}>
        <label htmlFor={id}>{messages.number}</label>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          onChange={({ target }) => setText(target.value)}
        />
        <Button small look="primary" type="submit">
          {messages.commit}
        </Button>
      </div>
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}

/** Answered in the network's picture. A press there arrives through the state. */
function Picking({ question, onGuess }: GuessingProps<Pick>) {
  const picked = useApp((state) => state.question?.picked);
  const id = picked === undefined ? undefined : idOf(picked);
  const meant = id === undefined ? undefined : question.meant(id);
  useEffect(() => {
    if (meant === undefined) return;
    setQuestion(undefined);
    onGuess(meant);
  }, [meant, onGuess]);
  return (
    <p className={styles.hint} aria-live="polite">
      {picked !== undefined && meant === undefined ? messages.elsewhere : messages.lockedPick}
    </p>
  );
}

function Drawing({ question, onGuess }: GuessingProps<Draw>) {
  const asked: Scene = sceneAt(question.enter);
  const curve = question.curve(asked);
  const [drawn, setDrawn] = useState<readonly number[]>();
  return (
    <form
      className={styles.guess}
      onSubmit={(event) => {
        event.preventDefault();
        if (drawn !== undefined) onGuess(drawn);
      }}
    >
      <Sketch
        top={question.top}
        epochs={curve.length - 1}
        first={curve[0]!}
        drawn={drawn}
        onDraw={setDrawn}
      />
      <p className={styles.hint}>{messages.sheetHint}</p>
      <Button small look="primary" type="submit" disabled={drawn === undefined}>
        {messages.commit}
      </Button>
    </form>
  );
}
