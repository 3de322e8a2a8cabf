/**
 * Lines moved without a pointer: Enter picks one up, arrows move it, Enter puts it down, Escape cancels. One that wasn't moved goes
 * to the end of the order, as a press moves it.
 */
import { type KeyboardEvent, useEffect, useState } from "react";
import { messages } from "#text/exercise";
import { placeAfterKey, withLineAt } from "./order.ts";

interface KeysProps {
  order: readonly number[];
  put: (order: readonly number[]) => void;
  /** Announces what happened. */
  say: (sentence: string) => void;
}

interface Picked {
  readonly line: number;
  /** The order when it was picked up. */
  readonly before: readonly number[];
  readonly moved: boolean;
}

export function useKeys({ order, put, say }: KeysProps): {
  readonly picked: number | undefined;
  readonly press: (line: number) => void;
  readonly key: (line: number, event: KeyboardEvent) => void;
} {
  const [picked, setPicked] = useState<Picked>();
  const [focused, focus] = useState<{ readonly line: number }>();
  // A line that moves to the other list is another element there.
  useEffect(() => {
    if (focused !== undefined) document.getElementById(`line-${focused.line}`)?.focus();
  }, [focused]);
  const place = (line: number, to: number | undefined): void => {
    const next = withLineAt(order, line, to);
    put(next);
    focus({ line });
    say(to === undefined ? messages.movedOut : messages.movedTo(next.indexOf(line) + 1, next.length));
  };
  const key = (line: number, event: KeyboardEvent): void => {
    const isPicked = picked?.line === line;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      const isPlaced = order.includes(line);
      setPicked(isPicked ? undefined : { line, before: order, moved: false });
      if (!isPicked) say(messages[isPlaced ? "pickedUpPlaced" : "pickedUp"](messages.lineNumber(line + 1)));
      else if (isPlaced || picked.moved) say(messages.putDown);
      else place(line, order.length);
      return;
    }
    if (!isPicked) return;
    if (event.key === "Escape") {
      event.preventDefault();
      put(picked.before);
      focus({ line });
      setPicked(undefined);
      say(messages.canceled);
      return;
    }
    const moved = placeAfterKey(order, line, event.key);
    if (moved === undefined) return;
    event.preventDefault();
    setPicked({ ...picked, moved: true });
    place(line, moved.place);
  };
  const press = (line: number): void => {
    setPicked(undefined);
    place(line, order.includes(line) ? undefined : order.length);
  };
  return { picked: picked?.line, press, key };
}
