/** Files dropped onto the page, and links that are followed within it, are opened. */
import { useEffect } from "react";
import { openFile, openLink } from "../../store/actions.ts";

export function useOpening(): void {
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      void file.text().then((text) => openFile(text, file.name));
    };
    const follow = (): void => openLink(location.hash);
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    window.addEventListener("hashchange", follow);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
      window.removeEventListener("hashchange", follow);
    };
  }, []);
}
