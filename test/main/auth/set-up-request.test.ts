import { describe, expect, test } from "vitest";

import { mailAddress } from "../../../main/auth/sign-in/admin-message.ts";
import { readSetUpFile } from "../../../main/auth/sign-in/set-up-file.ts";
import { setUpRequest } from "../../../main/auth/sign-in/set-up-request.ts";
import { createWords } from "../../../main/base/words.ts";
import { languages } from "../../../main/contract/languages.ts";

describe.each(languages.map(({ tag }) => tag))("in %s", (language) => {
  test("an admin reads what to do, in order, and every permission there is", async () => {
    const { subject, body } = setUpRequest(await createWords(language));
    expect(`${subject}${body}`).not.toMatch(/adminMessage|\{\{|undefined/u);
    expect(subject).toContain("Quick Meeting");
    expect(body.match(/^\d\. /gmu)).toEqual(["1. ", "2. ", "3. ", "4. "]);
    for (const name of [
      "http://localhost",
      "User.Read",
      "OnlineMeetings.ReadWrite",
      "Calendars.Read",
      "Calendars.ReadWrite",
      "People.Read",
    ])
      expect(body).toContain(name);
  });

  test("the file at its end, filled in, is one that can be opened", async () => {
    const { body } = setUpRequest(await createWords(language));
    const file = body.slice(body.indexOf("{"));
    const filled = file
      .replace('"clientId": ""', '"clientId": "3f2a0f0e-5f0a-4a5e-9d0b-2f0d3a8c1b2c"')
      .replace('"tenant": ""', '"tenant": "contoso.com"');
    expect(readSetUpFile(file)).toMatchObject({ error: { why: "wrong-values" } });
    expect(readSetUpFile(filled)).toMatchObject({ ok: true });
  });

  test("it can be mailed", async () => {
    const address = mailAddress(setUpRequest(await createWords(language)));
    expect(address).toMatch(/^mailto:\?subject=[^?&#\s]*&body=[^?&#\s]*$/u);
    // Longer ones are cut off by Windows and by some mail programs.
    expect(address.length).toBeLessThan(8_000);
  });
});
