import { mailAddress, wholeText } from "../../auth/sign-in/admin-message.ts";
import { readSetUpFile } from "../../auth/sign-in/set-up-file.ts";
import { setUpRequest } from "../../auth/sign-in/set-up-request.ts";
import type { Opener } from "../../base/opener.ts";
import type { Words } from "../../base/words.ts";
import { ok } from "../../contract/errors.ts";
import type { Handlers } from "../../contract/requests/vocabulary.ts";
import type { Clipboard } from "../../meetings/fulfil.ts";
import type { Outside } from "../outside.ts";

export interface SetUpHandlersDependencies {
  readonly pickSetUpFile: Outside["pickSetUpFile"];
  readonly opener: Pick<Opener, "openMail">;
  readonly clipboard: Pick<Clipboard, "writeText">;
  readonly words: () => Words;
}

/** How an organisation's two IDs come to a person who does not know them. */
export const createSetUpHandlers = ({
  pickSetUpFile,
  opener,
  clipboard,
  words,
}: SetUpHandlersDependencies) =>
  ({
    async openSetUpFile() {
      const text = await pickSetUpFile();
      if (!text.ok) return text;
      return text.value === null ? ok(null) : readSetUpFile(text.value);
    },
    getSetUpRequest: async () => ok(setUpRequest(words())),
    copySetUpRequest: () => clipboard.writeText(wholeText(setUpRequest(words()))),
    mailSetUpRequest: () => opener.openMail(mailAddress(setUpRequest(words()))),
  }) satisfies Partial<Handlers>;
