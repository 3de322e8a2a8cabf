/**
 * Opens what comes from outside: files dropped onto the page, and addresses. Every page, setup and tool that is
 * opened gets an entry in the browser's history, so that Back and Forward work. In a lesson, each step gets one.
 */
import { useEffect } from "react";
import { linkOpening, replayOf } from "../../store/run/phase.ts";
import { goTo, openFile, openLink, currentAddress } from "../../store/visit/navigation.ts";
import { fragmentOf, routeOf } from "../../store/visit/route.ts";
import { store } from "../../store/store.ts";

/** Entries that follow each other faster than this, in milliseconds, are merged: a slider is being dragged. */
const ONE_MOVE = 700;
/** Longer addresses (thousands of custom points) are left out of the history. */
const MAX_LENGTH = 32_000;

export function useOpening(): void {
  useEffect(() => {
    const stopOpening = openFiles();
    const stopTraveling = recordHistory();
    return () => {
      stopOpening();
      stopTraveling();
    };
  }, []);
}

function openFiles(): () => void {
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void file.text().then((text) => openFile(text, file.name));
  };
  window.addEventListener("dragover", over);
  window.addEventListener("drop", drop);
  return () => {
    window.removeEventListener("dragover", over);
    window.removeEventListener("drop", drop);
  };
}

function recordHistory(): () => void {
  const start = new URL(currentAddress()).hash;
  let traveling = false;
  let last = -Infinity;
  const follow = (): void => {
    const route = routeOf(location.hash);
    if (route === undefined) {
      openLink(location.hash);
      return;
    }
    traveling = true;
    goTo(route);
    if (route.page === "playground") openLink(location.hash === "" ? start : location.hash);
    traveling = false;
  };
  const stop = store.subscribe((state, before) => {
    const { route } = state;
    const elsewhere = route !== before.route;
    const moved = state.run !== before.run || state.panel?.name !== before.panel?.name;
    const arriving =
      linkOpening(state) !== undefined ||
      (linkOpening(before) !== undefined && state.run === before.run) ||
      replayOf(state)?.after === "visit";
    if (traveling) return;
    if (route.page !== "playground") {
      if (elsewhere) history.pushState(null, "", fragmentOf(route));
      return;
    }
    if (!elsewhere && (!moved || arriving)) return;
    const address = currentAddress();
    if (address.length > MAX_LENGTH) return;
    const goesOn = performance.now() - last < ONE_MOVE;
    last = performance.now();
    if (goesOn && !elsewhere) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  });
  window.addEventListener("hashchange", follow);
  return () => {
    stop();
    window.removeEventListener("hashchange", follow);
  };
}
