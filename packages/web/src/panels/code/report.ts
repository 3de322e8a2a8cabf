/** What was found in a recording, as plain text. */
import { format } from "@neural-viz/engine";
import type { OpenRecording } from "../../store/review/review.ts";
import { count } from "../../ui/kit/text.ts";
import { messages } from "#text/ownCode";
import { apartSentence } from "./pairs.ts";
import { writerText } from "./writer.ts";

/** The most differing numbers that are listed. */
const MAX_LISTED = 20;

export function reportOf({ name, review }: Pick<OpenRecording, "name" | "review">): string {
  const { comparison, shape, optimizer, ts, writer, dtype } = review;
  const { first, numbers, differ, updates, tolerance, mistakes, besideFirst, notJudged } = comparison;
  const verdict =
    first === undefined
      ? numbers === 0
        ? [
            messages.nothingCompared(
              updates,
              Object.values(notJudged).some((missing) => missing > 0),
            ),
          ]
        : [messages.allAgree(numbers, count(numbers), updates), messages.seenFrom(format(tolerance))]
      : [
          messages.someDiffer(differ, count(differ), count(numbers)),
          `${messages.firstWrong} ${messages.when(first.stage, first.t + 1)}, ${messages.reportYours(first.id, first.yours, first.ours)}.`,
          apartSentence(first, tolerance),
          ...mistakes.map(({ label, layer, name: key }) => messages.reportMistake(label, layer, key)),
          ...(mistakes.length === 0 ? [messages.noneKnown] : []),
          ...besideFirst
            .slice(0, MAX_LISTED)
            .map(({ id, yours, ours }) => messages.reportYours(id, yours, ours)),
          ...(besideFirst.length > MAX_LISTED ? [messages.more(besideFirst.length - MAX_LISTED)] : []),
        ];
  return [
    messages.report(name),
    messages.about(shape, optimizer, ts.length, writerText(writer), dtype),
    ...verdict,
    "",
  ].join("\n");
}
