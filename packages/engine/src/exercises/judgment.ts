/** What is said of one answer to an exercise. */
import type { QuantityId } from "../ids/kind.ts";
import type { Interval } from "../math/interval.ts";
import type { Message } from "../text/message.ts";

/** correct; follows: wrong only because an earlier answer is; mistake: a common mistake; wrong; missing: no answer. */
export type Verdict = "correct" | "follows" | "mistake" | "wrong" | "missing";

/** What is to be said of one answer. */
export interface Judgment {
  readonly id: QuantityId;
  readonly answer: number | undefined;
  readonly verdict: Verdict;
  /** The right number, and all that count as right. Of an unknown that was solved for: what comes of the answer. */
  readonly value: number;
  readonly range: Interval;
  /** The common mistake, if it is one. */
  readonly mistake?: Message;
  /** Verdict, value, cause. */
  readonly message: Message;
}
