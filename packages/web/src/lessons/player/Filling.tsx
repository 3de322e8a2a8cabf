import {
  explain,
  type Explanation,
  idOf,
  checkAnswer,
  format,
  plainOf,
  type QuantityId,
  type AnswerCheck,
} from "@neural-viz/engine";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { classes } from "../../ui/kit/classes.ts";
import { display } from "../../ui/quantity/display.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { Button } from "../../ui/kit/Button.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { messages } from "#text/lessons";
import type { Fill } from "../contract.ts";
import { sceneAt } from "../scene.ts";
import * as styles from "./Filling.module.css";
import * as lesson from "./Lesson.module.css";
import { parseNumber } from "../../ui/kit/parseNumber.ts";

interface FillingProps {
  step: Fill;
  /** Whether all blanks have been filled. */
  filled: boolean;
  onFilled: () => void;
}

/** A derivation line by line. Lines after a blank are hidden, because they use its result. */
export function Filling({ step, filled, onFilled }: FillingProps) {
  const { run, t } = sceneAt(step.enter);
  const lines = step.lines.map((of) => of(t));
  const blanks = step.blank.map((of) => of(t));
  const [found, setFound] = useState<readonly QuantityId[]>([]);
  const isBlank = (id: QuantityId): boolean => !filled && blanks.includes(id) && !found.includes(id);
  const first = lines.findIndex(isBlank);
  const shown = first === -1 ? lines : lines.slice(0, first + 1);
  const find = (id: QuantityId): void => {
    const all = [...found, id];
    setFound(all);
    if (blanks.every((blank) => all.includes(blank))) onFilled();
  };
  return (
    <>
      <ol className={styles.lines}>
        {shown.map((id) => (
          <li key={id} className={styles.line}>
            <Line
              of={explain(run, id)}
              blank={isBlank(id)}
              next={found.length > 0}
              open={first !== -1}
              judged={(typed) => checkAnswer(run, id, typed)}
              onFound={() => find(id)}
            />
          </li>
        ))}
      </ol>
      {first !== -1 && <p className={lesson.hint}>{messages.lockedFill}</p>}
    </>
  );
}

interface Reply {
  readonly text: string;
  readonly right: boolean;
}

interface LineProps {
  of: Explanation;
  blank: boolean;
  /** Whether a blank before this one has just been filled. */
  next: boolean;
  /** Whether a blank is still open, so that numbers can't be pressed. */
  open: boolean;
  judged: (typed: number) => AnswerCheck;
  onFound: () => void;
}

/** The formula, and below it the same with numbers; its result, or a field for it; and the reply to the last answer. */
function Line({ of, blank, next, open, judged, onFound }: LineProps) {
  const [reply, setReply] = useState<Reply>();
  const answered = useRef<HTMLParagraphElement>(null);
  const found = (text: string, right: boolean): void => {
    setReply({ text, right });
    answered.current?.focus({ preventScroll: true }); // the field disappears; the next one takes the focus if there is one
    onFound();
  };
  const name = plainOf(idOf(of.id));
  const tokens = of.numbers?.tokens ?? [];
  return (
    <>
      <div className={styles.formula}>
        <Tex tex={of.symbols} plain={name} />
      </div>
      <p className={styles.numbers}>
        {tokens.slice(0, -1).map((token, i) => (
          // Tokens have no id but their index.
          // eslint-disable-next-line react/no-array-index-key
          <span key={i}>{display(token.text)}</span>
        ))}
        {!blank && (
          <strong>
            {open ? (
              display(tokens.at(-1)?.text ?? "")
            ) : (
              <Quantity id={of.id}>{display(tokens.at(-1)?.text ?? "")}</Quantity>
            )}
          </strong>
        )}
      </p>
      {blank && (
        <Blank
          name={name}
          next={next}
          judged={judged}
          onFound={found}
          onWrong={(text) => setReply({ text, right: false })}
          onShow={() => found(messages.itIs(format(of.value)), false)}
        />
      )}
      {(blank || reply !== undefined) && (
        <p
          ref={answered}
          tabIndex={-1}
          aria-live="polite"
          className={classes(styles.reply, reply?.right === true && lesson.right)}
        >
          {reply?.right === true && "✓ "}
          {reply?.text}
        </p>
      )}
    </>
  );
}

interface BlankProps extends Pick<LineProps, "judged" | "next"> {
  name: string;
  onFound: (reply: string, right: boolean) => void;
  onWrong: (reply: string) => void;
  onShow: () => void;
}

/** The field for a result. If it follows another one, it scrolls into view and takes the focus. */
function Blank({ name, next, judged, onFound, onWrong, onShow }: BlankProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const follows = useRef(next);
  const [text, setText] = useState("");
  useEffect(() => {
    if (!follows.current) return;
    field.current?.focus({ preventScroll: true });
    field.current?.closest("li")?.scrollIntoView({ block: "nearest" });
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const value = parseNumber(text);
    if (!Number.isFinite(value)) {
      onWrong(text.trim() === "" ? messages.nothingTyped : messages.notANumber(text));
      return;
    }
    const { correct, message } = judged(value);
    if (correct) onFound(message.text, true);
    else onWrong(message.text);
  };
  return (
    <form className={styles.blank} onSubmit={submit}>
      <label htmlFor={id}>{messages.blank(name)}</label>
      <input
        ref={field}
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button small look="primary" type="submit">
        {messages.check}
      </Button>
      <Button small look="quiet" onClick={onShow}>
        {messages.showIt}
      </Button>
    </form>
  );
}
