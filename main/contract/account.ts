import * as v from "valibot";

import { shape } from "./shape.ts";

export const account = shape({
  /** Stable and opaque: one person at one app registration. */
  id: v.string(),
  organisationId: v.string(),
  name: v.string(),
  /** The user principal name, shown as the organiser's address. */
  username: v.string(),
  /** A guest's home is another tenant, and only members can organise. */
  kind: v.picklist(["member", "guest"]),
});
