/** The known mistakes that a recording may still be made of: each is dropped at the first number it doesn't reproduce. */
import type { Network } from "../nn/network.ts";
import { agrees, type Bounds } from "./bounded.ts";
import type { Precision } from "./dtype.ts";
import type { Interval } from "./lossBounds.ts";
import { gradientMistakes, type GradientScene } from "./mistakes/gradient.ts";
import { lossMistakes } from "./mistakes/loss.ts";
import { updateMistakes } from "./mistakes/update.ts";
import { createReplay, type Step } from "./replay.ts";

/** A known mistake that reproduces a recording. */
export interface LikelyMistake {
  readonly name: string;
  /** The layer it is in, from 1; left out where it isn't in one. */
  readonly layer?: number;
  readonly label: string;
}

/** Every known mistake, by the stage it is made in. */
export const knownMistakes: Readonly<
  Record<"loss" | "gradient" | "update", readonly Pick<LikelyMistake, "name" | "label">[]>
> = { loss: lossMistakes, gradient: gradientMistakes, update: updateMistakes };

/** A loop with a mistake, and whether it reproduces the numbers `recorded` of this update. */
interface Suspect<Scene> {
  readonly mistake: LikelyMistake;
  readonly reproduces: (scene: Scene) => boolean;
}

/** Suspects of one stage. */
export interface Suspects<Scene> {
  /** Drops those that don't reproduce an update. */
  see(scene: Scene): void;
  /** Those that are left, each once. */
  readonly mistakes: readonly LikelyMistake[];
}

function createSuspects<Scene>(all: readonly Suspect<Scene>[]): Suspects<Scene> {
  let left = all;
  return {
    see(scene) {
      left = left.filter(({ reproduces }) => reproduces(scene));
    },
    get mistakes() {
      const keys = left.map(({ mistake: { name, layer } }) => `${name} ${layer}`);
      return left.map(({ mistake }) => mistake).filter((_, i) => keys.indexOf(keys[i]!) === i);
    },
  };
}

/**
 * Whether all recorded numbers lie within the bounds of a loop with a mistake. A number that can be judged by the right
 * loop, but not by this one, isn't reproduced.
 */
function within(
  recorded: Float64Array | undefined,
  right: Bounds | undefined,
  bounds: Bounds | undefined,
  precision: Precision,
): boolean {
  if (recorded === undefined || right === undefined) return true;
  if (bounds === undefined) return false;
  return recorded.every((value, i) => {
    const error = bounds.errors[i]!;
    if (!Number.isFinite(error) && Number.isFinite(right.errors[i]!)) return false;
    return agrees(value, { value: bounds.values[i]!, error }, precision);
  });
}

/** A recorded loss: L and R, and where the right loss may lie. */
export interface LossScene {
  readonly recorded: number;
  readonly count: number;
  readonly penalty: number;
  /** Where L + R may lie. */
  readonly intervals: () => Iterable<Interval>;
}

export function lossSuspects(network: Network, { unit }: Precision): Suspects<LossScene> {
  return createSuspects(
    lossMistakes.flatMap(({ name, label, factors }) =>
      factors(network).map((factor) => ({
        mistake: { name, label },
        reproduces({ recorded, count, penalty, intervals }: LossScene) {
          const times = factor(count);
          for (const { low, high } of intervals()) {
            const rounding = 4 * unit * (Math.abs(times * (high - penalty)) + Math.abs(penalty));
            const least = times * (low - penalty) + penalty - rounding;
            const most = times * (high - penalty) + penalty + rounding;
            if (recorded >= least && recorded <= most) return true;
          }
          return false;
        },
      })),
    ),
  );
}

export function gradientSuspects(
  network: Network,
  precision: Precision,
): Suspects<GradientScene & { readonly recorded: Float64Array }> {
  return createSuspects(
    gradientMistakes.flatMap(({ name, label, layered, layers, loops }) =>
      layers(network).flatMap((layer) =>
        loops(layer, network, precision).map((loop) => ({
          mistake: layered ? { name, layer, label } : { name, label },
          reproduces: (scene: GradientScene & { readonly recorded: Float64Array }) =>
            within(scene.recorded, scene.right, loop(scene), precision),
        })),
      ),
    ),
  );
}

/** A recorded update, and the parameters after it as they should be. */
export interface UpdateScene {
  readonly step: Step;
  readonly recorded: Float64Array | undefined;
  readonly right: Bounds | undefined;
}

export function updateSuspects(network: Network, precision: Precision): Suspects<UpdateScene> {
  return createSuspects(
    updateMistakes.flatMap(({ name, label, loops }) =>
      loops.map((variation) => {
        const replay = createReplay(network.size, precision, variation);
        return {
          mistake: { name, label },
          reproduces: ({ step, recorded, right }: UpdateScene) =>
            within(recorded, right, replay.next(step), precision),
        };
      }),
    ),
  );
}
