import type { Figures } from "../figures.ts";
import { withChild } from "./store/bundle.ts";
import { storeRuns } from "./store/store.ts";

export interface TokenStoreCounts {
  /** Kills around saves. */
  readonly kills: number;
  /** Rounds of every file-system fault. */
  readonly fileRounds: number;
  /** Rounds of every keyring fault. */
  readonly keyringRounds: number;
}

/** The token store under kills, a failing disk and a failing keyring, with a plain `writeFile` beside it. */
export const tortureTokenStore = (
  figures: Figures,
  seed: number,
  counts: TokenStoreCounts,
): Promise<void> => withChild((child) => torture(figures, seed, child, counts));

async function torture(
  figures: Figures,
  seed: number,
  child: string,
  { kills, fileRounds, keyringRounds }: TokenStoreCounts,
): Promise<void> {
  const log = (line: string) => console.log(line);
  const killed = await storeRuns.kills({ count: kills, seed, log, child });
  const name = `${killed.kills} kills around saves`;
  figures.exactly(`${name}: accounts lost`, killed.accountsLost, "accounts", 0);
  figures.exactly(`${name}: tokens older than saved`, killed.tokensLost, "accounts", 0);
  figures.exactly(`${name}: torn files accepted`, killed.tornAccepted, "accounts", 0);
  figures.exactly(`${name}: torn files found`, killed.tornFound, "files", 0);
  figures.atMost(`${name}: stray files after a start`, killed.straysMost, "files", 1);
  figures.atLeast(`${name}: in the middle of one`, killed.inSave, "kills", kills / 20);
  const naive = killed.naiveAccountsLost + killed.naiveTokensLost;
  figures.atLeast(
    `${killed.naiveKills} kills around a plain writeFile: accounts lost`,
    naive,
    "accounts",
    1,
  );
  figures.note(
    `${killed.naiveKills} kills around a plain writeFile: torn files`,
    killed.naiveTornFound,
    "files",
  );

  const files = await storeRuns.fileFaults({ count: fileRounds, seed, log, child });
  const faults = `${files.cases} failed file calls of a save`;
  figures.exactly(`${faults}: accounts lost`, files.lost, "accounts", 0);
  figures.exactly(`${faults}: falsely reported as saved`, files.falselySaved, "saves", 0);
  figures.exactly(`${faults}: torn files accepted`, files.tornAccepted, "accounts", 0);
  figures.atMost(`${faults}: stray files after the next start`, files.straysMost, "files", 1);
  const more = files.outageCases + files.afterExdevCases + files.shortWriteCases;
  figures.exactly(
    `${more} disks that stay broken, break twice or write half: accounts lost`,
    files.outageLost + files.afterExdevLost + files.shortWriteLost,
    "accounts",
    0,
  );
  figures.exactly(
    `${files.setAsideCases} failed calls while setting a file aside: bytes lost`,
    files.setAsideGone + files.setAsideTooEarly,
    "files",
    0,
  );

  const keyring = await storeRuns.keyringFaults({ count: keyringRounds, seed, log, child });
  const keys = `${keyring.cases} keyring faults (24 kinds)`;
  figures.exactly(`${keys}: files changed too early`, keyring.bytesChanged, "files", 0);
  figures.exactly(`${keys}: accounts lost`, keyring.accountsLost, "accounts", 0);
  figures.exactly(
    `${keys}: accounts set aside needlessly`,
    keyring.accountsSetAside,
    "accounts",
    0,
  );
  figures.exactly(
    `${keys}, with a caller that ignores failed loads: files changed, accounts lost`,
    keyring.pluginBytesChanged + keyring.pluginAccountsLost,
    "files",
    0,
  );
}
