import { isPersonal, type Persona } from "../../personas.ts";
import { graphAnswer } from "../graph-answers.ts";
import type { GraphHandler } from "../graph-call.ts";
import { isRefusal } from "../meeting-body.ts";
import { select, unknownOption } from "./query.ts";

/** @see https://learn.microsoft.com/graph/api/calendar-get */
export const getCalendar: GraphHandler = ({ baseUrl }, { call, caller: { persona } }) => {
  const unknown = unknownOption(call, ["$select"]);
  if (unknown) return unknown;
  const calendar = {
    id: Buffer.from(`calendar-${persona.oid}`).toString("base64"),
    name: "Calendar",
    color: "auto",
    canEdit: true,
    canShare: true,
    isDefaultCalendar: true,
    ...providersOf(persona),
    owner: { name: persona.givenName, address: persona.username },
  };
  const selected = select(calendar, call);
  if (isRefusal(selected)) return selected;
  return graphAnswer(call.record, 200, {
    "@odata.context": `${baseUrl}/v1.0/$metadata#users('${persona.oid}')/calendar/$entity`,
    ...selected,
  });
};

/** A calendar without Teams says so in its own ways. */
function providersOf(persona: Persona) {
  if (isPersonal(persona))
    return { allowedOnlineMeetingProviders: ["unknown"], defaultOnlineMeetingProvider: "unknown" };
  return persona.hasTeams
    ? {
        allowedOnlineMeetingProviders: ["teamsForBusiness"],
        defaultOnlineMeetingProvider: "teamsForBusiness",
      }
    : { allowedOnlineMeetingProviders: [], defaultOnlineMeetingProvider: "unknown" };
}
