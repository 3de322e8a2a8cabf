import { forgetDamage } from "../../store/visit/notices.ts";
import type { Damage, Refusal } from "../../store/visit/state.ts";
import { useApp } from "../../store/store.ts";
import { Button } from "../../ui/kit/Button.tsx";
import { Notice } from "../../ui/kit/Notice.tsx";
import { messages } from "#text/advice";

/** What could not be opened or done, and why; nothing if all went well. */
export function DamageNotice() {
  const damage = useApp((state) => state.damage);
  if (damage === undefined) return undefined;
  return damage.what === "lock" ? <Locked lock={damage.why} /> : <Damaged {...damage} />;
}

/** The change would have affected something that the address locks. */
function Locked({ lock }: { lock: Refusal["why"] }) {
  return (
    <Notice
      word={messages.locked}
      role="alert"
      actions={
        <Button small onClick={forgetDamage}>
          {messages.dismiss}
        </Button>
      }
    >
      {messages.lockedParts[lock]}
    </Notice>
  );
}

const damageWords: Record<Damage["what"], string> = {
  link: messages.damagedLink,
  file: messages.damagedFile,
  address: messages.damagedAddress,
};

function Damaged({ what, why }: Damage) {
  const first = useApp(({ run, snapshot }) => run === 1 && snapshot.last === 0);
  return (
    <Notice
      word={damageWords[what]}
      role="alert"
      actions={
        <Button small onClick={forgetDamage}>
          {messages.dismiss}
        </Button>
      }
    >
      {why}{" "}
      {what !== "address" &&
        (first && what === "link" ? messages.showingTheDefault : messages.yourRunIsAsItWas)}
    </Notice>
  );
}
