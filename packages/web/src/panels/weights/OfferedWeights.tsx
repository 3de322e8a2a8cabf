import { activations, type ActivationName } from "@neural-viz/engine";
import { useRef, useState } from "react";
import type { OfferedWeights as Offer } from "../../store/setup/state.ts";
import { forgetWeights, offerWeights, takeWeights } from "../../store/setup/weights.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { messages } from "#text/weightFiles";
import * as styles from "./OfferedWeights.module.css";

const options = (Object.keys(activations) as ActivationName[]).map((value) => ({
  value,
  label: activations[value].label,
}));

/** The weights of a file that was dropped or chosen: what it holds, and what it doesn't say. */
export function OfferedWeights() {
  const offer = useApp((state) => state.offeredWeights);
  return offer === undefined ? undefined : <Taking key={offer.name} offer={offer} />;
}

function Taking({ offer: { name, layers, single } }: { offer: Offer }) {
  const hidden = useApp(({ experiment }) => experiment.network.hidden);
  const [chosen, setChosen] = useState<readonly ActivationName[]>(() =>
    layers.slice(1).map((_, l) => hidden[l]?.activation ?? hidden[0]?.activation ?? "tanh"),
  );
  const [why, setWhy] = useState<string>();
  const shape = [layers[0]!.weight[0]?.length ?? 0, ...layers.map(({ bias }) => bias.length)];
  const numbers = layers.reduce((sum, { weight, bias }) => sum + weight.flat().length + bias.length, 0);
  return (
    <section className={styles.offer} aria-label={messages.offered(name)}>
      <h3>{messages.offered(name)}</h3>
      <p>{messages.holds(shape, numbers, single)}</p>
      {chosen.length > 0 && (
        <div className={styles.row}>
          <span>{messages.notSaid}</span>
          {chosen.map((activation, l) => (
            <Select
              // A layer has no id but its index.
              // eslint-disable-next-line react/no-array-index-key
              key={l}
              label={messages.activationOf(l + 1)}
              hideLabel
              value={activation}
              options={options}
              onChange={(next) => setChosen(chosen.map((one, k) => (k === l ? next : one)))}
            />
          ))}
        </div>
      )}
      <div className={styles.row}>
        <Button
          small
          look="primary"
          onClick={({ currentTarget }) => {
            const refused = takeWeights(chosen);
            setWhy(refused);
            if (refused === undefined) focusTool(currentTarget);
          }}
        >
          {messages.start}
        </Button>
        <Button
          small
          onClick={({ currentTarget }) => {
            focusTool(currentTarget);
            forgetWeights();
          }}
        >
          {messages.leave}
        </Button>
      </div>
      {why !== undefined && <p role="alert">{why}</p>}
    </section>
  );
}

/** Moves the focus to the tool: the button that was pressed disappears. */
function focusTool(button: HTMLElement): void {
  button.closest<HTMLElement>("[data-body]")?.focus();
}

/** Chooses a file of weights. */
export function WeightFile() {
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button small onClick={() => file.current?.click()}>
        {messages.fromFile}
      </Button>
      <input
        ref={file}
        className="vh"
        type="file"
        tabIndex={-1}
        aria-label={messages.file}
        accept=".safetensors,.npz,.json"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen !== undefined) void offerWeights(chosen);
          target.value = "";
        }}
      />
    </>
  );
}
