import { type SamplePerson, samplePeople } from "./sample-people.ts";
import { badRequest } from "../graph-answers.ts";
import type { GraphHandler } from "../graph-call.ts";
import { pageAnswer, unknownOption } from "../calendar/query.ts";

/**
 * Who a person works with, by relevance; of a search those with a word that begins like each of its words.
 * @see https://learn.microsoft.com/graph/api/user-list-people
 */
export const listPeople: GraphHandler = (context, graphCall) => {
  const { call, caller } = graphCall;
  const unknown = unknownOption(call, ["$search", "$select", "$top", "$skip"]);
  if (unknown) return unknown;
  const search = call.url.searchParams.get("$search");
  const [, words = ""] = /^"([^"]*)"$/u.exec(search ?? "") ?? [];
  if (search !== null && words.trim() === "")
    return badRequest("A search is words between double quotes.");
  const found = samplePeople
    .filter(({ address }) => address !== caller.persona.username)
    .filter((person) => search === null || matches(person, words))
    .map(personView);
  return pageAnswer(context, graphCall, "people", found);
};

function matches({ name, address }: SamplePerson, words: string): boolean {
  const own = wordsOf(`${name} ${address}`);
  return wordsOf(words).every((word) => own.some((each) => each.startsWith(word)));
}

/** Small letters without their accents. */
const wordsOf = (text: string): string[] =>
  text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[\s,@()-]+/u)
    .filter((word) => word !== "");

function personView({ name, address, isColleague }: SamplePerson, index: number) {
  const [givenName = name, ...rest] = name.split(" ");
  return {
    id: Buffer.from(address).toString("hex").slice(0, 36),
    displayName: name,
    givenName,
    surname: rest.join(" "),
    jobTitle: null,
    companyName: null,
    scoredEmailAddresses: [
      { address, relevanceScore: 30 - index, selectionLikelihood: "notSpecified" },
    ],
    userPrincipalName: isColleague ? address : null,
    personType: { class: "Person", subclass: isColleague ? "OrganizationUser" : "PersonalContact" },
  };
}
