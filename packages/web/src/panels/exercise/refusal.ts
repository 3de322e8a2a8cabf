/** Why a number that was pressed can't be asked for, in a sentence for whoever pressed it. */
import { attempt, idOf, type Message, plainOf, type QuantityId } from "@neural-viz/engine";
import { messages } from "#text/making";
import { exerciseFrom, hasOthers, type Making, type Shown } from "./making.ts";

/** What comes of asking for a number: it's fine, it needs its point to be alone, or it's refused. */
export type Outcome = "fine" | "alone" | { readonly why: string };

/** What comes of asking for one number more. The unknown to solve for is given before the update, so it's no average. */
export function outcomeOf(shown: Shown, making: Making, id: QuantityId): Outcome {
  const parts = idOf(id);
  if (making.style === "solve" && parts.kind === "parameter" && parts.t === 1) return "fine";
  const ask = (alone: boolean) =>
    attempt(() => exerciseFrom(shown, { ...making, alone, asked: [id], style: "blanks" }));
  const made = ask(making.alone);
  if (made.ok) return "fine";
  if (isAverage(made.why) && hasOthers(shown) && ask(true).ok) return "alone";
  return { why: sentenceOf(made.why, id) };
}

const isAverage = ({ key }: Message): boolean => key === "exercises.manyPoints";

/** What is wrong with all that is asked. */
export function troubleOf(why: Message, others: boolean): string {
  const { id, count } = why.values;
  return isAverage(why) && others ? messages.needsAlone(nameOf(id as QuantityId), count as number) : why.text;
}

const nameOf = (id: QuantityId): string => plainOf(idOf(id));

function sentenceOf(why: Message, quantity: QuantityId): string {
  if (why.key !== "exercises.notAskable") return why.text;
  const id = idOf(quantity);
  const isGiven = id.kind === "x" || id.kind === "y" || id.kind === "hyper";
  return isGiven ? messages.isGiven(plainOf(id)) : messages.notComputed(plainOf(id));
}
