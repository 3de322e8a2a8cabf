/** A random experiment of the whole family, the same for the same seed: for tests that want many. */
import {
  activations,
  createRandom,
  type Dataset,
  datasets,
  dataShape,
  defaultChoice,
  type Experiment,
  featuresFor,
  headsFor,
  initializers,
  type OptimizerName,
  optimizers,
  parseDataset,
  parseExperiment,
  samplesOf,
} from "@neural-viz/engine";

export function randomExperiment(seed: number): Experiment {
  const random = createRandom(seed);
  const share = (): number => random.uniform();
  const whole = (from: number, to: number): number => from + Math.floor(share() * (to - from + 1));
  const one = <T>(of: readonly T[]): T => of[whole(0, of.length - 1)]!;
  const power = (from: number, to: number): number =>
    Number((10 ** (from + share() * (to - from))).toPrecision(3));
  const sometimes = (chance: number): boolean => share() < chance;
  const some = <T>(of: readonly T[], most: number): T[] => {
    const chosen = of.filter(() => sometimes(0.5)).slice(0, most);
    return chosen.length === 0 ? [one(of)] : chosen;
  };

  const decimals = (): object => (sometimes(0.2) ? { decimals: whole(1, 6) } : {});

  /** Points of one's own: labels, classes or values that follow from the inputs. */
  function custom(): object {
    const inputs = whole(1, 4);
    const targets = one(["binary", "classes", "values"] as const);
    const outputs = targets === "values" ? whole(1, 4) : 1;
    const samples = Array.from({ length: whole(1, 60) }, () => {
      const x = Array.from({ length: inputs }, share);
      const level = x.reduce((a, b) => a + b) / inputs;
      if (targets === "values")
        return [...x, ...Array.from({ length: outputs }, (_, j) => x[0]! * level - j / 4)];
      return [...x, targets === "binary" ? Number(level > 0.5) : Math.floor(level * 2.99)];
    });
    const map = Array.from({ length: inputs }, () => ({ offset: whole(-5, 5), scale: whole(1, 9) }));
    return {
      name: "custom",
      inputs,
      targets,
      samples,
      ...(targets === "values" && { outputs }),
      ...(targets === "classes" && { classes: 3 }),
      ...(sometimes(0.3) && { map }),
    };
  }

  function named(name: keyof typeof datasets): object {
    const { kind }: Dataset = datasets[name];
    if (kind === "gate") return { name };
    if (kind === "real") return { name, columns: some([1, 2, 3], 3), ...decimals() };
    return { name, points: whole(4, 60), noise: share() * 0.2, seed: whole(0, 1000), ...decimals() };
  }

  const names = Object.keys(datasets) as (keyof typeof datasets)[];
  const dataset = parseDataset(sometimes(0.3) ? custom() : named(one(names)));
  const { inputs, targets } = dataShape(dataset);
  const { count } = samplesOf(dataset);
  const head = one(headsFor(targets));
  const optimizer = (): object => {
    const chosen = one(Object.keys(optimizers)) as OptimizerName;
    return { ...defaultChoice(chosen), learningRate: chosen === "sgd" ? power(-2, 0.5) : power(-3, 0) };
  };
  const hidden = Array.from({ length: whole(0, 3) }, () => ({
    units: whole(1, 6),
    activation: one(Object.keys(activations)),
  }));
  const epochs = whole(20, count > 100 ? 100 : 300);
  return parseExperiment({
    version: 1,
    dataset,
    split: sometimes(0.25) && count > 8 ? { test: share() * 0.6, seed: whole(0, 1000) } : {},
    network: {
      ...(sometimes(0.4) && { features: some(featuresFor(inputs), 8) }),
      hidden,
      output: { activation: head.activation, loss: head.loss },
      initializer: {
        name: one(Object.keys(initializers)),
        seed: whole(0, 4_294_967_295),
        ...decimals(),
      },
    },
    ...(sometimes(0.4) && {
      regularization: { l1: sometimes(0.5) ? power(-5, -2) : 0, l2: sometimes(0.7) ? power(-4, -1) : 0 },
    }),
    optimizer: optimizer(),
    training: {
      epochs,
      autoStop: sometimes(0.5),
      batch: sometimes(0.25) ? { size: whole(1, count), seed: whole(0, 1000) } : "all",
    },
    changes: [
      ...(sometimes(0.2) ? [{ at: whole(1, epochs), optimizer: optimizer() }] : []),
      ...(sometimes(0.2) ? [{ at: whole(0, epochs), parameter: "b.1.1", value: share() * 4 - 2 }] : []),
    ],
  });
}
