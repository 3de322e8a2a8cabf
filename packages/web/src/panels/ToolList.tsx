import { openPanel } from "../store/panels/open.ts";
import { Button } from "../ui/kit/Button.tsx";
import { panels } from "./index.ts";
import * as styles from "./Panel.module.css";

/** The tools, each with the question it answers. */
export function ToolList() {
  return (
    <div className={styles.tools}>
      {Object.entries(panels).map(([name, { title, asks }]) => (
        <Button
          key={name}
          look="quiet"
          className={styles.tool}
          onClick={({ currentTarget }) => {
            currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
            openPanel(name);
          }}
        >
          <span>{title}</span>
          <span className={styles.asks}>{asks}</span>
        </Button>
      ))}
    </div>
  );
}
