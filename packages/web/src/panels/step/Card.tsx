import { type Explanation, idOf, plainOf, type QuantityId } from "@neural-viz/engine";
import { useState } from "react";
import { useAnswer } from "../../store/answers.ts";
import { asksOf } from "../../store/inspector/asks.ts";
import { type Parts, partsOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { Contributions } from "../../ui/quantity/Contributions.tsx";
import { Formula } from "../../ui/quantity/Formula.tsx";
import { NumberLine } from "../../ui/quantity/NumberLine.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { Grids } from "./Grids.tsx";
import { Picture } from "./Picture.tsx";
import { Score } from "./Score.tsx";
import { messages } from "#text/step";
import * as styles from "./Step.module.css";
import { Textbook } from "./Textbook.tsx";
import type { StepUnit } from "../../store/inspector/units.ts";
import { Updates } from "./Updates.tsx";
import { Why } from "./Why.tsx";
import { YourTurn } from "./YourTurn.tsx";

interface CardProps {
  unit: StepUnit;
  yourTurn: boolean;
}

/** One unit of the step. */
export function Card({ unit, yourTurn }: CardProps) {
  const parts = useApp(partsOf);
  const t = useApp(({ explained, snapshot }) => explained?.t ?? snapshot.t);
  const looked = parts.batches.at(t).length;
  const sample = useApp(({ selection }) => selection.index + 1);
  const hidden = useApp((state) => state.hidden);
  const asked = asksOf(unit, looked);
  const inTable = unit.ids.length === 0;
  const [chosen, setChosen] = useState<QuantityId>();
  const current = chosen ?? asked[0];
  const turn = yourTurn && inTable && current !== undefined ? { asked: current, onAsk: setChosen } : {};
  return (
    <>
      <p className={styles.about}>
        <span className={styles.tag}>
          {unit.about === "point"
            ? messages.thisPoint
            : parts.perEpoch === 1
              ? messages.allPoints(looked)
              : messages.batchOf(looked)}
        </span>
        {unit.about === "point" && <span className="vh">{messages.point(sample)}</span>}
        {unit.about === "point" && <Aside parts={parts} t={t} index={sample - 1} />}
        {unit.formula !== undefined && <code>{unit.formula.torch}</code>}
      </p>
      {unit.formula !== undefined && (
        <div className={styles.formula}>
          <Tex tex={unit.formula.tex} plain="" />
        </div>
      )}
      {yourTurn && asked.length === 0 && <p className={styles.hint}>{messages.tooManyToAverage(looked)}</p>}
      {inTable && yourTurn && current !== undefined && (
        <AskedInTable
          key={current}
          id={current}
          next={asked.find((id) => id !== current && hidden.has(id))}
          onNext={setChosen}
        />
      )}
      {unit.grids.length > 0 && (
        <Grids grids={(yourTurn ? unit.detail : undefined) ?? unit.grids} {...turn} />
      )}
      {unit.stage === "update" && !yourTurn && <Why t={t} />}
      {unit.updates !== undefined && <Updates names={unit.updates} {...turn} />}
      {unit.ids.length > 0 && <Derivations ids={unit.ids} asked={yourTurn ? asked : []} />}
    </>
  );
}

/** A point that this update doesn't use can still be selected. The card says so. */
function Aside({ parts, t, index }: { parts: Parts; t: number; index: number }) {
  if (parts.split.test.includes(index)) return <span>{messages.heldOut}</span>;
  return parts.batches.at(t).includes(index) ? undefined : <span>{messages.notInBatch}</span>;
}

interface AskedInTableProps {
  id: QuantityId;
  /** Another number that is still to be found. */
  next: QuantityId | undefined;
  onNext: (id: QuantityId) => void;
}

/** "Your turn" for a number of a table. */
function AskedInTable({ id, next, onNext }: AskedInTableProps) {
  const answer = useAnswer<"explain">({ kind: "explain", ids: [id] })?.[0];
  if (answer?.ok !== true || answer.value.id !== id) return undefined;
  return <YourTurn of={answer.value} {...(next === undefined ? {} : { onNext: () => onNext(next) })} />;
}

interface DerivationsProps {
  ids: readonly QuantityId[];
  /** What the learner has to find. */
  asked: readonly QuantityId[];
}

function Derivations({ ids, asked }: DerivationsProps) {
  const answers = useAnswer<"explain">({ kind: "explain", ids });
  return answers?.map((answer, i) =>
    answer.ok ? (
      <Derivation
        key={answer.value.id}
        of={answer.value}
        asked={asked.includes(answer.value.id)}
        compact={ids.length > 2}
      />
    ) : (
      <p key={ids[i]}>{answer.why.text}</p>
    ),
  );
}

interface DerivationProps {
  of: Explanation;
  /** Whether the learner has to find the value. */
  asked: boolean;
  compact: boolean;
}

function Derivation({ of, asked, compact }: DerivationProps) {
  const hidden = useApp((state) => state.hidden.has(of.id));
  const id = idOf(of.id);
  // What an update did to a parameter would tell its value, and what a gradient means, its sign.
  const tells = id.kind === "parameter" || id.kind === "gradient";
  const captioned = !compact && !(hidden && tells);
  const line =
    of.score === undefined ? (
      <>
        <Formula of={of} />
        {of.numbers !== undefined && <NumberLine of={of} line={of.numbers} hideResult={hidden} />}
      </>
    ) : (
      <Score of={of} score={of.score} hideResult={hidden} plain={plainOf(id)} />
    );
  return (
    <div className={styles.derivation} data-derived={of.id}>
      <div className={styles.work}>
        {captioned && <p className={styles.caption}>{of.caption.text}</p>}
        {asked && <YourTurn of={of} />}
        {id.kind === "ell" ? (
          <Textbook id={id} hideResult={hidden}>
            {line}
          </Textbook>
        ) : (
          line
        )}
      </div>
      {of.aggregate !== undefined && !compact && !hidden && (
        <div className={styles.strip}>
          <Contributions of={of} aggregate={of.aggregate} />
        </div>
      )}
      <Picture of={of} />
    </div>
  );
}
