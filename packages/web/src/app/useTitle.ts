import { useEffect } from "react";
import type { Route } from "../store/visit/route.ts";
import { messages } from "#text/app";

/** The window's title says which page is shown. */
export function useTitle({ page }: Route): void {
  useEffect(() => {
    document.title = messages.titles[page];
  }, [page]);
}
