import { useApp } from "../../store/store.ts";
import { MomentsIcon } from "../../ui/kit/icons.tsx";
import { later } from "../../ui/kit/later.tsx";
import { Popover } from "../../ui/kit/Popover.tsx";
import { messages } from "#text/timeline";
import * as styles from "./Branches.module.css";

const Past = later(async () => (await import("./Branches.tsx")).Past);

/** What can be done with the past, behind a button. */
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
          "aria-label": several ? messages.branchAndMoments(name) : messages.moments,
          children: (
            <>
              <MomentsIcon /> {several && name}
            </>
          ),
        }}
      >
        <Past />
      </Popover>
    )
  );
}
