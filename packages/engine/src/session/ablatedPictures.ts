/** Pictures of a network with a hidden unit switched off. */
import { ablatedLayer, type Off } from "../nn/ablation.ts";
import { activationsOfLayer } from "../nn/eachSample.ts";
import { layersAfter, type Network } from "../nn/network.ts";
import { cellFeatures, drawCells, type Picture, type Pictures } from "./pictures.ts";

/** Draws with a hidden unit switched off: its own map is the same everywhere, and so the later layers and the outputs change. */
export function ablatedPictures(
  network: Network,
  params: Float64Array,
  picture: Picture,
  size: number,
  off: Off,
): Pictures {
  const features = cellFeatures(network, picture, size);
  const earlier = Array.from({ length: off.layer - 1 }, (_, l) =>
    activationsOfLayer(network, params, features, l + 1),
  );
  const a = ablatedLayer(network, params, features, off);
  const after = drawCells(layersAfter(network, off.layer), params, a, true);
  const before = [...earlier, a].flat().map((column) => Float32Array.from(column));
  return { size, outputs: after.outputs, maps: [...before, ...after.maps] };
}
