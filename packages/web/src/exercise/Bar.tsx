import type { Experiment } from "@neural-viz/engine";
import type { ReactNode } from "react";
import { messages } from "#text/exercise";
import { Button } from "../ui/kit/Button.tsx";
import * as styles from "./Exercise.module.css";
import { openInPlayground } from "./leave.ts";

export interface Tick {
  readonly id: string;
  readonly status: "done" | "current" | "wrong" | "open";
}

interface BarProps {
  experiment: Experiment;
  sample: number;
  /** Check, Next blank, or what else is done next. */
  children?: ReactNode;
  /** One mark for each number to find. */
  ticks?: readonly Tick[];
  onStartOver?: () => void;
  /** Draws other weights; undefined where they are given. */
  onNewNumbers?: (() => void) | undefined;
  /** Why there are no other numbers. */
  note?: string;
}

const none: readonly Tick[] = [];

/** The bar at the bottom: what to do next, how far it is, and what else can be done with the exercise. */
export function Bar(props: BarProps) {
  const { experiment, sample, children, ticks = none, onStartOver, onNewNumbers, note = "" } = props;
  const done = ticks.filter(({ status }) => status === "done").length;
  return (
    <section className={styles.bar} aria-label={messages.actions}>
      {children}
      {ticks.length > 0 && (
        <span className={styles.progress}>
          <span className={styles.ticks} aria-hidden="true">
            {ticks.map(({ id, status }) => (
              <i key={id} data-status={status} />
            ))}
          </span>
          {messages.progress(done, ticks.length)}
        </span>
      )}
      <span role="status">{note}</span>
      <span className={styles.more}>
        {onStartOver !== undefined && (
          <Button look="quiet" onClick={onStartOver}>
            {messages.startOver}
          </Button>
        )}
        {onNewNumbers !== undefined && (
          <Button look="quiet" onClick={onNewNumbers}>
            {messages.newNumbers}
          </Button>
        )}
        <Button onClick={() => openInPlayground(experiment, sample)}>{messages.playground}</Button>
      </span>
    </section>
  );
}
