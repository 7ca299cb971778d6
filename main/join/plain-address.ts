import { normalAddress } from "../base/normal-address.ts";

/** An address in which every reader sees the same host, with http raised to https. Null for everything else. */
export const plainAddress = (text: string): URL | null =>
  normalAddress(text.replace(/^http:\/\/([^/?#]*?)(?::80)?(?=[/?#]|$)/iu, "https://$1"));
