import {
  type ActivationName,
  activations,
  type HiddenLayer,
  type InitializerName,
  initializers,
  MAX_LAYERS,
  MAX_SEED,
  MAX_UNITS,
} from "@neural-viz/engine";
import { chooseNetwork } from "../../store/setup/choose.ts";
import { networkOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { DiceIcon, MinusIcon, PlusIcon } from "../../ui/kit/icons.tsx";
import { Disclosure } from "../../ui/kit/Disclosure.tsx";
import { later } from "../../ui/kit/later.tsx";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { Tooltip } from "../../ui/kit/Tooltip.tsx";
import { messages } from "#text/setup";
import { Lockable } from "./Lockable.tsx";
import * as styles from "./Setup.module.css";

const activationOptions = Object.entries(activations).map(([value, { label }]) => ({
  value: value as ActivationName,
  label,
}));
const initializerOptions = Object.entries(initializers).map(([value, { label }]) => ({
  value: value as InitializerName,
  label,
}));

const Features = later(async () => (await import("./wide/Features.tsx")).Features);
const Output = later(async () => (await import("./wide/Output.tsx")).Output);

/** Weights that came with a file, a link or a lesson. */
const given = { value: "given", label: messages.givenWeights } as const;

/** The network's architecture and its initialization. */
export function NetworkSetup() {
  const { hidden, initializer } = useApp((state) => state.experiment.network);
  const inputs = useApp((state) => networkOf(state).features.length);
  const outputs = useApp((state) => networkOf(state).layers.at(-1)!.fanOut);
  const seed = initializer.name === "given" ? 0 : initializer.seed;
  const set = (l: number, patch: Partial<HiddenLayer>): void =>
    chooseNetwork({ hidden: hidden.map((layer, i) => (i === l ? { ...layer, ...patch } : layer)) });
  return (
    <>
      <div className={styles.shape}>
        <span>{[inputs, ...hidden.map(({ units }) => units), outputs].join("→")}</span>
        <Tooltip text={messages.oneLayerLess}>
          <Button
            small
            icon
            aria-label={messages.removeHiddenLayer}
            disabled={hidden.length === 0}
            onClick={() => chooseNetwork({ hidden: hidden.slice(0, -1) })}
          >
            <MinusIcon />
          </Button>
        </Tooltip>
        <Tooltip text={messages.oneLayerMore}>
          <Button
            small
            icon
            aria-label={messages.addHiddenLayer}
            disabled={hidden.length === MAX_LAYERS}
            onClick={() =>
              chooseNetwork({ hidden: [...hidden, hidden.at(-1) ?? { units: 4, activation: "tanh" }] })
            }
          >
            <PlusIcon />
          </Button>
        </Tooltip>
      </div>
      {hidden.map((layer, l) => (
        // Layers have no id but their index.
        // eslint-disable-next-line react/no-array-index-key
        <div key={l} className={styles.layer}>
          <NumberField
            label={messages.neuronsIn(l + 1)}
            hideLabel
            value={layer.units}
            min={1}
            max={MAX_UNITS}
            steppers
            onChange={(units) => set(l, { units })}
          />
          <Select
            label={messages.activationOf(l + 1)}
            hideLabel
            value={layer.activation}
            options={activationOptions}
            onChange={(activation) => set(l, { activation })}
          />
        </div>
      ))}
      <Disclosure label={messages.featuresAndOutput}>
        <Features />
        <Output />
      </Disclosure>
      <Lockable by={["weights"]}>
        <Select
          label={messages.initializer}
          inline
          value={initializer.name}
          options={initializer.name === "given" ? [given, ...initializerOptions] : initializerOptions}
          onChange={(name) => name !== "given" && chooseNetwork({ initializer: { name, seed } })}
        />
        {initializer.name !== "given" && (
          <div className={styles.withButton}>
            <NumberField
              label={messages.seed}
              value={seed}
              min={0}
              max={MAX_SEED}
              onChange={(other) => chooseNetwork({ initializer: { ...initializer, seed: other } })}
            />
            <Button
              small
              icon
              aria-label={messages.newSeed}
              onClick={() =>
                chooseNetwork({
                  initializer: { ...initializer, seed: Math.floor(Math.random() * 1_000_000) },
                })
              }
            >
              <DiceIcon />
            </Button>
          </div>
        )}
      </Lockable>
    </>
  );
}
