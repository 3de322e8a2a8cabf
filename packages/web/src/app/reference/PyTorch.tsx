import {
  activations,
  ids,
  initializers,
  optimizerCall,
  type QuantityId,
  weightName,
} from "@neural-viz/engine";
import { optimizerInForce } from "../../store/run/state.ts";
import { goTo } from "../../store/visit/goTo.ts";
import { openPanel } from "../../store/panels/open.ts";
import { networkOf } from "../../store/derived.ts";
import { playground } from "../../store/visit/route.ts";
import { type AppState, useApp } from "../../store/store.ts";
import { useAnswer } from "../../store/answers.ts";
import { messages } from "#text/reference";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { Button } from "../../ui/kit/Button.tsx";
import { reading } from "../../ui/quantity/reading.ts";
import * as styles from "./Reference.module.css";

interface Line {
  readonly code: string;
  readonly meaning: string;
  /** The number on this page that the line gives in PyTorch. */
  readonly id?: QuantityId;
}

/** The current run in PyTorch, line by line, with the number each line gives. */
export function PyTorch() {
  const key = useApp((state) => JSON.stringify(linesOf(state)));
  const lines = JSON.parse(key) as readonly Line[];
  const given = lines.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const values = useAnswer<"values">({ kind: "values", ids: given });
  return (
    <>
      <div className={styles.scroll} role="region" aria-label={messages.sections.pytorch.title} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {messages.torchColumns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ code, meaning, id }) => (
              <tr key={code}>
                <td>
                  <code>{code}</code>
                </td>
                <td className={styles.value}>
                  {id !== undefined && <Quantity id={id}>{reading(values?.[given.indexOf(id)])}</Quantity>}
                </td>
                <td>{meaning}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button
        small
        onClick={() => {
          openPanel("exporting");
          goTo(playground);
        }}
      >
        {messages.wholeScript}
      </Button>
    </>
  );
}

function linesOf(state: AppState): Line[] {
  const { snapshot, experiment } = state;
  const optimizer = optimizerInForce(state);
  const { layers } = networkOf(state);
  const { t } = snapshot;
  const last = layers.length;
  const first = weightName(1, 1, 1);
  const modules = layers
    .map(({ fanIn, fanOut }, l) => {
      const linear = `nn.Linear(${fanIn}, ${fanOut})`;
      const hidden = experiment.network.hidden[l];
      return hidden === undefined ? linear : `${linear}, ${activations[hidden.activation].torch}`;
    })
    .join(", ");
  const { initializer } = experiment.network;
  const seeded: Line[] =
    initializer.name === "given"
      ? []
      : [
          {
            code: `torch.manual_seed(${initializer.seed})`,
            meaning: messages.lines.seed,
            id: ids.init.of(first),
          },
        ];
  const init = initializer.name === "given" ? undefined : initializers[initializer.name].torch;
  return [
    ...seeded,
    { code: `model = nn.Sequential(${modules})`, meaning: messages.lines.model },
    ...(init === undefined ? [] : [{ code: init, meaning: messages.lines.init }]),
    {
      code: `optimizer = ${optimizerCall(optimizer)}`,
      meaning: messages.lines.optimizer,
      id: ids.hyper.of("learningRate", t),
    },
    { code: "model[0].weight[0][0]", meaning: messages.lines.weight, id: ids.parameter.of(first, t) },
    { code: "logits = model(X)", meaning: messages.lines.logits, id: ids.z.of(last, 1, 1, t) },
    { code: "torch.sigmoid(logits)[0]", meaning: messages.lines.sigmoid, id: ids.p.of(1, t) },
    { code: "loss = nn.BCEWithLogitsLoss()(logits, y)", meaning: messages.lines.loss, id: ids.L.of(t) },
    { code: "optimizer.zero_grad()", meaning: messages.lines.zero },
    { code: "loss.backward()", meaning: messages.lines.backward },
    { code: "model[0].weight.grad[0][0]", meaning: messages.lines.grad, id: ids.gradient.of(first, t) },
    { code: "optimizer.step()", meaning: messages.lines.step },
  ];
}
