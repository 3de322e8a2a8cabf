/** Lets views ask the trainer questions, and asks again whenever the state shown changes. */
import type { Result } from "@neural-viz/engine";
import { useEffect, useRef, useState } from "react";
import type { Answers, Question } from "../worker/protocol.ts";
import { ask } from "./mailbox.ts";
import { MANY_NUMBERS, timeManyNumbers, useThrottled } from "./hooks.ts";

/** A question whose answer may take long. */
export interface Asked<Answer> {
  /** The last answer until the next one arrives; undefined until the first. */
  readonly answer: Answer | undefined;
  /** The share of the work that is done, 0 to 1, for an answer that takes long. */
  readonly progress: number | undefined;
  /** Whether the person stopped it. Nothing is computed until something changes or `again` is called. */
  readonly canceled: boolean;
  readonly cancel: () => void;
  readonly again: () => void;
}

/**
 * Asks a question, and asks it again with every snapshot at this pace. An undefined question asks nothing. A question
 * that is no longer needed is canceled.
 */
export function useAsked<Kind extends Question["kind"]>(
  question: Extract<Question, { kind: Kind }> | undefined,
  interval?: number,
): Asked<Answers[Kind]> {
  const snapshot = useThrottled((state) => state.snapshot, interval);
  const [held, setHeld] = useState<Answers[Kind]>();
  const [progress, setProgress] = useState<number>();
  const [canceled, setCanceled] = useState(false);
  const [times, setTimes] = useState(0);
  const drop = useRef(() => {});
  const asked = question === undefined ? undefined : JSON.stringify(question);
  useEffect(() => {
    if (asked === undefined) return undefined;
    setCanceled(false);
    drop.current = ask<Kind>(
      JSON.parse(asked) as Extract<Question, { kind: Kind }>,
      (answer) => {
        if (interval === MANY_NUMBERS) timeManyNumbers();
        setProgress(undefined);
        setHeld(answer);
      },
      setProgress,
    );
    return () => drop.current();
    // Another snapshot has other numbers, even if the question is the same.
    // eslint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [asked, snapshot, times]);
  return {
    answer: held,
    progress: asked === undefined ? undefined : progress,
    canceled,
    cancel() {
      drop.current();
      setProgress(undefined);
      setCanceled(true);
    },
    again: () => setTimes((n) => n + 1),
  };
}

/** A question that is asked once, when the person asks for it, about the run as it is then. */
export interface OnDemand<Kind extends Question["kind"]> extends Asked<Answers[Kind]> {
  readonly begin: (question: Extract<Question, { kind: Kind }>) => void;
  readonly forget: () => void;
}

/** Asks on demand. The next question cancels the current one, and so does leaving the view. */
export function useOnDemand<Kind extends Question["kind"]>(): OnDemand<Kind> {
  const [answer, setAnswer] = useState<Answers[Kind]>();
  const [progress, setProgress] = useState<number>();
  const [canceled, setCanceled] = useState(false);
  const drop = useRef(() => {});
  const last = useRef<Extract<Question, { kind: Kind }>>(undefined);
  useEffect(() => () => drop.current(), []);
  const begin = (question: Extract<Question, { kind: Kind }>): void => {
    drop.current();
    last.current = question;
    setAnswer(undefined);
    setProgress(undefined);
    setCanceled(false);
    drop.current = ask<Kind>(
      question,
      (found) => {
        setProgress(undefined);
        setAnswer(found);
      },
      setProgress,
    );
  };
  const stop = (stopped: boolean): void => {
    drop.current();
    setProgress(undefined);
    setCanceled(stopped);
  };
  return {
    answer,
    progress,
    canceled,
    begin,
    cancel: () => stop(true),
    again() {
      if (last.current !== undefined) begin(last.current);
    },
    forget() {
      stop(false);
      setAnswer(undefined);
    },
  };
}

/** The last answer to a question that is answered quickly. */
export function useAnswer<Kind extends Question["kind"]>(
  question: Extract<Question, { kind: Kind }> | undefined,
  interval?: number,
): Answers[Kind] | undefined {
  return useAsked<Kind>(question, interval).answer;
}

/** The values of the results that are ok. */
export function foundOf<T>(results: readonly Result<T>[] | undefined): readonly T[] {
  return results?.flatMap((one) => (one.ok ? [one.value] : [])) ?? [];
}
