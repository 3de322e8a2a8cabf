/** How the layers are looked at, from the settings of the tool. */
import type { Network } from "@neural-viz/engine";
import { useMemo } from "react";
import { useSetting } from "../../store/panels/settings.ts";
import type { Look } from "./fold.ts";

/** The output whose z is shown, from 0. */
export function useOutput({ layers }: Network): readonly [output: number, change: (output: number) => void] {
  const { fanOut } = layers.at(-1)!;
  const [output, change] = useSetting<number>(
    "output",
    1,
    (j) => Number.isInteger(j) && j >= 1 && j <= fanOut,
  );
  return [output - 1, (j) => change(j + 1)];
}

/** The width of a layer; layer 0 is the inputs. */
export const widthOf = ({ layers, features }: Network, layer: number): number =>
  layer === 0 ? features.length : layers[layer - 1]!.fanOut;

/** The look that is chosen: at first edge-on, after the last hidden layer. */
export function useLook(network: Network, output: number): Look {
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
    if (edge) return { kind: "edge", layer, output };
    if (three) return { kind: "three", layer, axes: [across - 1, up - 1, third - 1], output };
    return { kind: "neurons", layer, across: across - 1, up: width === 1 ? undefined : up - 1 };
  }, [edge, three, layer, output, across, up, third, width]);
}
