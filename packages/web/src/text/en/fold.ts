import { plural } from "@neural-viz/engine";

const regions = (count: number): string => plural(count, { one: "region", other: "regions" });

export const messages = {
  // Choices
  output: "Output",
  outputOf: (j: number) => `Output ${j}`,
  classes: "Classes",
  classOf: (label: number) => `class ${label}`,
  eitherClass: (one: string, other: string) => `${one} or ${other}`,
  layerLabel: "Layer",
  layerName: (l: number) => `Layer ${l}`,
  view: "View",
  edgeOn: "Edge-on",
  twoNeurons: "Two neurons",
  threeNeurons: "Three neurons",
  axis: { across: "First axis", up: "Second axis", third: "Third axis" },
  across: "Across",
  up: "Up",

  // InputSquare
  squareOf: (count: number) =>
    count === 0
      ? "The inputs with a grid, the lines z = 0 of layer 1, and the points"
      : `The inputs, cut into ${regions(count)} by the hinges of the neurons; the list of regions says the same`,

  // Hinges
  hinges: "Hinges of layer 1",
  hingeOf: (unit: number) => `Hinge of neuron ${unit} in layer 1`,
  keysMove: "Arrow keys move it, Escape leaves it.",
  keysTurn: "Arrow keys move it, arrow keys with Shift turn it, Escape leaves it.",
  howToDrag: (turns: boolean, axes: number, later: boolean) =>
    `Drag a ${axes === 1 ? "hinge" : "line"} of layer 1 to move it${turns ? ", or its round handles to turn it" : ""}.${
      later ? " Hinges of later layers follow." : ""
    }`,

  // Motion
  motion: "Fold",
  motionAt: (share: number) =>
    share === 0 ? "square" : share === 1 ? "folded" : `${Math.round(100 * share)} percent folded`,
  square: "square",
  folded: "folded",
  play: "Play the folding",
  between: "In between is motion; the network computes only the two ends.",

  // RegionCard
  region: "Region",
  regionOf: (number: number, count: number) => `Region ${number} of ${count}`,
  outside: "The selected point lies outside all regions shown",
  pointsIn: (count: number, all: number) =>
    `${count} of ${plural(all, { one: "training point lies", other: "training points lie" })} in it`,
  pointsAlike: (count: number, all: number) =>
    `${count} of ${plural(all, { one: "training point has", other: "training points have" })} the same neurons on`,
  atMost: (count: number, most: number, width: number) =>
    `${regions(count)}, of at most ${most} for one layer of ${width}`,
  layer: (l: number) => `layer ${l}`,
  onIn: (l: number, on: readonly number[]) =>
    on.length === 0 ? `Layer ${l}: every neuron is off` : `Layer ${l}: on ${on.join(", ")}`,
  keeps: (slopes: readonly string[]) =>
    slopes.length === 0
      ? "D has the slope of each neuron, which is 1 everywhere."
      : `D has the slope of each neuron: 1 where it’s on, ${slopes.join(" or ")} where it’s off.`,
  sameBits: "In this region z is only this sum, to the last bit.",
  rounding: (difference: string) => `In this region z is only this sum, up to ${difference} from rounding.`,

  // The network beside the square
  network: "Network",
  lit: "filled: on in the selected region",
  litHere: (region: number) => `filled: on in region ${region}`,

  // ThreeView
  turnIt: "Drag the picture to turn it.",
  threeOf: (names: readonly string[]) => `The folded sheet, with ${names.join(", ")} as axes`,
  turn: (around: number, above: number) =>
    `Turn the view: drag, or press the arrow keys. Seen from ${Math.round(around)}° around and ${Math.round(above)}° above`,

  // Paths
  pathByPath: "path by path",
  openPaths: (open: number, all: number) =>
    `${open} of ${plural(all, { one: "path", other: "paths" })} open.`,
  largest: "Largest:",
  pathsAddUp: (total: string) => ` The open paths add up to ${total}.`,

  // RegionTable
  columns: (axes: number) => [
    "Region",
    axes === 1 ? "Share of length" : "Share of area",
    "On",
    "z",
    "Points",
  ],
  share: (share: number) => (share < 0.0005 ? "< 0.1%" : `${(100 * share).toFixed(1)}%`),

  // View
  noRegions: (why: string) => `No regions to show: ${why}.`,
  flat: (crossing: number, units: number) =>
    `There is little to fold: ${crossing === 0 ? "none" : `only ${crossing}`} of the ${units} hinges of layer 1 ${crossing === 1 ? "crosses" : "cross"} the inputs shown. Other initial weights may place them better.`,
  notFinite: "Some parameters aren’t finite numbers here, so there’s nothing to fold.",
  inputs: (axes: number, all: number) =>
    all > axes ? "Plane through the point" : axes === 1 ? "Input line" : "Input square",
  regions,
  straight: "layer 1, straight",
  bent: (layer: number) => (layer > 2 ? "later layers, bent" : "layer 2, bent"),
  foldedTitle: "Folded",
  sheetAfter: (layer: number, edge: boolean) =>
    `The same sheet after layer ${layer}, ${edge ? "seen along the cut" : "along its neurons"}`,
  acrossIs: (layer: number, z: string) =>
    `Folded: up is ${z}, across is the widest direction of ${layer === 0 ? "the inputs" : `layer ${layer}`} that ${z} doesn’t see.`,
  cut: (z: string) => `the cut: ${z} = 0`,
  zero: (z: string) => `${z} = 0`,
  list: "List of regions",
};
