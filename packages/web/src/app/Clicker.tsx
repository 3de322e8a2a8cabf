import { useEffect, useLayoutEffect, useRef } from "react";
import { messages } from "#text/app";
import { actionOf, type ClickerAction, onTurn, turn } from "../ui/kit/clicker.ts";
import { enlarge } from "./presenter.ts";
import { goHome, turnEpoch, turnScene, turnUnit } from "./turners.ts";
import * as styles from "./Clicker.module.css";

/** Fields in which a key types or chooses something, and dialogs except the black one. */
const fields =
  "input:not([type=range]):not([type=radio]):not([type=checkbox]), textarea, select, dialog:not([data-blank])";

/** The keys of a talk: a clicker turns pages and blanks the screen; `large` enlarges the page for the last row. */
export function Clicker({ large }: { large: boolean }) {
  const screen = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => (large ? enlarge() : undefined), [large]);
  useEffect(() => {
    // The last turner is asked first.
    const leave = [turnEpoch, turnScene, turnUnit].map(onTurn);
    return () => leave.forEach((quit) => quit());
  }, []);
  useEffect(() => {
    const acts: Readonly<Record<ClickerAction, () => void>> = {
      forward: () => turn(1),
      back: () => turn(-1),
      home: goHome,
      blank: () => screen.current!.showModal(),
      show: () => screen.current!.close(),
    };
    const press = (event: KeyboardEvent): void => {
      const { key, target } = event;
      const modified = event.ctrlKey || event.altKey || event.metaKey;
      const typing = target instanceof Element && target.closest(fields) !== null;
      const action = actionOf({ key, modified, typing }, screen.current!.open);
      if (action === undefined || event.defaultPrevented) return;
      event.preventDefault();
      // A key that is held down must not blank the screen and show it again.
      if (!event.repeat || action === "forward" || action === "back") acts[action]();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return <dialog ref={screen} data-blank className={styles.blank} aria-label={messages.blank} />;
}
