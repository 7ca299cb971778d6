import * as v from "valibot";

import { checkOrganisation } from "../../base/clouds.ts";
import type { OrganisationDraft } from "../../contract/drafts.ts";
import { fail, ok, type Result } from "../../contract/errors.ts";
import { cloud } from "../../contract/state.ts";

/** What an admin hands out instead of two IDs. Other members may stand in it: they mean nothing here. */
const setUpFile = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/^\uFEFF/u, "")),
  v.parseJson(),
  v.object({
    clientId: v.string(),
    tenant: v.string(),
    cloud: v.optional(v.string(), "global"),
  }),
);

/** Nothing is added: what it says goes into the form, where a person reads it and presses the button. */
export function readSetUpFile(text: string): Result<OrganisationDraft> {
  const read = v.safeParse(setUpFile, text);
  if (!read.success) return fail({ kind: "set-up-file-refused", why: "not-one" });
  const { output } = read;
  const draft = { clientId: output.clientId.trim(), tenant: output.tenant.trim() };
  if (!v.is(cloud, output.cloud) || checkOrganisation({ ...draft, cloud: output.cloud }) !== null)
    return fail({ kind: "set-up-file-refused", why: "wrong-values" });
  return ok({ ...draft, cloud: output.cloud });
}
