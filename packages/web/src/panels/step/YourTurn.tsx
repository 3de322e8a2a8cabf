import type { Explanation } from "@neural-viz/engine";
import { type FormEvent, useId, useState } from "react";
import { ask } from "../../store/mailbox.ts";
import { parseNumber } from "../../ui/kit/parseNumber.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { messages } from "#text/step";
import * as styles from "./Step.module.css";

interface YourTurnProps {
  of: Explanation;
  found: boolean;
  onFound: () => void;
}

/** The learner enters the value, or at least its sign. */
export function YourTurn({ of, found, onFound }: YourTurnProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [said, setSaid] = useState<string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const value = parseNumber(text);
    if (!Number.isFinite(value)) {
      setSaid(messages.notANumber(text));
      return;
    }
    ask<"judge">({ kind: "judge", id: of.id, typed: value }, (judged) => {
      setSaid(judged.ok ? judged.value.message.text : judged.why.text);
      if (judged.ok && judged.value.correct) onFound();
    });
  };
  const guess = (sign: number): void =>
    setSaid(
      Math.sign(of.value) === sign
        ? messages.signIsRight
        : of.value === 0
          ? messages.exactlyZero
          : messages.itIsTheOtherSign,
    );
  return (
    <form className={styles.turn} onSubmit={submit}>
      <label htmlFor={id}>{messages.whatIsIt}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button small type="submit">
        {messages.check}
      </Button>
      <Button small look="quiet" onClick={() => guess(1)}>
        {messages.positive}
      </Button>
      <Button small look="quiet" onClick={() => guess(-1)}>
        {messages.negative}
      </Button>
      {!found && (
        <Button
          small
          look="quiet"
          onClick={() => {
            setSaid(undefined);
            onFound();
          }}
        >
          {messages.show}
        </Button>
      )}
      <p aria-live="polite">{said}</p>
    </form>
  );
}
