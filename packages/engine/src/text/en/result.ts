/** Result lines: why one can't be read, and how one differs from its run. */
import { catalog } from "../message.ts";
import type { Message } from "../message.ts";
import { plural } from "./plural.ts";

const updates = (t: number): string => plural(t, { one: "update", other: "updates" });

export const result = catalog("result", {
  empty: () => "There is no result line.",
  notOne: () => "A result line must begin with nviz1:.",
  older: () => "This is a result of an earlier version, which can’t be recomputed. Copy the result again.",
  otherVersion: ({ version }: { version: number }) =>
    `A result line must begin with nviz1:; this one has version ${version}.`,
  damaged: () => "The line is incomplete or was changed. Copy it again.",
  noExperiment: ({ why }: { why: Message }) => `The line holds no valid experiment: ${why.text}`,
  updates: ({ t, limit }: { t: number; limit: number }) =>
    `A run has at most ${updates(limit)}; this line says ${updates(t)}.`,
  afterEnd: ({ t, limit }: { t: number; limit: number }) =>
    `The line says ${updates(t)}, but this experiment has at most ${updates(limit)}.`,
  loss: ({ t, found, computed }: { t: number; found: number; computed: number }) =>
    `The line says a loss of ${found} after ${updates(t)}; recomputed, it is ${computed}.`,
  score: ({ found, correct, of }: { found: number; correct: number; of: number }) =>
    `The line says ${plural(found, { one: "correct answer", other: "correct answers" })}; judged again, it’s ${correct} of ${of}.`,
  exerciseParameters: () => "The score is right, but the weights aren’t those of this exercise.",
  fingerprint: ({ t }: { t: number }) =>
    `The loss is right, but the parameters after ${updates(t)} are not those of this run.`,
});
