import { later } from "../ui/kit/later.tsx";
import { Popover } from "../ui/kit/Popover.tsx";
import { messages } from "#text/tools";

const ToolList = later(async () => (await import("./ToolList.tsx")).ToolList);

/** The menu of tools. */
export function Tools() {
  return (
    <Popover button={{ look: "quiet", children: messages.tools }}>
      <ToolList />
    </Popover>
  );
}
