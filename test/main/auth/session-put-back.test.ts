import { expect, test } from "vitest";

import { ok } from "../../../main/contract/errors.ts";
import { accountOf, createSignInDesk } from "../../fakes/sign-in-desk.ts";

const [megan, alex] = [accountOf("megan"), accountOf("alex")];
const both = [megan, alex].map((one) => ({ account: one, hasRefreshToken: true }));

function desk() {
  const made = createSignInDesk();
  const signedOut: string[] = [];
  const { contoso } = made;
  contoso.kept = ok(both);
  const { signOut } = contoso;
  contoso.signOut = (id) => {
    signedOut.push(id);
    return signOut(id);
  };
  const who = () => made.session.known().map(({ account: { id } }) => id);
  return { ...made, signedOut, who };
}

test("whoever signed out stays so when their file is put back, and its tokens leave again", async () => {
  const { session, who, signedOut } = desk();
  await session.restore();
  await session.signOut(megan.id);
  expect([who(), signedOut]).toEqual([[alex.id], [megan.id]]);
  // What is read now is the file of before.
  await session.restore();
  expect([who(), signedOut]).toEqual([[alex.id], [megan.id, megan.id]]);
});

test("a sign-out that was cut off is made good by the next start", async () => {
  const { session, remembered, who, signedOut } = desk();
  remembered.setLeft(`key of ${megan.id}`, true);
  await session.restore();
  expect([who(), signedOut]).toEqual([[alex.id], [megan.id]]);
});

test("whoever signs in again is here again, over a restart as well", async () => {
  const { session, who } = desk();
  await session.restore();
  await session.signOut(megan.id);
  session.admit(megan);
  await session.restore();
  expect(who().toSorted()).toEqual([alex.id, megan.id]);
});
