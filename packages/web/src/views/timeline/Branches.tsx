import { compare, discard, redo, seek, switchTo, undo } from "../../store/actions.ts";
import { useCalm } from "../../store/hooks.ts";
import { useUndo } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import type { Branch } from "../../worker/protocol.ts";
import { Button } from "../kit/Button.tsx";
import { MomentsIcon, RedoIcon, UndoIcon } from "../kit/icons.tsx";
import { Popover } from "../kit/Popover.tsx";
import { useWhen } from "../playground/useWhen.ts";
import { count } from "../playground/words.ts";
import { Comparison } from "./Comparison.tsx";
import { momentsOf } from "./moments.ts";
import * as styles from "./Branches.module.css";

/** Moments of the run, its branches, and undo: what one can do with the past. */
export function History() {
  const shown = useApp(({ snapshot }) => snapshot.last > 0);
  const several = useApp(({ snapshot }) => snapshot.branches.length > 1);
  const name = useApp(
    ({ snapshot }) => snapshot.branches.find(({ id }) => id === snapshot.branch)?.name ?? "A",
  );
  return (
    shown && (
      <Popover
        side="above"
        button={{
          look: "quiet",
          className: styles.open,
          "aria-label": several ? `Branch ${name} and moments` : "Moments",
          children: (
            <>
              <MomentsIcon /> {several && name}
            </>
          ),
        }}
      >
        <div className={styles.history}>
          <Undo />
          {several && <Branches />}
          <Moments />
        </div>
      </Popover>
    )
  );
}

function Undo() {
  const { canUndo, canRedo } = useUndo();
  if (!canUndo && !canRedo) return undefined;
  return (
    <div className={styles.row}>
      <Button small disabled={!canUndo} onClick={undo}>
        <UndoIcon /> Undo
      </Button>
      <Button small disabled={!canRedo} onClick={redo}>
        <RedoIcon /> Redo
      </Button>
    </div>
  );
}

function Branches() {
  const { branches, branch } = useApp(({ snapshot }) => snapshot);
  const when = useWhen();
  const beside = useApp((state) => state.beside);
  return (
    <section aria-label="Branches">
      <h3>Branches</h3>
      <ul className={styles.list}>
        {branches.map((one) => (
          <li key={one.id} className={styles.branch} data-shown={one.id === branch || undefined}>
            <Button
              small
              look="quiet"
              className={styles.wide}
              aria-pressed={one.id === branch}
              onClick={() => switchTo(one.id)}
            >
              <strong>{one.name}</strong> {describe(one, branches, when)}
            </Button>
            {one.id !== branch && (
              <Button
                small
                look="quiet"
                aria-pressed={one.id === beside}
                aria-label={`Compare with ${one.name}`}
                onClick={() => compare(one.id === beside ? undefined : one.id)}
              >
                Compare
              </Button>
            )}
            <Button small look="quiet" aria-label={`Discard ${one.name}`} onClick={() => discard(one.id)}>
              Discard
            </Button>
          </li>
        ))}
      </ul>
      <Comparison />
    </section>
  );
}

function describe({ from, last }: Branch, branches: readonly Branch[], when: (t: number) => string): string {
  const origin = branches.find(({ id }) => id === from?.id)?.name;
  const begins =
    from === undefined
      ? "from the start"
      : `from ${when(from.t)}${origin === undefined ? "" : ` of ${origin}`}`;
  return `${begins}, to ${when(last)}`;
}

function Moments() {
  const snapshot = useCalm((state) => state.snapshot);
  const moments: readonly { t: number; words: string }[] = [
    { t: 0, words: "the start" },
    ...momentsOf(snapshot),
  ];
  return (
    <section aria-label="Moments">
      <h3>Moments</h3>
      <ul className={styles.list}>
        {moments.map(({ t, words }) => (
          <li key={`${t} ${words}`}>
            <Button
              small
              look="quiet"
              className={styles.wide}
              aria-current={t === snapshot.t ? "step" : undefined}
              onClick={() => seek(t)}
            >
              <span className={styles.epoch}>{count(t)}</span> {words}
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>Change anything while you are in the past: this future stays, as a ghost.</p>
    </section>
  );
}
