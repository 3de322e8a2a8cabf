import { type Explanation, idOf, plainOf, type QuantityId } from "@neural-viz/engine";
import { useState } from "react";
import { useAnswer } from "../../store/answers.ts";
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
      {unit.grids.length > 0 && <Grids grids={unit.grids} />}
      {unit.updates !== undefined && <Updates names={unit.updates} />}
      {unit.ids.length > 0 && <Derivations ids={unit.ids} yourTurn={yourTurn} />}
    </>
  );
}

/** A point that this update doesn't use can still be selected. The card says so. */
function Aside({ parts, t, index }: { parts: Parts; t: number; index: number }) {
  if (parts.split.test.includes(index)) return <span>{messages.heldOut}</span>;
  return parts.batches.at(t).includes(index) ? undefined : <span>{messages.notInBatch}</span>;
}

function Derivations({ ids, yourTurn }: { ids: readonly QuantityId[]; yourTurn: boolean }) {
  const answers = useAnswer<"explain">({ kind: "explain", ids });
  return answers?.map((answer, i) =>
    answer.ok ? (
      <Derivation
        key={answer.value.id}
        of={answer.value}
        blank={yourTurn && i === answers.length - 1}
        compact={ids.length > 2}
      />
    ) : (
      <p key={ids[i]}>{answer.why.text}</p>
    ),
  );
}

interface DerivationProps {
  of: Explanation;
  /** The learner still has to find the value. */
  blank: boolean;
  compact: boolean;
}

function Derivation({ of, blank, compact }: DerivationProps) {
  const [found, setFound] = useState(false);
  const hidden = blank && !found;
  const id = idOf(of.id);
  return (
    <div className={styles.derivation} data-derived={of.id}>
      <div className={styles.work}>
        {!compact && <p className={styles.caption}>{of.caption.text}</p>}
        {of.score === undefined ? (
          <>
            <Formula of={of} />
            {of.numbers !== undefined && <NumberLine of={of} line={of.numbers} hideResult={hidden} />}
          </>
        ) : (
          <Score of={of} score={of.score} hideResult={hidden} plain={plainOf(id)} />
        )}
        {id.kind === "ell" && <Textbook id={id} />}
        {blank && <YourTurn of={of} onFound={() => setFound(true)} found={found} />}
      </div>
      {of.aggregate !== undefined && !compact && (
        <div className={styles.strip}>
          <Contributions of={of} aggregate={of.aggregate} />
        </div>
      )}
      <Picture of={of} />
    </div>
  );
}
