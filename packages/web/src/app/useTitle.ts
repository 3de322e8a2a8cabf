import { useEffect } from "react";
import type { Route } from "../store/visit/route.ts";
import { messages } from "#text/app";

/** Sets the window's title to the page that is shown. */
export function useTitle({ page }: Route): void {
  useEffect(() => {
    document.title = messages.titles[page];
  }, [page]);
}
