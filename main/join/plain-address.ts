import { normalAddress } from "../base/normal-address.ts";

/** An address that names one host to every reader; one without encryption with it. Null for everything else. */
export const plainAddress = (text: string): URL | null =>
  normalAddress(text.replace(/^http:\/\/([^/?#]*?)(?::80)?(?=[/?#]|$)/iu, "https://$1"));
