import type { OrderedJudgment, OrderedLine as Shown } from "@neural-viz/engine";
import type { KeyboardEvent, PointerEvent } from "react";
import { messages } from "#text/exercise";
import { Tex } from "../ui/kit/Tex.tsx";
import * as styles from "./Ordered.module.css";

interface OrderedLineProps {
  line: number;
  shown: Shown;
  judgment: OrderedJudgment | undefined;
  picked: boolean;
  dragged: boolean;
  /** Whether what is dragged would come before it. */
  marked: boolean;
  hint: string;
  onPress: (line: number) => void;
  onKey: (line: number, event: KeyboardEvent) => void;
  onGrab: (line: number, event: PointerEvent) => void;
}

/** A line to drag, to press, or to move by keys; and what is said of it. */
export function OrderedLine(props: OrderedLineProps) {
  const { line, shown, judgment, picked, dragged, marked, hint, onPress, onKey, onGrab } = props;
  const right = judgment?.verdict === "correct";
  return (
    <li
      className={styles.item}
      data-line={line}
      data-marked={marked || undefined}
      data-dragged={dragged || undefined}
    >
      <button
        type="button"
        className={styles.line}
        id={`line-${line}`}
        aria-pressed={picked}
        aria-describedby={judgment === undefined || right ? hint : `line-${line}-said`}
        onKeyDown={(event) => onKey(line, event)}
        onPointerDown={(event) => {
          if (event.pointerType === "mouse") onGrab(line, event);
        }}
        onClick={() => onPress(line)}
      >
        {/* A finger scrolls the page anywhere else on the line. */}
        <span className={styles.grip} aria-hidden="true" onPointerDown={(event) => onGrab(line, event)} />
        <span className="vh">{messages.lineNumber(line + 1)}: </span>
        <span className={styles.tex}>
          <Tex tex={shown.tex} plain={shown.id} />
        </span>
        {right && (
          <span className={styles.ok} role="img" aria-label={messages.correct}>
            ✓
          </span>
        )}
      </button>
      {judgment !== undefined && !right && (
        <p id={`line-${line}-said`} className={styles.said}>
          {judgment.message.text}
        </p>
      )}
    </li>
  );
}
