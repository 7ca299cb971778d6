import type { Clock } from "../base/clock.ts";
import type { Log } from "../base/log.ts";
import type { Network } from "../base/network.ts";
import type { Opener } from "../base/opener.ts";
import type { Vault } from "../base/vault.ts";
import type { Licence } from "../contract/answers.ts";
import type { Result } from "../contract/errors.ts";
import type { Clipboard } from "../meetings/fulfil.ts";
import type { SampleOrganisation } from "../sample/sample-organisation.ts";
import type { Environment } from "./initial-state.ts";
import type { KeptDocuments } from "./kept-documents.ts";
import type { LoginItem } from "./computer/start-at-login.ts";

/** Everything beyond the app itself that it uses: the computer, and the network. */
export interface Outside {
  readonly environment: Environment;
  readonly documents: KeptDocuments;
  /** The sample organisation of an unpackaged build; null in packages. */
  readonly sample: SampleOrganisation | null;
  readonly vault: Vault;
  readonly network: Network;
  readonly clipboard: Clipboard;
  readonly opener: Opener;
  readonly loginItem: LoginItem;
  /** Into the person's downloads folder, which is then shown. Errors: disk-failed. */
  readonly saveDownload: (name: string, text: string) => Promise<Result<undefined>>;
  /** What stands in a file the person chooses; null where they choose none. Errors: set-up-file-refused. */
  readonly pickSetUpFile: () => Promise<Result<string | null>>;
  /** Opens the folder of the log files. */
  readonly showLogs: () => void;
  /** Of what this build is made of; null where it came without them. */
  readonly readLicences: () => Promise<readonly Licence[] | null>;
  readonly clock: Clock;
  readonly log: Log;
  /** 0 to 1. */
  readonly random: () => number;
  readonly newId: () => string;
}
