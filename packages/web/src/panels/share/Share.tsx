import { later } from "../../ui/kit/later.tsx";
import { Popover } from "../../ui/kit/Popover.tsx";
import { messages } from "#text/app";

const Choices = later(async () => (await import("./Choices.tsx")).Choices);

/** Links and files: what to share, and what to open. */
export function Share() {
  return (
    <Popover button={{ look: "quiet", children: messages.share }}>
      <Choices />
    </Popover>
  );
}
