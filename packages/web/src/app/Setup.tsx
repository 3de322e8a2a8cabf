import { useId, useState, type ReactElement, type ReactNode } from "react";
import { Button } from "../ui/kit/Button.tsx";
import { ErrorBoundary } from "../ui/kit/ErrorBoundary.tsx";
import { DataIcon, NetworkIcon, TrainingIcon } from "../ui/kit/icons.tsx";
import { Popover } from "../ui/kit/Popover.tsx";
import { Sheet } from "../ui/kit/Sheet.tsx";
import { messages } from "#text/app";
import * as styles from "./Setup.module.css";

/** The controls of an experiment, in three parts. A part that is hidden has no heading either. */
export interface SetupContent {
  readonly data?: ReactNode;
  readonly network?: ReactNode;
  readonly training?: ReactNode;
}

/** On a desktop: a column. */
export function SetupColumn({ setup }: { setup: SetupContent }) {
  return (
    <aside className={styles.column} aria-label={messages.setUp}>
      {partsOf(setup).map((part) => (
        <Part key={part.slot} part={part} setup={setup} />
      ))}
    </aside>
  );
}

/** On a tablet: a rail of three buttons, each of which opens its part. */
export function SetupRail({ setup }: { setup: SetupContent }) {
  return (
    <aside className={styles.rail} aria-label={messages.setUp}>
      {partsOf(setup).map((part) => (
        <Popover
          key={part.slot}
          side="right"
          button={{
            look: "quiet",
            className: styles.railButton,
            children: (
              <>
                {part.icon}
                {part.title}
              </>
            ),
          }}
        >
          <Part part={part} setup={setup} />
        </Popover>
      ))}
    </aside>
  );
}

/** On a phone: a button and a sheet with everything. */
export function SetupSheet({ setup }: { setup: SetupContent }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{messages.setUp}</Button>
      <Sheet title={messages.setUp} open={open} onClose={() => setOpen(false)}>
        {partsOf(setup).map((part) => (
          <Part key={part.slot} part={part} setup={setup} />
        ))}
      </Sheet>
    </>
  );
}

interface PartDescription {
  slot: keyof SetupContent;
  title: string;
  icon: ReactElement;
  // The picture of the network is the region called "Network"; a second one would make "go to Network" ambiguous.
  role: "region" | "group";
}

const allParts: readonly PartDescription[] = [
  { slot: "data", title: messages.data, icon: <DataIcon />, role: "region" },
  { slot: "network", title: messages.network, icon: <NetworkIcon />, role: "group" },
  { slot: "training", title: messages.training, icon: <TrainingIcon />, role: "region" },
];

const partsOf = (setup: SetupContent): PartDescription[] =>
  allParts.filter(({ slot }) => setup[slot] !== undefined);

function Part({ part, setup }: { part: PartDescription; setup: SetupContent }) {
  const id = useId();
  return (
    <section role={part.role} aria-labelledby={id} className={styles.part}>
      <h2 id={id}>{part.title}</h2>
      <ErrorBoundary area={messages.setUpOf(part.title)}>{setup[part.slot]}</ErrorBoundary>
    </section>
  );
}
