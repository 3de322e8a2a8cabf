import type { ReactNode } from "react";
import type { Lock } from "../../store/setup/locks.ts";
import { useLocked } from "../../store/hooks.ts";
import { messages } from "#text/playground";
import { LockedNote } from "./LockedNote.tsx";

interface LockableProps {
  by: readonly Lock[];
  children: ReactNode;
}

/** Controls that the address may lock. If it does, they are visible but disabled, and a note says why. */
export function Lockable({ by, children }: LockableProps) {
  const locked = useLocked(...by);
  return locked ? (
    <fieldset disabled className="locked" aria-label={messages.lockedOnThisPage}>
      <LockedNote />
      {children}
    </fieldset>
  ) : (
    children
  );
}
