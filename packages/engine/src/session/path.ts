/** The trajectory of a recorded run, projected onto a plane. */
import type { Work } from "../math/progress.ts";
import { createTrajectory, type Trajectory } from "../nn/descent.ts";
import type { Plane } from "../nn/plane.ts";
import type { Recording } from "./recording.ts";

/** The trajectory has about this many entries at most. */
const MAX_STOPS = 200;
/** In a longer run only key frames are used, which need no replaying. */
const SHORT = 2048;

/** The trajectory at evenly spaced epochs from the first to the last, and at `t`. */
export function* pathOf(recording: Recording, plane: Plane, t: number): Work<Trajectory> {
  const { last, step } = { last: recording.live.t, step: recording.live.t <= SHORT ? 1 : recording.stride };
  const stride = step * Math.ceil((last + 1) / step / MAX_STOPS);
  const even = Array.from({ length: Math.ceil(last / stride) }, (_, i) => i * stride);
  const epochs = [...new Set([...even, t, last])].toSorted((a, b) => a - b);
  const { add, trajectory } = createTrajectory(plane);
  for (const [i, epoch] of epochs.entries()) {
    const { params, loss } = recording.at(epoch);
    add(epoch, params, loss);
    yield (i + 1) / epochs.length;
  }
  return trajectory();
}
