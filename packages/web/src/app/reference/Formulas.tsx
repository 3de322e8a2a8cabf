import { activations, initializers, optimizers } from "@neural-viz/engine";
import { messages } from "#text/reference";
import { Tex } from "../../ui/kit/Tex.tsx";
import * as styles from "./Reference.module.css";

/** The passes in symbols, then the engine's tables: activations, optimizers, initializers. */
export function Formulas() {
  return (
    <>
      <List
        title={messages.passes}
        rows={[
          [
            messages.forward,
            "z^{(l)}_j = \\sum_k W^{(l)}_{jk}\\, a^{(l-1)}_k + b^{(l)}_j,\\quad a^{(0)} = x,\\quad a^{(l)} = f(z^{(l)}),\\quad \\hat y = \\sigma(z^{(\\text{output})})",
          ],
          [
            messages.loss,
            "\\ell = -\\left[y \\ln \\hat y + (1 - y) \\ln(1 - \\hat y)\\right],\\quad L = \\tfrac{1}{n} \\sum_s \\ell^{[s]}",
          ],
          [
            messages.stableLoss,
            "\\ell = \\max(z, 0) - z\\,y + \\ln\\left(1 + e^{-|z|}\\right),\\quad z = z^{(\\text{output})}",
          ],
          [
            messages.backward,
            "\\delta = \\frac{\\partial \\ell}{\\partial z},\\quad \\delta^{(\\text{output})} = \\hat y - y,\\quad \\delta^{(l)} = \\left(W^{(l+1)\\top} \\delta^{(l+1)}\\right) \\odot f'(z^{(l)})",
          ],
          [
            messages.gradient,
            "\\frac{\\partial L}{\\partial W^{(l)}} = \\tfrac{1}{n} \\sum_s \\delta^{(l)[s]} \\left(a^{(l-1)[s]}\\right)^{\\top},\\quad \\frac{\\partial L}{\\partial b^{(l)}} = \\tfrac{1}{n} \\sum_s \\delta^{(l)[s]}",
          ],
        ]}
      />
      <List
        title={messages.activations}
        rows={Object.values(activations).map(({ label, symbols, slopeSymbols }) => [
          label,
          `f(z) = ${symbols},\\quad f'(z) = ${slopeSymbols}`,
        ])}
      />
      <List
        title={messages.optimizers}
        rows={Object.values(optimizers).map(({ label, symbols }) => [label, symbols])}
      />
      <List
        title={messages.initializers}
        rows={Object.values(initializers).map(({ label, symbols }) => [label, `|w| \\le ${symbols}`])}
      />
    </>
  );
}

function List({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <>
      <h3>{title}</h3>
      <dl className={styles.formulas}>
        {rows.map(([name, tex]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Tex tex={tex} plain={name} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
