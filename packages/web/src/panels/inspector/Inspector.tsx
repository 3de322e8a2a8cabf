/** Where does this number come from? Words, symbols, numbers and inputs, always in this order. */
import {
  aboutOf,
  type Explanation,
  format,
  formatProbability,
  type Id,
  idOf,
  ids,
  isBeforeEdits,
  isCalculation,
  plainOf,
  type QuantityId,
  stemOf,
  symbolOf,
  updateOf,
  whatOf,
} from "@neural-viz/engine";
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { back, closeInspector, follow, forward } from "../../store/inspector/inspect.ts";
import { foundOf, useAnswer } from "../../store/answers.ts";
import { partsOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { ChevronLeftIcon, CloseIcon } from "../../ui/kit/icons.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { Contributions } from "../../ui/quantity/Contributions.tsx";
import { Copy } from "./Copy.tsx";
import { Edit, mayEdit } from "./Edit.tsx";
import { Formula } from "../../ui/quantity/Formula.tsx";
import { messages } from "#text/inspector";
import * as styles from "./Inspector.module.css";
import * as lines from "../../ui/quantity/Line.module.css";
import { Ledger, ledgerOf } from "../../ui/quantity/Ledger.tsx";
import { NumberLine } from "../../ui/quantity/NumberLine.tsx";
import { OverTime } from "./OverTime.tsx";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { SlopePicture } from "./SlopePicture.tsx";

export function Inspector() {
  const inspectorHistory = useApp((state) => state.inspectorHistory);
  const id = inspectorHistory.at(-1)!;
  const last = useApp(({ experiment }) => experiment.network.hidden.length + 1);
  const sum = sumBehind(id, last);
  const answer = useAnswer<"explain">({ kind: "explain", ids: sum === undefined ? [id] : [id, sum] });
  const title = useRef<HTMLHeadingElement>(null);
  const stem = inspectorHistory.map((step) => stemOf(step)).join(" ");
  // The number that was pressed is gone, so the focus moves to the new one's title.
  useEffect(() => {
    title.current!.parentElement!.scrollTop = 0;
    title.current!.focus({ preventScroll: true });
    // eslint-disable-next-line react/exhaustive-effect-dependencies
  }, [stem]);
  useReturn();

  const press = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key === "Escape") closeInspector();
    else if ((event.key === "Backspace" && !typing) || (event.altKey && event.key === "ArrowLeft")) back();
    else if (event.altKey && event.key === "ArrowRight") forward();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const explanation = answer?.[0];
  const behind = answer?.[1];
  return (
    <section className={styles.inspector} aria-label={messages.inspector} onKeyDown={press}>
      <header className={styles.head}>
        <Breadcrumb inspectorHistory={inspectorHistory} />
        <Button look="quiet" small icon aria-label={messages.back} onClick={back}>
          <ChevronLeftIcon />
        </Button>
        <Button look="quiet" small icon aria-label={messages.closeTheInspector} onClick={closeInspector}>
          <CloseIcon />
        </Button>
      </header>
      <div className={styles.body}>
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          {explanation?.ok === true ? <Title of={explanation.value} /> : messages.whereFromUnknown}
        </h2>
        {explanation?.ok === false && <p className={styles.description}>{explanation.why.text}</p>}
        {explanation?.ok === true && (
          <Rungs key={id} of={explanation.value} behind={behind?.ok === true ? behind.value : undefined} />
        )}
      </div>
    </section>
  );
}

/** When the inspector closes, the focus returns to where it was opened. */
function useReturn(): void {
  useLayoutEffect(() => {
    const opener = document.activeElement;
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    };
  }, []);
}

/** The sum inside an activation or a prediction, which is shown with it. */
function sumBehind(text: QuantityId, last: number): QuantityId | undefined {
  const id = idOf(text);
  if (id.kind === "a") return ids.z.of(id.l, id.j, id.point, id.t);
  if (id.kind === "yhat") return ids.z.of(last, id.j, id.point, id.t);
  return id.kind === "p" ? ids.z.of(last, id.j ?? 1, id.point, id.t) : undefined;
}

function Title({ of }: { of: Explanation }) {
  return (
    <>
      {messages.whereFrom(
        <Tex tex={of.symbol} plain={plainOf(idOf(of.id))} />,
        <span data-inspected={of.id}>{valueText(of.id, of.value)}</span>,
      )}
    </>
  );
}

function Breadcrumb({ inspectorHistory }: { inspectorHistory: readonly QuantityId[] }) {
  const parts = useApp(partsOf);
  return (
    <nav className={styles.crumbs} aria-label={messages.wayToThisNumber}>
      <ol>
        <li>{aboutOf(idOf(inspectorHistory[0]!), parts)}</li>
        {inspectorHistory.map((text, i) => {
          const id = idOf(text);
          const symbol = <Tex tex={symbolOf(id)} plain={plainOf(id)} />;
          return (
            <li key={text}>
              {i === inspectorHistory.length - 1 ? (
                <span aria-current="page">{symbol}</span>
              ) : (
                <button type="button" className={styles.crumb} onClick={() => follow(text)}>
                  {symbol}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

type Tool = "used" | "time" | "edit" | "copy";

function Rungs({ of, behind }: { of: Explanation; behind: Explanation | undefined }) {
  const id = idOf(of.id);
  const parts = useApp(partsOf);
  const [tool, setTool] = useState<Tool>();
  const ledger = ledgerOf(of) ?? (behind === undefined ? undefined : ledgerOf(behind));
  const parameter =
    id.kind === "parameter" || (id.kind === "gradient" && id.point === undefined) ? id : undefined;
  const tools: readonly (readonly [Tool, string])[] = [
    ["used", messages.usedBy],
    ...("t" in id && !isBeforeEdits(id.t) ? [["time", messages.overTime] as const] : []),
    ...(mayEdit(id) ? [["edit", messages.edit] as const] : []),
    ["copy", messages.copy],
  ];
  return (
    <>
      <p className={styles.description}>{of.caption.text}</p>
      <div className={styles.symbols}>
        <Formula of={of} />
        <span className={styles.tag}>{aboutOf(id, parts)}</span>
      </div>
      {of.numbers !== undefined && isCalculation(of.numbers) && ledgerOf(of) === undefined && (
        <NumberLine of={of} line={of.numbers} />
      )}
      {of.origin !== undefined && (
        <p className={styles.origin}>{messages.origin(<strong>{of.origin.text}</strong>)}</p>
      )}
      {ledger !== undefined && <Ledger ledger={ledger} of={ledgerOf(of) === undefined ? behind! : of} />}
      {of.aggregate !== undefined && <Contributions of={of} aggregate={of.aggregate} />}
      {parameter !== undefined && !isBeforeEdits(parameter.t) && (
        <SlopePicture parameter={parameter.name} t={parameter.t} />
      )}
      {of.inputs.length > 0 && of.aggregate === undefined && <Inputs of={of} />}
      {id.kind === "parameter" && id.t > 0 && (
        <div className={styles.row}>
          <Button small onClick={() => follow(ids.parameter.of(id.name, updateOf(id.t) - 1))}>
            {messages.oneUpdateEarlier}
          </Button>
          <Button small onClick={() => follow(ids.parameter.of(id.name, 0))}>
            {messages.backToTheStart}
          </Button>
        </div>
      )}
      <div className={styles.tools} role="group" aria-label={messages.moreAboutThisNumber}>
        {tools.map(([name, label]) => (
          <Button
            key={name}
            small
            look="quiet"
            aria-expanded={tool === name}
            onClick={() => setTool(tool === name ? undefined : name)}
          >
            {label}
          </Button>
        ))}
      </div>
      {tool !== undefined && (
        <div key={tool} ref={bringIntoSight} className={styles.opened}>
          {tool === "used" && <UsedBy users={of.usedBy} />}
          {tool === "time" && <OverTime id={of.id} />}
          {tool === "edit" && <Edit of={of} />}
          {tool === "copy" && <Copy of={of} />}
        </div>
      )}
    </>
  );
}

/** Scroll to what opens at the end of a long derivation, or nobody would see it. */
function bringIntoSight(opened: HTMLElement | null): void {
  opened?.scrollIntoView({ block: "start" });
}

/** More inputs than this are counted, not listed. */
const MAX_INPUTS = 24;

function Inputs({ of }: { of: Explanation }) {
  const { inputs } = of;
  return (
    <table className={lines.inputs}>
      <caption className="vh">{messages.whatItIsComputedFrom}</caption>
      <tbody>
        {inputs.slice(0, MAX_INPUTS).map((input) => (
          <tr key={input.id}>
            <th scope="row">
              <Tex tex={input.symbol} plain={plainOf(idOf(input.id))} />
            </th>
            <td>
              <Quantity id={input.id} deeper>
                {valueText(input.id, input.value)}
              </Quantity>
            </td>
            <td>{describe(idOf(input.id), of)}</td>
          </tr>
        ))}
        {inputs.length > MAX_INPUTS && (
          <tr>
            <td colSpan={3}>{messages.andMore(inputs.length - MAX_INPUTS)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** What an input is and, if others could be meant, which: of which point, or after how many updates. */
function describe(id: Id, { id: whole, inputs }: Explanation): string {
  const what = whatOf(id);
  const which = whichOf(id, idOf(whole), inputs);
  return which === undefined ? what : messages.inputOf(what, which);
}

function whichOf(id: Id, whole: Id, inputs: Explanation["inputs"]): string | undefined {
  if ("point" in id && id.point?.kind === "sample" && !("point" in whole && whole.point !== undefined))
    return messages.point(id.point.s);
  if (id.kind !== "L" && id.kind !== "Ltest" && id.kind !== "J") return undefined;
  return inputs.filter((input) => idOf(input.id).kind === id.kind).length > 1
    ? messages.afterUpdates(updateOf(id.t))
    : undefined;
}

function UsedBy({ users }: { users: readonly QuantityId[] }): ReactNode {
  const answers = useAnswer<"explain">({ kind: "explain", ids: users });
  const parts = useApp(partsOf);
  if (users.length === 0) return <p className={styles.hint}>{messages.nothingFurther}</p>;
  return (
    <table className={lines.inputs}>
      <caption className="vh">{messages.whatIsComputedFromIt}</caption>
      <tbody>
        {foundOf(answers).map((answer) => (
          <tr key={answer.id}>
            <th scope="row">
              <Tex tex={answer.symbol} plain={plainOf(idOf(answer.id))} />
            </th>
            <td>
              <Quantity id={answer.id} deeper>
                {valueText(answer.id, answer.value)}
              </Quantity>
            </td>
            <td>{aboutOf(idOf(answer.id), parts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function valueText(id: QuantityId, value: number): string {
  const { kind } = idOf(id);
  if (kind === "y") return String(value);
  return kind === "p" ? formatProbability(value) : format(value);
}
