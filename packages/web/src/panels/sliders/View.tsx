/** Every parameter as a slider, with the loss beside them, and how low training gets from where the hands began. */
import type { ParameterName } from "@neural-viz/engine";
import { useState } from "react";
import { LockedNote } from "../../areas/setup/LockedNote.tsx";
import { networkOf } from "../../store/derived.ts";
import { useLocked } from "../../store/hooks.ts";
import { useSetting } from "../../store/panels/settings.ts";
import { isPlaying } from "../../store/run/phase.ts";
import { edit } from "../../store/setup/choose.ts";
import { store, useApp } from "../../store/store.ts";
import { Segmented } from "../../ui/kit/Segmented.tsx";
import { Neurons } from "./Neurons.tsx";
import { Side } from "./Side.tsx";
import { goesBackTo, isThere, type Start, startAt } from "./start.ts";
import { messages } from "#text/sliders";
import * as styles from "./Sliders.module.css";

/** How many sliders are shown at once. A larger network shows one layer at a time. */
const MAX_SLIDERS = 60;

export function View() {
  const run = useApp((state) => state.run);
  return <SlidersOfRun key={run} />;
}

function SlidersOfRun() {
  const network = useApp(networkOf);
  const { layers, size } = network;
  const playing = useApp(isPlaying);
  const locked = useLocked("network", "weights");
  const finite = useApp(({ snapshot }) => snapshot.params.every(Number.isFinite));
  const [layer, setLayer] = useSetting<string>("layer", "1");
  const [began, setBegan] = useState<Start>();
  const start = useApp((state) => (began !== undefined && goesBackTo(began, state) ? began : undefined));
  const all = size <= MAX_SLIDERS;
  const chosen = Math.max(1, Math.min(Number(layer) || 1, layers.length));
  /** The start, which is here and now if the hands haven't moved yet. */
  const begin = (): Start => {
    const from = start ?? startAt(store.getState());
    setBegan(from);
    return from;
  };
  /** After more training, the hands begin anew. */
  const set = (name: ParameterName, value: number): void => {
    const state = store.getState();
    if (start === undefined || !isThere(start, state)) setBegan(startAt(state));
    edit(name, value);
  };
  return (
    <div className={styles.body} data-pictures-stay="">
      <Side start={start} onBegin={begin} locked={locked}>
        <div
          className={styles.parameters}
          // It scrolls, so the keyboard must be able to focus it.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="group"
          aria-label={messages.allParameters}
        >
          {!all && (
            <div className={styles.layers}>
              <p className={styles.hint}>{messages.oneLayerAtATime(size)}</p>
              <Segmented
                label={messages.layer}
                value={String(chosen)}
                options={layers.map((_, i) => ({
                  value: String(i + 1),
                  label: i + 1 === layers.length ? messages.output : messages.layerOf(i + 1),
                }))}
                onChange={setLayer}
              />
            </div>
          )}
          {locked && <LockedNote />}
          {playing && <p className={styles.hint}>{messages.pauseFirst}</p>}
          {finite ? (
            <Neurons
              network={network}
              layers={all ? layers.map((_, i) => i + 1) : [chosen]}
              disabled={locked || playing}
              onSet={set}
            />
          ) : (
            <p className={styles.hint}>{messages.notFinite}</p>
          )}
        </div>
      </Side>
    </div>
  );
}
