/** Views' questions to the trainer, asked again whenever what is shown changes. */
import { useEffect, useState } from "react";
import type { Answers, Question } from "../worker/protocol.ts";
import { ask } from "./actions.ts";
import { useCalm } from "./hooks.ts";

/** The answer to a question: the last one until the next arrives, undefined until the first. None asks nothing. */
export function useAnswer<Kind extends Question["kind"]>(
  question: Extract<Question, { kind: Kind }> | undefined,
): Answers[Kind] | undefined {
  const snapshot = useCalm((state) => state.snapshot);
  const [held, setHeld] = useState<Answers[Kind]>();
  const asked = question === undefined ? undefined : JSON.stringify(question);
  useEffect(() => {
    if (asked === undefined) return undefined;
    let wanted = true;
    ask<Kind>(JSON.parse(asked) as Extract<Question, { kind: Kind }>, (answer) => {
      if (wanted) setHeld(answer);
    });
    return () => {
      wanted = false;
    };
    // Another snapshot has other numbers, though the question is the same.
    // eslint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [asked, snapshot]);
  return held;
}
