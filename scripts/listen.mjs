// Where the page is served: the addresses that PORT and HOST ask for, and the sentences that say what came of it.
import { networkInterfaces } from "node:os";

/** The port that a text names, or undefined when it names none. */
export function portOf(text) {
  const number = Number(text);
  return /^\d+$/.test(text) && number >= 1 && number <= 65_535 ? number : undefined;
}

const isEvery = (host) => host === "0.0.0.0" || host === "::";

/**
 * The addresses under which a listening server can be reached: this machine's first, then those for others.
 * @param {{ address: string, port: number }} listening
 * @param {Record<string, { address: string, family: string, internal: boolean }[]>} interfaces
 */
export function addressesOf({ address, port }, interfaces = networkInterfaces()) {
  const urlOf = (host) => `http://${host.includes(":") ? `[${host}]` : host}:${port}/`;
  if (!isEvery(address)) return [urlOf(address)];
  const others = Object.values(interfaces)
    .flat()
    .filter(({ family, internal }) => family === "IPv4" && !internal);
  return ["127.0.0.1", ...others.map((one) => one.address)].map(urlOf);
}

/**
 * Why a server could not listen, in one sentence.
 * @param {NodeJS.ErrnoException} error
 */
export function listenProblem({ code, message }, host, port) {
  if (code === "EADDRINUSE")
    return `Port ${port} is already in use; choose another one, for example PORT=${port < 65_535 ? port + 1 : port - 1} npm start.`;
  if (code === "EACCES")
    return `Port ${port} is reserved for the system; choose one from 1024 to 65535, for example PORT=8080 npm start.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN")
    return `“${host}” isn’t an address of this machine; HOST can be 127.0.0.1 for this machine alone or 0.0.0.0 for the whole network.`;
  return `The page can’t be served at ${host}, port ${port}: ${message}.`;
}
