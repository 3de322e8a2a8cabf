/** The text of quiz questions. */
import { plural } from "./plural.ts";

const neurons = { one: "neuron", other: "neurons" };
const outputs = { one: "output", other: "outputs" };
const inputs = { one: "input", other: "inputs" };

/** A hidden layer, as a sentence names it. */
interface Hidden {
  readonly units: number;
  readonly activation: string;
}

export const quizText = {
  category: "Neural-Viz",
  title: ({ shape, seed, asked }: { shape: string; seed: number | undefined; asked?: string }) =>
    `${shape} network${seed === undefined ? "" : `, seed ${seed}`}${asked === undefined ? "" : `: ${asked}`}`,
  network: (the: { shape: string; inputs: number; hidden: readonly Hidden[]; outputs: number }) => {
    const first = [
      plural(the.inputs, inputs),
      ...the.hidden.map(
        ({ units, activation }, l) => `${plural(units, neurons)} (${activation}) in hidden layer ${l + 1}`,
      ),
    ];
    return `A ${the.shape} network has ${first.join(", ")}${first.length > 1 ? "," : ""} and ${plural(the.outputs, outputs)}.`;
  },
  given: ({ t }: { t: number }) =>
    t === 0 ? "Given:" : `Given, after ${plural(t, { one: "update", other: "updates" })}:`,
  parameters: ({ l, j }: { l: number; j: number }) => `layer ${l}, neuron ${j}`,
  point: ({ s }: { s: number }) => `point ${s}`,
  settings: "settings",
  state: "optimizer state",
  results: "results",
  compute: "Compute",
  precision: ({ digits }: { digits: number }) =>
    `Give each answer to ${plural(digits, { one: "significant digit", other: "significant digits" })}. You may continue with your rounded results.`,
  afterUpdate: "after the update",
  correct: "Correct.",
  wrong: "Not quite.",
  ifYouGot: ({ value, mistake }: { value: string; mistake: string }) => `If you got ${value}: ${mistake}`,
};

/** The formats of a quiz, as help texts name them. */
export const quizNames = {
  moodle: "Moodle XML: one question with all answers for each seed, with feedback on common mistakes",
  gift: "GIFT: one question for each answer, for Moodle and others",
  qti: "QTI 1.2 as a ZIP, which Canvas imports: one question for each answer",
};
