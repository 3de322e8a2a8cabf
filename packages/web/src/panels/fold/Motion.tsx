import { type CSSProperties, type KeyboardEvent, useRef } from "react";
import { Button } from "../../ui/kit/Button.tsx";
import { PlayIcon } from "../../ui/kit/icons.tsx";
import type { Morph } from "./useMorph.ts";
import { messages } from "#text/fold";
import * as range from "../../ui/kit/range.module.css";
import * as styles from "./Motion.module.css";

/** Keys that lead to each end. */
const ENDS: Readonly<Record<string, 0 | 1>> = {
  ArrowLeft: 0,
  ArrowDown: 0,
  PageDown: 0,
  Home: 0,
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 1,
  End: 1,
};

/** The slider from the square to the folded sheet. Let go in between, it moves on to the nearer end. */
export function Motion({ morph: { share, play, moveTo, hold } }: { morph: Morph }) {
  const held = useRef(false);
  const settle = (value: number): void => moveTo(value < 0.5 ? 0 : 1);
  const press = (event: KeyboardEvent): void => {
    const end = ENDS[event.key];
    if (end === undefined) return;
    event.preventDefault();
    moveTo(end);
  };
  const filled: CSSProperties & { "--share": number } = { "--share": share };
  return (
    <div className={styles.motion}>
      <span aria-hidden="true">{messages.square}</span>
      <input
        type="range"
        className={range.range}
        style={filled}
        min="0"
        max="1"
        step="0.01"
        value={share}
        aria-label={messages.motion}
        aria-valuetext={messages.motionAt(share)}
        onKeyDown={press}
        onPointerDown={() => (held.current = true)}
        onPointerUp={() => {
          held.current = false;
          settle(share);
        }}
        onPointerCancel={() => {
          held.current = false;
          settle(share);
        }}
        onChange={({ target: { valueAsNumber: value } }) => (held.current ? hold(value) : settle(value))}
      />
      <span aria-hidden="true">{messages.folded}</span>
      <Button small icon aria-label={messages.play} onClick={play}>
        <PlayIcon />
      </Button>
    </div>
  );
}
