import { useEffect } from "react";
import type { Route } from "../store/route.ts";
import { pageWords } from "../words/pages.ts";

/** The window's title says which page is shown. */
export function useTitle({ page }: Route): void {
  useEffect(() => {
    document.title = pageWords.titles[page];
  }, [page]);
}
