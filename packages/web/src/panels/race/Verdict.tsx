import { format, type Race, spreadOf } from "@neural-viz/engine";
import { count } from "../../ui/kit/text.ts";
import { messages } from "#text/race";
import { lowestOf, reachedAfter, reasonOf } from "./lowest.ts";

interface VerdictProps {
  of: Race;
  /** One for each lane. */
  names: readonly string[];
  /** The index of the lane that was expected to end lowest. */
  guess: number;
}

/** Whether the lane that was expected to end with the lowest loss did, and why or why not. */
export function Verdict({ of: { t, lanes }, names, guess }: VerdictProps) {
  const losses = lanes.map((lane) => spreadOf(lane.losses).middle);
  const ends = losses.map((curve) => curve.at(-1)!);
  const lowest = lowestOf(ends);
  if (lowest === undefined) return messages.allDiverged;
  const end = ends[lowest]!;
  if (ends[guess] === end) {
    const next = lowestOf(ends.map((other) => (other === end ? NaN : other)));
    return together(
      messages.rightLane(names[guess]!, format(end)),
      next === undefined ? "" : passed(names[next]!, ends[next]!),
    );
  }
  const yours = names[guess]!;
  const reason = reasonOf(losses[guess]!);
  if (reason.kind === "diverged") return together(messages.divergedLane(names[lowest]!, format(end), yours));
  const said = messages.wrongLane(names[lowest]!, format(end), yours, format(ends[guess]!));
  const why =
    reason.kind === "rose"
      ? messages.rose(yours, format(reason.loss), count(t + reason.after))
      : reason.kind === "falling"
        ? messages.stillFalling(yours)
        : "";
  return together(said, why, passed(yours, ends[guess]!));

  function together(...parts: readonly string[]): string {
    const seeds = lanes[0]!.losses.length;
    return [...parts, seeds > 1 ? messages.medians(seeds) : ""].filter((part) => part !== "").join(" ");
  }

  /** When the lowest lane reached the loss at which another ended. */
  function passed(other: string, loss: number): string {
    const after = reachedAfter(losses[lowest!]!, loss);
    return after === undefined ? "" : messages.passed(names[lowest!]!, other, format(loss), count(t + after));
  }
}
