import { type Explanation, format, idOf, plainOf } from "@neural-viz/engine";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { reveal } from "../../store/inspector/asks.ts";
import { useApp } from "../../store/store.ts";
import { ask } from "../../store/mailbox.ts";
import { parseNumber } from "../../ui/kit/parseNumber.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { messages } from "#text/step";
import * as styles from "./Step.module.css";

interface YourTurnProps {
  of: Explanation;
  /** Goes on to the next number to find. */
  onNext?: () => void;
}

/** The learner enters the value, or at least its sign. */
export function YourTurn({ of, onNext }: YourTurnProps) {
  const id = useId();
  const asked = idOf(of.id);
  const found = useApp(({ hidden }) => !hidden.has(of.id));
  const [text, setText] = useState("");
  const [said, setSaid] = useState<string>();
  const feedback = useRef<HTMLParagraphElement>(null);
  // The feedback may lie below the part of the card that can be seen.
  useEffect(() => {
    if (said !== undefined) feedback.current?.scrollIntoView({ block: "nearest" });
  }, [said]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const value = parseNumber(text);
    if (!Number.isFinite(value)) {
      setSaid(messages.notANumber(text));
      return;
    }
    ask<"judge">({ kind: "judge", id: of.id, typed: value }, (judged) => {
      setSaid(judged.ok ? judged.value.message.text : judged.why.text);
      if (judged.ok && judged.value.correct) reveal(of.id);
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
      <label htmlFor={id}>{messages.whatIs(plainOf(asked), asked.kind === "parameter")}</label>
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
            setSaid(messages.itIs(format(of.value)));
            reveal(of.id);
          }}
        >
          {messages.show}
        </Button>
      )}
      {found && onNext !== undefined && (
        <Button small onClick={onNext}>
          {messages.nextNumber}
        </Button>
      )}
      <p ref={feedback} aria-live="polite">
        {said}
      </p>
    </form>
  );
}
