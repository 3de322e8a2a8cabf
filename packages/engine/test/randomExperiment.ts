/** A random experiment of the whole family, the same for the same seed: for tests that want many. */
import {
  activations,
  createRandom,
  datasets,
  defaultChoice,
  type Experiment,
  initializers,
  type OptimizerName,
  optimizers,
  parseExperiment,
} from "@neural-viz/engine";

export function randomExperiment(seed: number): Experiment {
  const random = createRandom(seed);
  const share = (): number => random.uniform();
  const whole = (from: number, to: number): number => from + Math.floor(share() * (to - from + 1));
  const one = <T>(of: readonly T[]): T => of[whole(0, of.length - 1)]!;
  const power = (from: number, to: number): number =>
    Number((10 ** (from + share() * (to - from))).toPrecision(3));
  const sometimes = (chance: number): boolean => share() < chance;

  const name = one(Object.keys(datasets));
  const gate = datasets[name as keyof typeof datasets].kind === "gate";
  const points = whole(4, 60);
  const count = gate ? 4 : points;
  const optimizer = (): object => {
    const chosen = one(Object.keys(optimizers)) as OptimizerName;
    return { ...defaultChoice(chosen), learningRate: chosen === "sgd" ? power(-2, 1) : power(-3, 0) };
  };
  const hidden = Array.from({ length: whole(0, 3) }, () => ({
    units: whole(1, 6),
    activation: one(Object.keys(activations)),
  }));
  const epochs = whole(20, 300);
  return parseExperiment({
    version: 1,
    dataset: gate ? { name } : { name, points, noise: share() * 0.2, seed: whole(0, 1000) },
    split: sometimes(0.25) && count > 8 ? { test: share() * 0.6, seed: whole(0, 1000) } : {},
    network: {
      hidden,
      initializer: { name: one(Object.keys(initializers)), seed: whole(0, 4_294_967_295) },
    },
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
