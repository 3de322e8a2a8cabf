/** Counts of points, epochs and the like. */
import { plural } from "@neural-viz/engine";

export const points = (n: number): string => plural(n, { one: "point", other: "points" });
export const trainingPoints = (n: number): string =>
  plural(n, { one: "training point", other: "training points" });
export const updates = (n: number): string => plural(n, { one: "update", other: "updates" });
export const epochs = (n: number): string => plural(n, { one: "epoch", other: "epochs" });
/** "all 200 points", or the singular. */
export const allPoints = (n: number): string => (n === 1 ? "the only point" : `all ${points(n)}`);
export const allTrainingPoints = (n: number): string =>
  n === 1 ? "the only training point" : `all ${trainingPoints(n)}`;
