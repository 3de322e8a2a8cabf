import { useRef } from "react";
import { openRecording } from "../../store/review/review.ts";
import { Button, type ButtonProps } from "../../ui/kit/Button.tsx";
import { messages } from "#text/ownCode";

/** A button that opens a recording from a file. */
export function OpenFile(props: ButtonProps) {
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button small {...props} onClick={() => file.current?.click()} />
      <input
        ref={file}
        className="vh"
        type="file"
        tabIndex={-1}
        aria-label={messages.recordingFile}
        accept=".jsonl"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen !== undefined) void openRecording(chosen);
          target.value = "";
        }}
      />
    </>
  );
}
