import type { ScheduleDraft } from "../../main/contract/drafts.ts";
import type { EventDraft } from "../../main/contract/event-draft.ts";
import type { Meetings } from "../../main/meetings/meetings.ts";
import type { PersonaId } from "../sandbox/personas.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { eventDraft } from "./event-draft.ts";
import { hastyClock } from "./hasty-clock.ts";
import type { Disk } from "./memory-platform.ts";
import { openWorkspace } from "./open-workspace.ts";

export const zoe = { address: "zoe@contoso.com", name: "Zoë" };
export const adele = { address: "adele@contoso.com", name: null };
/** Of another organisation. */
export const lee = { address: "lee@fabrikam.example", name: "Lee" };

/** An event to which Zoë is invited. */
export const draftOf = (
  changes: Partial<EventDraft> = {},
  others: Partial<ScheduleDraft> = {},
) => ({
  ...eventDraft,
  ...others,
  event: { ...eventDraft.event, invitees: [zoe], ...changes },
});

/** Somebody signed in to the sample organisation who may make events. With a disk: after a restart. */
export async function openEventDesk(sandbox: Sandbox, persona: PersonaId = "alex", disk?: Disk) {
  const desk = await openWorkspace(sandbox, {
    choice: { persona },
    clock: hastyClock,
    ...(disk ? { disk } : {}),
  });
  if (!disk) {
    await desk.begin();
    await desk.eventAccess.allowCalendar();
  }
  sandbox.forgetRequests();
  const { meetings } = desk;
  const schedule = (...of: Parameters<typeof draftOf>) => meetings.schedule(draftOf(...of));
  async function made(...of: Parameters<typeof draftOf>) {
    const result = await schedule(...of);
    if (!result.ok) throw new Error(result.error.kind);
    return result.value;
  }
  const intents = () => JSON.parse(desk.platform.disk.get("wishes") ?? "{}").wishes ?? [];
  return { ...desk, schedule, made, intents };
}

/** The form of an event that was made, as somebody opens it, changes a part and saves it. */
export function formOf({ changes }: Pick<Meetings, "changes">, id: string) {
  async function read(): Promise<EventDraft> {
    const answer = await changes.readEvent(id);
    if (!answer.ok) throw new Error(answer.error.kind);
    return answer.value;
  }
  const save = (before: EventDraft, after: EventDraft, others: Partial<ScheduleDraft> = {}) =>
    changes.move(id, { ...draftOf({}, others), event: after }, before);
  async function edit(part: Partial<EventDraft>, others: Partial<ScheduleDraft> = {}) {
    const before = await read();
    return save(before, { ...before, ...part }, others);
  }
  return { read, save, edit };
}

/** What the sample organisation saw, and what of its events is left. */
export function sightsOf(sandbox: () => Sandbox) {
  const operations = () =>
    sandbox()
      .requests()
      .map(({ operation }) => operation);
  return {
    operations,
    count: (wanted: string) => operations().filter((each) => each === wanted).length,
    living: () =>
      sandbox()
        .events()
        .filter(({ deletedAt }) => deletedAt === null),
  };
}
