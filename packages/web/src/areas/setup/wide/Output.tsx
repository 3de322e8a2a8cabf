import { headsFor, type LossName, type OutputActivation } from "@neural-viz/engine";
import { networkOf } from "../../../store/derived.ts";
import { chooseNetwork } from "../../../store/setup/choose.ts";
import { useApp } from "../../../store/store.ts";
import { Select } from "../../../ui/kit/Select.tsx";
import { Tex } from "../../../ui/kit/Tex.tsx";
import { activationNames, lossNames } from "#text/adapt";
import { messages } from "#text/setup";
import * as styles from "../Setup.module.css";

/** The output's activation and the loss, among those that the targets allow. */
export function Output() {
  const { head, layers } = useApp(networkOf);
  const allowed = headsFor(head.targets);
  const activations = [...new Set(allowed.map(({ activation }) => activation))];
  const losses = allowed.filter(({ activation }) => activation === head.activation).map(({ loss }) => loss);
  const choose = (activation: OutputActivation, loss: LossName | undefined): void => {
    const found =
      allowed.find((one) => one.activation === activation && one.loss === loss) ??
      allowed.find((one) => one.activation === activation)!;
    const output = { activation: found.activation, loss: found.loss };
    // The usual output is left out, as in files.
    chooseNetwork({ output: found === allowed[0] ? undefined : output });
  };
  const several = layers.at(-1)!.fanOut > 1;
  return (
    <>
      <Select
        label={messages.outputActivation}
        inline
        value={head.activation}
        options={activations.map((value) => ({ value, label: activationNames[value] }))}
        onChange={(activation) => choose(activation, head.loss)}
      />
      <Select
        label={messages.lossFunction}
        inline
        value={head.loss}
        options={losses.map((value) => ({ value, label: lossNames[value] }))}
        onChange={(loss) => choose(head.activation, loss)}
      />
      <p className={styles.rule}>
        <Tex tex={outputFormulas[head.activation]} plain="" />
      </p>
      <p className={styles.rule}>
        <Tex tex={lossFormulas[head.loss][several ? "several" : "one"]} plain="" />
      </p>
    </>
  );
}

const outputFormulas: Record<OutputActivation, string> = {
  sigmoid: "\\hat y = \\frac{1}{1 + e^{-z}}",
  softmax: "p_j = \\frac{e^{z_j}}{\\sum_k e^{z_k}}",
  identity: "\\hat y = z",
  tanh: "\\hat y = \\tanh z",
};

const lossFormulas: Record<LossName, { readonly one: string; readonly several: string }> = {
  crossEntropy: {
    one: "\\ell = -y \\ln \\hat y - (1 - y) \\ln(1 - \\hat y)",
    several: "\\ell = -\\ln p_c",
  },
  mse: {
    one: "\\ell = (\\hat y - y)^2",
    several: "\\ell = \\tfrac1m \\sum_j (\\hat y_j - y_j)^2",
  },
  squaredError: {
    one: "\\ell = \\tfrac12 (\\hat y - y)^2",
    several: "\\ell = \\tfrac12 \\sum_j (\\hat y_j - y_j)^2",
  },
};
