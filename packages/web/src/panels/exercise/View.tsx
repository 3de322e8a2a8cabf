/** Makes an exercise: what is asked, how, and where it goes. */
import { attempt, type ExerciseStyle, exerciseStyles } from "@neural-viz/engine";
import { useEffect } from "react";
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

const isStyle = (name: string): boolean => (exerciseStyles as readonly string[]).includes(name);
const isDigits = (digits: number): boolean => Number.isInteger(digits) && digits >= 2 && digits <= 8;

export function View() {
  const asked = useApp((state) => state.asked);
  const asking = useApp((state) => state.asking);
  const experiment = useApp((state) => state.experiment);
  const t = useApp(({ snapshot }) => snapshot.t);
  const params = useApp(({ snapshot }) => snapshot.params);
  const sample = useApp(({ selection }) => selection.index + 1);
  const [style, setStyle] = useSetting<string>("style", "blanks", isStyle);
  const [digits, setDigits] = useSetting<number>("digits", 4, isDigits);
  const [alone, setAlone] = useSetting<boolean>("alone", false);
  const [goal, setGoal] = useSetting<number>("goal", 0.5);
  const refused = useApp((state) => state.askRefused);
  // A press means the inspector again once the tool is closed.
  useEffect(() => {
    setAsking(true);
    return () => setAsking(false);
  }, []);

  const shown: Shown = { experiment, t, params, sample };
  const making: Making = { asked, style: style as ExerciseStyle, digits, alone, goal };
  // What can't be asked at all goes at once, and its sentence stays.
  const last = asked.at(-1);
  const why =
    last === undefined
      ? undefined
      : refusalOf(() => exerciseFrom(shown, { ...making, asked: [last], style: "blanks" }));
  useEffect(() => {
    if (why !== undefined) setAsked(asked.slice(0, -1), why);
  }, [why, asked]);
  const made = attempt(() => exerciseFrom(shown, making));

  const add = (stages: Parameters<typeof askedBy>[1]): void => {
    const found = attempt(() => askedBy(shown, stages));
    if (!found.ok) return setAsked(asked, found.why.text);
    // An update of many points can't be computed by hand.
    if (stages.includes("update") && hasOthers(shown)) setAlone(true);
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
      {asked.length === 0 ? <p className={styles.hint}>{messages.empty}</p> : <Asked asked={asked} />}
      <div className={styles.choices}>
        <Segmented
          label={messages.styleOf}
          value={style as ExerciseStyle}
          options={(["blanks", "worked", "ordered", "solve"] as const).map((value) => ({
            value,
            label: messages.styles[value],
          }))}
          onChange={setStyle}
        />
        <NumberField label={messages.digits} value={digits} min={2} max={8} steppers onChange={setDigits} />
        {style === "solve" && (
          <NumberField
            label={messages.goal}
            value={goal}
            min={-1e6}
            max={1e6}
            step={0.1}
            whole={false}
            onChange={setGoal}
          />
        )}
        {hasOthers(shown) && <Switch label={messages.alone} checked={alone} onChange={setAlone} />}
      </div>
      <p className={styles.hint}>
        {t > 0 ? messages.later(t) : messages.rounded} {alone && hasOthers(shown) && messages.aloneIs(sample)}
      </p>
      {made.ok ? (
        <Leaving exercise={made.value} sample={sample} renewable={t === 0} />
      ) : (
        asked.length > 0 && (
          <p role="alert" className={styles.problem}>
            {made.why.text}
          </p>
        )
      )}
    </div>
  );
}

/** Why something is refused. */
function refusalOf(make: () => unknown): string | undefined {
  const made = attempt(make);
  return made.ok ? undefined : made.why.text;
}
