/** The text of a worksheet. */
import { plural } from "./plural.ts";

/** A sheet by its number and, where the weights are drawn, by their seed. */
interface Sheet {
  readonly number: number;
  readonly seed: number | undefined;
}

const seeded = (seed: number | undefined): string => (seed === undefined ? "" : `, seed ${seed}`);

export const worksheetText = {
  title: "Neural-Viz worksheet",
  sheet: ({ number, seed }: Sheet) => `Sheet ${number}${seeded(seed)}`,
  answers: ({ number, seed }: Sheet) => `Answers to sheet ${number}${seeded(seed)}`,
  about: (the: {
    data: string;
    shape: string;
    unusual: readonly string[];
    optimizer: string;
    rate: number;
    sample: number;
    t: number;
  }) =>
    `${[the.data, `${the.shape} network`, ...the.unusual].join("; ")}; ${the.optimizer}, learning rate ${the.rate}; point ${the.sample}, after ${plural(the.t, { one: "update", other: "updates" })}.`,
  given: "Given",
  /** Those who compute with the printed digits may end one apart. */
  rounded:
    "These values were computed with all digits and rounded only for print. Yours may differ in the last digit.",
  changed: "The value before the update, plus the step of the optimizer.",
  afterUpdate: ({ t }: { t: number }) => (t === 0 ? " (initial)" : ` (after update ${t})`),
};
