/** Does what an embedding page asks for, with the same functions as the page's own controls. */
import { partsOf } from "../../store/derived.ts";
import { tell } from "../../store/mailbox.ts";
import { pause, train } from "../../store/run/control.ts";
import { restart } from "../../store/setup/begin.ts";
import { store } from "../../store/store.ts";
import { linkOf } from "../../store/visit/address.ts";
import { goTo } from "../../store/visit/goTo.ts";
import { isQuestionOpen } from "../../store/visit/lessonQuestion.ts";
import { openLink } from "../../store/visit/navigation.ts";
import { routeOf } from "../../store/visit/route.ts";
import type { EmbeddingRequest } from "./request.ts";

export function perform(request: EmbeddingRequest): void {
  switch (request.type) {
    case "load":
      return load(request.link);
    case "goto":
      return seek(request.t);
    case "train": {
      const { epochs } = request;
      const { snapshot } = store.getState();
      if (epochs === undefined) train();
      else seek(snapshot.t + epochs * partsOf(store.getState()).perEpoch);
      return;
    }
    case "pause":
      return pause();
    case "reset":
      return restart();
  }
}

/** Opens what a link leads to. What can't be opened, or is locked, changes nothing, and the page says why. */
function load(link: string): void {
  const route = routeOf(link);
  if (route !== undefined && linkOf(link).damage === undefined) goTo(route);
  openLink(link);
}

/** Goes to an update, and trains there if the run hasn't got that far. */
function seek(t: number): void {
  if (!isQuestionOpen()) tell({ kind: "seek", t });
}
