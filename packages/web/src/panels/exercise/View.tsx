/** Makes an exercise: what is asked, how, and where it goes. */
import { attempt, type ExerciseStyle, exerciseStyles, samplesOf } from "@neural-viz/engine";
import { useEffect, useMemo } from "react";
import { messages } from "#text/making";
import { setAsked, setAsking } from "../../store/panels/asking.ts";
import { useSetting } from "../../store/panels/settings.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { Segmented } from "../../ui/kit/Segmented.tsx";
import { Switch } from "../../ui/kit/Switch.tsx";
import { Asked } from "./Asked.tsx";
import { Leaving } from "./Leaving.tsx";
import * as styles from "./Making.module.css";
import { askedBy, exerciseFrom, hasOthers, type Making, type Shown } from "./making.ts";
import { Pick } from "./Pick.tsx";
import { troubleOf } from "./refusal.ts";
import { useArrivals } from "./useArrivals.ts";

const isStyle = (name: string): boolean => (exerciseStyles as readonly string[]).includes(name);
const isDigits = (digits: number): boolean => Number.isInteger(digits) && digits >= 2 && digits <= 8;

export function View() {
  const asked = useApp((state) => state.asked);
  const asking = useApp((state) => state.asking);
  const experiment = useApp((state) => state.experiment);
  const t = useApp(({ snapshot }) => snapshot.t);
  const params = useApp(({ snapshot }) => snapshot.params);
  const sample = useApp(({ selection }) => selection.index + 1);
  const [chosenStyle, setStyle] = useSetting<string>("style", "blanks", isStyle);
  const style = chosenStyle as ExerciseStyle;
  const [digits, setDigits] = useSetting<number>("digits", 4, isDigits);
  const [alone, setAlone] = useSetting<boolean>("alone", false);
  const [goal, setGoal] = useSetting<number>("goal", NaN, Number.isFinite);
  const refused = useApp((state) => state.askRefused);
  // A press means the inspector again once the tool is closed.
  useEffect(() => {
    setAsking(true);
    return () => setAsking(false);
  }, []);

  const { count } = samplesOf(experiment.dataset);
  const { batch } = experiment.training;
  const averaged = batch === "all" ? count : Math.min(batch.size, count);
  const shown: Shown = { experiment, t, params, sample };
  const making: Making = { asked, style, digits, alone, goal };
  useArrivals(shown, making, () => setAlone(true));
  const made = useMemo(
    () =>
      attempt(() => exerciseFrom({ experiment, t, params, sample }, { asked, style, digits, alone, goal })),
    [experiment, t, params, sample, asked, style, digits, alone, goal],
  );

  const add = (stages: Parameters<typeof askedBy>[1]): void => {
    const found = attempt(() => askedBy(shown, stages));
    if (!found.ok) return setAsked(asked, found.why.text);
    setAsked([...asked, ...found.value.filter((id) => !asked.includes(id))]);
  };
  return (
    <div className={styles.body}>
      <div className={styles.choices}>
        <Switch label={messages.press} checked={asking} onChange={setAsking} />
        <Button small onClick={() => add(["forward"])}>
          {messages.addForward}
        </Button>
        <Button small onClick={() => add(["loss", "backward"])}>
          {messages.addBackward}
        </Button>
        <Button small onClick={() => add(["forward", "loss", "backward", "update"])}>
          {messages.addAll}
        </Button>
        {asked.length > 0 && (
          <Button small look="quiet" onClick={() => setAsked([])}>
            {messages.clear}
          </Button>
        )}
      </div>
      {refused !== undefined && (
        <p role="alert" className={styles.problem}>
          {refused}
        </p>
      )}
      {asked.length === 0 ? (
        <p className={styles.hint}>{messages.empty}</p>
      ) : (
        <Asked asked={asked} solving={style === "solve"} />
      )}
      <Pick shown={shown} asked={asked} solving={style === "solve"} />
      <div className={styles.choices}>
        <Segmented
          label={messages.styleOf}
          value={style}
          options={(["blanks", "worked", "ordered", "solve"] as const).map((value) => ({
            value,
            label: messages.styles[value],
          }))}
          onChange={setStyle}
        />
        <NumberField label={messages.digits} value={digits} min={2} max={8} steppers onChange={setDigits} />
        {made.ok && made.value.style === "solve" && (
          <NumberField
            label={messages.goal}
            value={Object.values(made.value.given)[0]!}
            min={-1e6}
            max={1e6}
            step={0.1}
            whole={false}
            onChange={setGoal}
          />
        )}
        {hasOthers(shown) && <Switch label={messages.alone} checked={alone} onChange={setAlone} />}
      </div>
      <p className={styles.hint} aria-live="polite">
        {t > 0 ? messages.later(t) : messages.rounded}{" "}
        {alone && hasOthers(shown) && messages.aloneIs(sample, averaged, count)}
      </p>
      {made.ok ? (
        <Leaving exercise={made.value} sample={sample} renewable={t === 0} />
      ) : (
        asked.length > 0 && (
          <p role="alert" className={styles.problem}>
            {troubleOf(made.why, hasOthers(shown))}
          </p>
        )
      )}
    </div>
  );
}
