/** The text of a worksheet and of its key. */
import { activationNames as labels } from "./labels.ts";
import { plural } from "./plural.ts";

/** What a sheet is of. */
interface Sheet {
  readonly style: "worked" | "blanks" | "ordered" | "solve";
  readonly isUpdate: boolean;
}

/** What a sheet says of its network: the number of hidden layers, and each of their activation functions once. */
interface Network {
  readonly shape: string;
  readonly hidden: number;
  readonly activations: readonly string[];
}

/** The names of activation functions within a sentence. */
const activationNames: Readonly<Record<string, string>> = {
  ...labels,
  sigmoid: "sigmoid",
  leakyRelu: "leaky ReLU",
  identity: "identity",
};

const titleOf = ({ style, isUpdate }: Sheet): string => {
  if (style === "ordered") return isUpdate ? "Put one update in order" : "Put the lines in order";
  if (style === "solve") return "Find the unknown";
  const what = isUpdate ? "One update" : "One pass";
  return style === "worked" ? `${what}, worked out` : `${what} by hand`;
};

export const worksheetText = {
  document: "Neural-Viz worksheet",
  documentKey: "Neural-Viz answer key",
  title: titleOf,
  keyTitle: (sheet: Sheet) => `${titleOf(sheet)}: key`,
  name: "Name",
  network: ({ shape, hidden, activations }: Network) =>
    hidden === 0
      ? `A ${shape} network without hidden layers.`
      : `A ${shape} network with ${activations.map((name) => activationNames[name] ?? name).join(" and ")} neurons in its ${hidden === 1 ? "hidden layer" : "hidden layers"}.`,
  seed: ({ seed }: { seed: number }) => `seed ${seed}`,
  code: ({ code }: { code: string }) => `sheet ${code}`,
  codeOfKey: ({ code }: { code: string }) => `key to sheet ${code}`,
  page: "page",
  made: "Neural-Viz",
  after: ({ t }: { t: number }) =>
    `The numbers are those after ${plural(t, { one: "update", other: "updates" })}.`,
  given: "Given",
  names: ({ output, loss }: { output: string; loss: string }) =>
    `Output: ${output}. Loss of a point: ${loss}.`,
  points: "Points",
  point: "Point",
  parameters: "Weights and biases",
  state: "Optimizer state",
  results: "Results",
  digits: ({ digits }: { digits: number }) =>
    `Write ${plural(digits, { one: "significant digit", other: "significant digits" })}. You may continue with your rounded results.`,
  stages: {
    forward: { name: "Forward", what: "compute the prediction" },
    loss: { name: "Loss", what: "score the prediction" },
    backward: { name: "Backward", what: "find every gradient" },
    update: { name: "Update", what: "change the weights and biases" },
  },
  order: {
    name: "Order",
    what: ({ steps }: { steps: number }) =>
      `Put ${plural(steps, { one: "line", other: "lines" })} in order, so that no line uses a number that a later line computes. The other lines contain a mistake. Leave them out.`,
    lines: "Lines",
    answer: "Your order",
    anyOrder:
      "This is one correct order. Every order is correct in which each line comes after the lines that it uses.",
    wrong: "Lines to leave out",
  },
  solve: {
    question: "Question",
    ask: ({ unknown, result, goal }: { unknown: string; result: string; goal: string }) =>
      `Which value of ${unknown} gives ${result} = ${goal}?`,
    room: "Your work",
    answer: "Answer",
    check: ({
      unknown,
      value,
      result,
      reached,
    }: Record<"unknown" | "value" | "result" | "reached", string>) =>
      `Put in ${unknown} = ${value}: the network gives ${result} = ${reached}.`,
  },
  target: "target",
  unknown: "?",
  table: {
    seed: "seed",
    sheet: "sheet",
    order: "order",
  },
};
