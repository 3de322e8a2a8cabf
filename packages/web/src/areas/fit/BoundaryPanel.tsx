import { openPanel } from "../../store/panels/open.ts";
import { lookedOf } from "../../store/selection/ablation.ts";
import { setLook } from "../../store/selection/choose.ts";
import { dataOf, networkOf, outputOf, partsOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { resolutions } from "../../store/selection/state.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { LookIcon, TableIcon } from "../../ui/kit/icons.tsx";
import { Popover } from "../../ui/kit/Popover.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { Switch } from "../../ui/kit/Switch.tsx";
import { useSize } from "../../ui/kit/useSize.ts";
import { later } from "../../ui/kit/later.tsx";
import { Key } from "./Key.tsx";
import { Boundary } from "./Boundary.tsx";
import { messages } from "#text/fit";
import * as styles from "./Boundary.module.css";
import { classNamesOf } from "./classNames.ts";
import { scoreOf } from "../../ui/quantity/status.ts";

/** Only for one input, and only for more than two. */
const CurveFit = later(async () => (await import("./curve/CurveFit.tsx")).CurveFit);
const OutsideNote = later(async () => (await import("./OutsideNote.tsx")).OutsideNote);
const PlaneChoice = later(async () => (await import("./PlaneChoice.tsx")).PlaneChoice);
const Result = later(async () => (await import("./result/Result.tsx")).Result);

const fields = [
  { value: "class", label: messages.fieldClass },
  { value: "confidence", label: messages.fieldConfidence },
] as const;
const fieldsOfClasses = [
  { value: "class", label: messages.fieldOfClasses },
  { value: "confidence", label: messages.confidenceOfClasses },
] as const;

/** How many points are correct, and how the square is drawn. */
export function BoundaryHead() {
  const hidden = useApp((state) => state.experiment.network.hidden.length > 0);
  const { field, resolution, lines } = useApp(({ look }) => look);
  const score = useThrottled(scoreOf);
  const looked = useApp(lookedOf);
  // The RMSE would tell a loss that still has to be found.
  const asking = useApp((state) => state.hidden.size > 0);
  const trained = useApp((state) => partsOf(state).trained);
  const tested = useApp((state) => partsOf(state).heldOut > 0);
  const classifies = useApp((state) => networkOf(state).head.classifies);
  const confident = useApp((state) => networkOf(state).head.confidenceOf !== undefined);
  const inputs = useApp((state) => dataOf(state).inputs.length);
  const outputs = useApp((state) => networkOf(state).layers.at(-1)!.fanOut);
  const output = useApp(outputOf);
  const named = useApp(classNamesOf);
  const sizes = resolutions.map((size) => ({
    value: String(size),
    label: inputs === 1 ? messages.cellsOfCurve(4 * size) : messages.cells(size),
  }));
  return (
    <>
      {looked === undefined && (
        <>
          <Button
            small
            look="quiet"
            icon
            aria-label={messages.showPointsAsTable}
            onClick={() => openPanel("audit")}
          >
            <TableIcon />
          </Button>
          <Popover
            button={{
              look: "quiet",
              small: true,
              icon: true,
              "aria-label": messages.howBoundaryIsDrawn,
              children: <LookIcon />,
            }}
          >
            <div className={styles.look}>
              {confident && inputs > 1 && (
                <Select
                  label={messages.field}
                  value={field}
                  options={outputs > 1 ? fieldsOfClasses : fields}
                  onChange={(value) => setLook({ field: value })}
                />
              )}
              {outputs > 1 && (
                <Select
                  label={messages.outputShown}
                  value={String(output)}
                  options={Array.from({ length: outputs }, (_, j) => ({
                    value: String(j),
                    label: classifies ? (named?.[j] ?? messages.classOf(j)) : messages.valueOf(j + 1),
                  }))}
                  onChange={(value) => setLook({ output: Number(value) })}
                />
              )}
              {inputs > 1 && hidden && (
                <Switch
                  label={messages.neuronLines}
                  checked={lines}
                  onChange={(on) => setLook({ lines: on })}
                />
              )}
              {inputs > 2 && <PlaneChoice />}
              <Select
                label={messages.resolution}
                value={String(resolution)}
                options={sizes}
                onChange={(value) => setLook({ resolution: Number(value) })}
              />
            </div>
          </Popover>
        </>
      )}
      <span className={styles.right} data-tested={tested || undefined}>
        {looked?.correct !== undefined ? (
          <span className={styles.without}>
            {messages.without(looked.off.unit)} <strong>{messages.ofTrained(looked.correct, trained)}</strong>
          </span>
        ) : (
          <>
            {!classifies && <span className={styles.suffix}>{messages.rmseIs} </span>}
            <strong>{asking && !classifies ? "?" : score}</strong>
          </>
        )}{" "}
        {classifies && !tested && looked === undefined && (
          <span className={styles.suffix}>{messages.correct}</span>
        )}
      </span>
      <Result />
    </>
  );
}

/** What the network predicts, anywhere in the square. */
export function BoundaryBody() {
  const { ref, size } = useSize<HTMLDivElement>();
  const inputs = useApp((state) => dataOf(state).inputs.length);
  return (
    <div className={styles.frame}>
      <OutsideNote />
      <div ref={ref} className={styles.room}>
        {size !== undefined &&
          size.width > 40 &&
          size.height > 40 &&
          (inputs === 1 ? <CurveFit {...size} /> : <Boundary {...size} />)}
      </div>
      <Key />
    </div>
  );
}
