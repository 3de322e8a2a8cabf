/** The data of an experiment in a few words. */
import { plural } from "./plural.ts";

const nouns = { one: "point", other: "points" };

export const data = {
  generated: (the: { name: string; points: number; noise: number; seed: number }) =>
    `${the.name}, ${plural(the.points, nouns)}, noise ${the.noise}, seed ${the.seed}`,
  custom: ({ points }: { points: number }) => `custom data, ${plural(points, nouns)}`,
  /** 12 digits drop what multiplying by 100 adds: 7%, not 7.000000000000001%. */
  heldOut: ({ share }: { share: number }) => `${Number((share * 100).toPrecision(12))}% held out`,
};
