/** The parameters in reading order, neuron by neuron. */
import { biasName, type Network, parameterAt, type ParameterName, weightName } from "@neural-viz/engine";
import type { AppState } from "../../store/store.ts";
import { biasSymbol, featureOf, weightSymbol } from "../../ui/quantity/names.ts";
import { messages } from "#text/sliders";

export interface Parameter {
  readonly name: ParameterName;
  /** Where it is in the vector of all parameters. */
  readonly index: number;
  /** In words, complete in itself. */
  readonly label: string;
  readonly symbol: { readonly tex: string; readonly plain: string };
}

/** A neuron with the parameters that lead into it. */
export interface Neuron {
  readonly name: string;
  readonly parameters: readonly Parameter[];
}

/** The neurons of layer l, from 1. */
export function neuronsOf(network: Network, l: number): readonly Neuron[] {
  const { fanIn, fanOut } = network.layers[l - 1]!;
  const hidden = l < network.layers.length;
  return Array.from({ length: fanOut }, (_, j) => {
    const name = hidden
      ? messages.neuron(l, j + 1)
      : fanOut === 1
        ? messages.output
        : messages.outputOf(j + 1);
    const parameter = (of: ParameterName, label: string, symbol: Parameter["symbol"]): Parameter => ({
      name: of,
      index: parameterAt(network, of),
      label,
      symbol,
    });
    const weights = Array.from({ length: fanIn }, (__, k) => {
      const source = l === 1 ? featureOf(network, k).plain : messages.fromNeuron(k + 1);
      return parameter(weightName(l, j + 1, k + 1), messages.weight(name, source), weightSymbol(l, j, k));
    });
    return {
      name,
      parameters: [...weights, parameter(biasName(l, j + 1), messages.bias(name), biasSymbol(l, j))],
    };
  });
}

/** The value of a parameter: the last one set by hand, even before the trainer has received it. */
export function valueOf({ outbox, snapshot }: AppState, { name, index }: Parameter): number {
  const set = outbox.pending
    .flatMap(({ command }) => (command.kind === "edit" ? command.values : []))
    .findLast(({ parameter }) => parameter === name);
  return set?.value ?? snapshot.params[index]!;
}
