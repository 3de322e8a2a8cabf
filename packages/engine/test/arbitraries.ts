/** Random networks of the whole family, with parameters and samples to match, for property tests. */
import fc from "fast-check";
import {
  type ActivationName,
  activations,
  type Batch,
  createNetwork,
  createRandom,
  type FeatureName,
  features,
  featuresFor,
  type Head,
  headOf,
  heads,
  type HiddenLayer,
  type Network,
  type Picture,
} from "@neural-viz/engine";

const activation = fc.constantFrom(...(Object.keys(activations) as ActivationName[]));

/** Hidden layers of every width, the widest often. */
const anyHidden = fc.array(
  fc.record({
    units: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constant(8)),
    activation,
  }),
  { maxLength: 4 },
);

/** A network with two raw inputs, one sigmoid and cross-entropy. */
export function binaryNetwork(hidden: readonly HiddenLayer[]): Network {
  return createNetwork({ features: ["x1", "x2"], hidden, outputs: 1, head: headOf("binary")! });
}

/** Points with two inputs and a label, as passes take them. */
export function binaryBatch(rows: readonly (readonly [x1: number, x2: number, label: number])[]): Batch {
  const column = (k: 0 | 1 | 2): Float64Array => Float64Array.from(rows, (row) => row[k]);
  return { count: rows.length, features: [column(0), column(1)], targets: [column(2)] };
}

const anyFeatures = fc.subarray(Object.keys(features) as FeatureName[], { minLength: 1, maxLength: 8 });

/** How many outputs the targets of a head have. */
const outputsOf = ({ targets }: Head): fc.Arbitrary<number> =>
  targets === "binary"
    ? fc.constant(1)
    : fc.integer(targets === "classes" ? { min: 2, max: 4 } : { min: 1, max: 4 });

/** A network of any head and hidden layers, with these inputs. */
const networksOf = (inputs: fc.Arbitrary<FeatureName[]>): fc.Arbitrary<Network> =>
  fc
    .tuple(fc.constantFrom(...heads), inputs, anyHidden)
    .chain(([head, names, hidden]) =>
      outputsOf(head).map((outputs) => createNetwork({ features: names, hidden, outputs, head })),
    );

/** A network of any head, inputs and hidden layers. */
export const anyNetwork: fc.Arbitrary<Network> = networksOf(anyFeatures);

/** A network over 1 to 4 raw inputs, with a picture of them. */
export const anyPictured = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat()).chain(([inputs, seed]) => {
  const possible = featuresFor(inputs);
  const names = fc.subarray(possible, { minLength: 1, maxLength: Math.min(8, possible.length) });
  const length = Math.min(2, inputs);
  const axes = fc.shuffledSubarray([...Array(inputs).keys()], { minLength: length, maxLength: length });
  return fc.tuple(networksOf(names), axes, fc.integer({ min: 1, max: 13 })).map(([network, on, size]) => {
    const numbers = spread(seed);
    const domain = Array.from(numbers(inputs), (low, k) => [low, low + 0.5 + k] as const);
    const picture: Picture = {
      domain,
      axes: on.map((k) => k + 1) as unknown as Picture["axes"],
      through: [...numbers(inputs)],
    };
    return { network, params: spread(seed + 1, 1.5)(network.size), picture, size };
  });
});

/** The raw inputs at the center of each cell of a picture, from its top left on. */
export function cellsByHand({ domain, axes, through }: Picture, size: number): number[][] {
  const rows = axes.length === 1 ? 1 : size;
  return Array.from({ length: rows * size }, (_, cell) => {
    const shares = [((cell % size) + 0.5) / size, 1 - (Math.floor(cell / size) + 0.5) / size];
    const x = [...through];
    axes.forEach((axis, i) => {
      const [low, high] = domain[axis - 1]!;
      x[axis - 1] = low + (high - low) * shares[i]!;
    });
    return x;
  });
}

/** So many numbers, evenly spread: nearly any other order of adding them gives other bits. */
export const spread = (seed: number, size = 2) => {
  const random = createRandom(seed);
  return (length: number): Float64Array =>
    Float64Array.from({ length }, () => 2 * size * random.uniform() - size);
};

/** Samples that fit a network. */
export function samplesFor({ features: names, layers, head }: Network, count: number, seed: number): Batch {
  const numbers = spread(seed);
  const outputs = layers.at(-1)!.fanOut;
  const columns = (): Float64Array[] => Array.from({ length: outputs }, () => numbers(count));
  const classes = numbers(count).map((value) => Math.floor(((value + 2) / 4) * outputs));
  const targets =
    head.targets === "binary"
      ? [numbers(count).map((value) => Number(value > 0))]
      : head.targets === "classes"
        ? columns().map((column, j) => column.map((_, s) => Number(classes[s] === j)))
        : columns();
  return { count, features: names.map(() => numbers(count)), targets };
}

/** A network with parameters and up to 600 samples, so that some sets need several blocks. */
export const anyCase = fc
  .tuple(anyNetwork, fc.integer({ min: 1, max: 600 }), fc.nat())
  .map(([network, count, seed]) => ({
    network,
    params: spread(seed, 1.5)(network.size),
    batch: samplesFor(network, count, seed + 1),
  }));

/** The first samples of a batch. */
export function firstOf({ features: columns, targets, count }: Batch, most: number): Batch {
  const n = Math.min(count, most);
  const cut = (column: Float64Array): Float64Array => column.slice(0, n);
  return { count: n, features: columns.map(cut), targets: targets.map(cut) };
}
