import { biasName, ids, pathsOf, weightName } from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { networkOf } from "../../store/derived.ts";
import { MANY_NUMBERS } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { messages } from "#text/chain";
import { PathTable, pathWords } from "./Paths.tsx";
import type { InputProps } from "./props.ts";

/** All paths from an input to the loss, and their sum next to that of the error signals times the weights. */
export function InputPaths({ input, sample, t }: InputProps) {
  const network = useApp(networkOf);
  const units = Array.from({ length: network.layers[0]!.fanOut }, (_, j) => j + 1);
  // A path to a neuron's sum is that of its bias. From the input, it is times one weight more.
  const paths = units.flatMap((j) => pathsOf(network, biasName(1, j)).map((through) => ({ j, through })));
  const values = useAnswer<"values">(
    {
      kind: "values",
      ids: [
        ...units.map((j) => ids.parameter.of(weightName(1, j, input), t)),
        ...units.map((j) => ids.delta.of(1, j, sample, t)),
        ...paths.map(({ j, through }) => ids.path.of(biasName(1, j), through, sample, t)),
      ],
    },
    MANY_NUMBERS,
  );
  const n = units.length;
  if (values?.length !== 2 * n + paths.length) return null;
  return (
    <PathTable
      paths={paths.map(({ j, through }, i) => ({
        words: pathWords(network, [j, ...through]),
        value: values[2 * n + i]! * values[j - 1]!,
      }))}
      known={{
        label: messages.signalsTimesWeights,
        value: units.reduce((sum, j) => sum + values[n + j - 1]! * values[j - 1]!, 0),
      }}
    />
  );
}
