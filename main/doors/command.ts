import type { CopyFormat } from "../contract/copy-formats.ts";

/** What a person can ask for from outside the windows: tray items, the shortcut, another start of the app. */
export type Command =
  | {
      readonly name:
        | "meetNow"
        | "meetNowAgain"
        | "copyRoom"
        | "join"
        | "cancelCreation"
        | "undoCreation"
        | "copyLatest"
        | "schedule"
        | "signIn"
        | "cancelSignIn"
        | "setUp"
        | "useSample"
        | "openPopup"
        | "openHome"
        | "openSettings"
        | "quit";
    }
  | { readonly name: "copyMeeting"; readonly id: string; readonly format?: CopyFormat }
  | { readonly name: "openMeeting" | "joinUpcoming" | "snoozeReminder"; readonly id: string }
  | { readonly name: "chooseAccount" | "signOut"; readonly accountId: string }
  | { readonly name: "addAccount"; readonly organisationId: string };
