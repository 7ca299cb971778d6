/** What a person can ask for from outside the windows: tray items, the shortcut, another start of the app. */
export type Command =
  | {
      readonly name:
        | "meetNow"
        | "cancelCreation"
        | "copyLatest"
        | "schedule"
        | "signIn"
        | "cancelSignIn"
        | "setUp"
        | "useSample"
        | "openPopup"
        | "openSettings"
        | "quit";
    }
  | { readonly name: "copyMeeting" | "openMeeting"; readonly id: string }
  | { readonly name: "chooseAccount" | "signOut"; readonly accountId: string }
  | { readonly name: "addAccount"; readonly organisationId: string };
