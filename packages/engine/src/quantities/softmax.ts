/** The pieces of a softmax at a point, which other heads don't have. */
import { absent } from "#text/absent";
import { idText, type Id } from "../ids/index.ts";
import type { Moment } from "../ids/moment.ts";
import type { Point } from "../ids/point.ts";
import { UnknownQuantity } from "../ids/unknown.ts";
import { type SoftmaxPieces, softmaxPieces } from "../nn/heads/softmaxCrossEntropy.ts";
import { outputZ, outputsOf, traceOf } from "./parts.ts";
import type { Run } from "./run.ts";

/** The pieces at a point. @throws UnknownQuantity where the output isn't a softmax, or has no output of that number */
export function piecesOf(
  run: Run,
  id: Id & { readonly point: Point; readonly t: Moment },
  j = 1,
): SoftmaxPieces {
  const { point, t } = id;
  if (run.network.head.activation !== "softmax") {
    throw new UnknownQuantity(absent.noSoftmax({ id: idText(id), instead: outputZ(run, 1, point, t) }));
  }
  if (!outputsOf(run).includes(j)) {
    throw new UnknownQuantity(absent.noOutput({ id: idText(id), instead: outputZ(run, 1, point, t) }));
  }
  return softmaxPieces(traceOf(run, point, run.at(t)).z.at(-1)!);
}
