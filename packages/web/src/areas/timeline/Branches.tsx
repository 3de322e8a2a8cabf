import { compare, discard, seek, switchTo } from "../../store/run/control.ts";
import { redo, undo } from "../../store/setup/setups.ts";
import { putBeside } from "../../store/panels/beside.ts";
import { useThrottled } from "../../store/hooks.ts";
import { useUndo } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import type { BranchSummary } from "../../worker/protocol.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { RedoIcon, UndoIcon } from "../../ui/kit/icons.tsx";
import { useWhen } from "../../ui/quantity/useWhen.ts";
import { count } from "../../ui/kit/text.ts";
import { Comparison } from "./Comparison.tsx";
import { momentsOf } from "./moments.ts";
import { messages } from "#text/branches";
import * as styles from "./Branches.module.css";

/** The moments of the run, its branches, and undo. */
export function Past() {
  const several = useApp(({ snapshot }) => snapshot.branches.length > 1);
  return (
    <div className={styles.history}>
      <Undo />
      {several && <Branches />}
      <Moments />
    </div>
  );
}

function Undo() {
  const { canUndo, canRedo } = useUndo();
  if (!canUndo && !canRedo) return undefined;
  return (
    <div className={styles.row}>
      <Button small disabled={!canUndo} onClick={undo}>
        <UndoIcon /> {messages.undo}
      </Button>
      <Button small disabled={!canRedo} onClick={redo}>
        <RedoIcon /> {messages.redo}
      </Button>
    </div>
  );
}

function Branches() {
  const { branches, branch } = useApp(({ snapshot }) => snapshot);
  const when = useWhen();
  const comparison = useApp((state) => state.comparison);
  return (
    <section aria-label={messages.branches}>
      <h3>{messages.branches}</h3>
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
                aria-pressed={one.id === comparison}
                aria-label={messages.compareWith(one.name)}
                onClick={() => compare(one.id === comparison ? undefined : one.id)}
              >
                {messages.compare}
              </Button>
            )}
            <Button
              small
              look="quiet"
              aria-label={messages.discardBranch(one.name)}
              onClick={() => discard(one.id)}
            >
              {messages.discard}
            </Button>
          </li>
        ))}
      </ul>
      <Comparison />
    </section>
  );
}

function describe(
  { from, last }: BranchSummary,
  branches: readonly BranchSummary[],
  when: (t: number) => string,
): string {
  const origin = branches.find(({ id }) => id === from?.id)?.name;
  const begins =
    from === undefined
      ? messages.fromTheStart
      : messages.from(when(from.t), origin === undefined ? "" : messages.ofBranch(origin));
  return messages.fromTo(begins, when(last));
}

function Moments() {
  const snapshot = useThrottled((state) => state.snapshot);
  const moments: readonly { t: number; label: string }[] = [
    { t: 0, label: messages.theStart },
    ...momentsOf(snapshot),
  ];
  return (
    <section aria-label={messages.moments}>
      <h3>{messages.moments}</h3>
      <Button
        small
        onClick={({ currentTarget }) => {
          currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
          putBeside({ differs: "epoch", t: snapshot.t });
        }}
      >
        {messages.compareWithEpoch}
      </Button>
      <ul className={styles.list}>
        {moments.map(({ t, label: what }) => (
          <li key={`${t} ${what}`}>
            <Button
              small
              look="quiet"
              className={styles.wide}
              aria-current={t === snapshot.t ? "step" : undefined}
              onClick={() => seek(t)}
            >
              <span className={styles.epoch}>{count(t)}</span> {what}
            </Button>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{messages.thisFutureStays}</p>
    </section>
  );
}
