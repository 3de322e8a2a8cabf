/** How the layers are looked at, from the settings of the tool. */
import type { Network } from "@neural-viz/engine";
import { useMemo } from "react";
import { changeSettings, useSetting } from "../../store/panels/settings.ts";
import type { Look } from "./fold.ts";
import type { Score } from "./score.ts";

/** The score that is shown: an output's z or, of several classes, two outputs' difference. */
export function useScore({ layers, head }: Network): readonly [score: Score, change: (score: Score) => void] {
  const { fanOut } = layers.at(-1)!;
  const isOutput = (j: number): boolean => Number.isInteger(j) && j >= 1 && j <= fanOut;
  const [output] = useSetting<number>("output", 1, isOutput);
  const [other] = useSetting<number>("against", output === 1 ? 2 : 1, (j) => isOutput(j) && j !== output);
  const classes = head.targets === "classes";
  return [
    useMemo(
      () =>
        classes
          ? { output: Math.min(output, other) - 1, against: Math.max(output, other) - 1 }
          : { output: output - 1, against: undefined },
      [classes, output, other],
    ),
    (score) =>
      changeSettings({
        output: score.output + 1,
        ...(score.against === undefined ? {} : { against: score.against + 1 }),
      }),
  ];
}

/** The width of a layer; layer 0 is the inputs. */
export const widthOf = ({ layers, features }: Network, layer: number): number =>
  layer === 0 ? features.length : layers[layer - 1]!.fanOut;

/** The look that is chosen: at first edge-on, after the last hidden layer. */
export function useLook(network: Network, score: Score): Look {
  const last = network.layers.length - 1;
  const [layer] = useSetting<number>(
    "layer",
    last,
    (l) => Number.isInteger(l) && l >= Math.min(1, last) && l <= last,
  );
  const width = widthOf(network, layer);
  const isNeuron = (j: number): boolean => Number.isInteger(j) && j >= 1 && j <= width;
  const [view] = useSetting<string>("view", "edge", (v) => v === "neurons" || v === "three");
  const [across] = useSetting<number>("across", 1, isNeuron);
  const [up] = useSetting<number>("up", across === 1 ? 2 : 1, (j) => isNeuron(j) && j !== across);
  const rest = [1, 2, 3].find((j) => j !== across && j !== up)!;
  const [third] = useSetting<number>("third", rest, (j) => isNeuron(j) && j !== across && j !== up);
  const edge = layer === last && (view === "edge" || width === 1);
  const three = view === "three" && width > 2;
  return useMemo((): Look => {
    if (edge) return { kind: "edge", layer, score };
    if (three) return { kind: "three", layer, axes: [across - 1, up - 1, third - 1], score };
    return { kind: "neurons", layer, across: across - 1, up: width === 1 ? undefined : up - 1 };
  }, [edge, three, layer, score, across, up, third, width]);
}
