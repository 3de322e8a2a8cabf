import { ids, stemOf } from "@neural-viz/engine";
import { seek } from "../../store/run/control.ts";
import { useAsked } from "../../store/answers.ts";
import { networkOf } from "../../store/derived.ts";
import { useResting } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Waiting } from "../kit/Waiting.tsx";
import { Lines } from "../plot/Lines.tsx";
import { messages } from "#text/plot";

interface LayerLinesProps {
  of: "norm" | "gnorm" | "grms";
  label: string;
  axis: "log" | "linear";
}

/** A quantity of each layer over the epochs of the run, asked for when the run rests. */
export function LayerLines({ of, label, axis }: LayerLinesProps) {
  const { layers } = useApp(networkOf);
  const t = useApp(({ snapshot }) => snapshot.t);
  const resting = useResting();
  const stems = layers.map((_, i) => stemOf(ids.norm.of(of, i + 1, 0)));
  const { answer, ...work } = useAsked<"series">(
    resting === undefined ? undefined : { kind: "series", stems },
  );
  if (answer?.length !== stems.length) {
    return work.progress === undefined && !work.canceled ? (
      <p>{messages.drawnAtRest(label)}</p>
    ) : (
      <Waiting label={label} {...work} onCancel={work.cancel} onAgain={work.again} />
    );
  }
  const lines = answer.flatMap((series, i) =>
    series.ok
      ? [{ ...series.value, name: i + 1 === layers.length ? messages.output : messages.layer(i + 1) }]
      : [],
  );
  return <Lines label={label} lines={lines} t={t} axis={axis} onChoose={seek} />;
}
