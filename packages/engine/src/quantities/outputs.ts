/** Where an output comes from, whatever it is called: a probability or a value. */
import { absent } from "#text/absent";
import { type Id, idText, ids } from "../ids/index.ts";
import { isBeforeEdits, type Moment } from "../ids/moment.ts";
import type { Point } from "../ids/point.ts";
import { UnknownQuantity } from "../ids/unknown.ts";
import { refsOf } from "./head.ts";
import { writingOf } from "./heads/index.ts";
import type { Origin } from "./origin.ts";
import { derived, isIn, isLabeled, outputOf, outputsOf, traceOf } from "./parts.ts";
import type { Run } from "./run.ts";

/** The name of an output. */
type OutputName = Id & { readonly point: Point; readonly t: Moment };

/** Refuses the name of an output that this network doesn't have, or that it calls something else. @throws UnknownQuantity */
function assertOutput(run: Run, id: OutputName, j: number): void {
  if (outputsOf(run).includes(j) && outputOf(run, j, id.point, id.t) === idText(id)) return;
  throw new UnknownQuantity(absent.noOutput({ id: idText(id), instead: outputOf(run, 1, id.point, id.t) }));
}

/** The origin of outputs whose ids name output `outputIn(id)`. */
export function outputOrigin<I extends OutputName>(outputIn: (id: I) => number): Origin<I> {
  return {
    derive(run, id) {
      const j = outputIn(id);
      assertOutput(run, id, j);
      const { expression, caption } = writingOf(run.network.head).output(refsOf(run, id.point, id.t), j);
      return derived(traceOf(run, id.point, run.at(id.t)).outputs[j - 1]!, caption, expression);
    },
    usedBy(run, id) {
      const { head } = run.network;
      const writing = writingOf(head);
      const refs = refsOf(run, id.point, id.t);
      const confidence = writing.confidence === undefined ? [] : [ids.conf.of(id.point, id.t)];
      if (!isLabeled(id.point)) return confidence;
      const loss = writing.lossFromOutputs ? [refs.ell] : [];
      const back = isBeforeEdits(id.t) ? [] : [refs.delta(outputIn(id))];
      if (!head.classifies) return [...loss, ...back, ...confidence];
      const share = isIn(run.split.test, id.point) ? ids.acctest.of(id.t) : ids.acc.of(id.t);
      return [...loss, ...back, ...confidence, share];
    },
    commonMistakes: ({ run, id, value, at }) => {
      const refs = refsOf(run, id.point, id.t);
      return writingOf(run.network.head).output(refs, outputIn(id)).commonMistakes({ refs, value, at });
    },
  };
}
