import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { AlertRegular } from "@fluentui/react-icons/svg/alert";
import { CallRegular } from "@fluentui/react-icons/svg/call";
import { ChatRegular } from "@fluentui/react-icons/svg/chat";
import { DocumentTextRegular } from "@fluentui/react-icons/svg/document-text";
import { DoorArrowRightRegular } from "@fluentui/react-icons/svg/door-arrow-right";
import { EmojiRegular } from "@fluentui/react-icons/svg/emoji";
import { MicRegular } from "@fluentui/react-icons/svg/mic";
import { PersonAvailableRegular } from "@fluentui/react-icons/svg/person-available";
import { PersonStarRegular } from "@fluentui/react-icons/svg/person-star";
import { PresenterRegular } from "@fluentui/react-icons/svg/presenter";
import { RecordRegular } from "@fluentui/react-icons/svg/record";
import { VideoRegular } from "@fluentui/react-icons/svg/video";
import { VideoClipRegular } from "@fluentui/react-icons/svg/video-clip";
import { Fragment, type ReactElement, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

import {
  isOfChosenPeople,
  type MeetingOptions,
  type OptionName,
  optionNames,
  valuesOf,
  withOption,
} from "../../main/contract/meeting-options.ts";
import { ChoiceField } from "./fields/choice-field.tsx";
import { optionLabel, optionValueLabel } from "./option-words.ts";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  footnote: { color: tokens.colorNeutralForeground3, paddingBlockStart: tokens.spacingVerticalS },
});

const icons: Readonly<Record<OptionName, ReactElement>> = {
  lobby: <DoorArrowRightRegular />,
  callersSkipLobby: <CallRegular />,
  admitters: <PersonAvailableRegular />,
  coOrganizers: <PersonStarRegular />,
  presenters: <PresenterRegular />,
  chat: <ChatRegular />,
  attendeesMayUnmute: <MicRegular />,
  attendeesMayUseCamera: <VideoRegular />,
  reactions: <EmojiRegular />,
  recording: <VideoClipRegular />,
  transcription: <DocumentTextRegular />,
  recordAutomatically: <RecordRegular />,
  announceEntry: <AlertRegular />,
};

export interface OptionsEditorProps {
  readonly options: MeetingOptions;
  /** What it means where nothing is chosen. */
  readonly absentLabel: string;
  /** Whether there are people of whom some can be chosen for more than attending. */
  readonly canChoosePeople?: boolean;
  /** Who they are, below the option that says so. */
  readonly people?: Partial<Record<OptionName, ReactNode>>;
  readonly onChange: (options: MeetingOptions) => void;
}

/** Every option a meeting can have; each can be left to the organisation. */
export function OptionsEditor(props: OptionsEditorProps) {
  const { options, absentLabel, canChoosePeople = false, people = {}, onChange } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.list}>
      {offeredOptions(options, canChoosePeople).map((option) => (
        <Fragment key={option}>
          <ChoiceField<string>
            inRow
            size="small"
            icon={icons[option]}
            label={optionLabel(option, t)}
            value={String(options[option] ?? "")}
            choices={[
              ["", absentLabel],
              ...offeredOf(option, options, canChoosePeople).map(
                (value) => [String(value), optionValueLabel(option, value, t, options)] as const,
              ),
            ]}
            onChange={(value) => onChange(changed(options, option, value))}
          />
          {isOfChosenPeople(options[option]) && people[option]}
        </Fragment>
      ))}
      <Text size={200} className={styles.footnote}>
        {t("options.footnote")}
      </Text>
    </div>
  );
}

/** Who else organises it can only be said where there are people. */
const offeredOptions = (options: MeetingOptions, canChoosePeople: boolean) =>
  optionNames.filter(
    (option) => option !== "coOrganizers" || canChoosePeople || options.coOrganizers !== undefined,
  );

/** What is chosen is shown, also where it cannot stay. */
const offeredOf = (option: OptionName, options: MeetingOptions, canChoosePeople: boolean) =>
  valuesOf(option).filter(
    (value) => !isOfChosenPeople(value) || canChoosePeople || options[option] === value,
  );

function changed(options: MeetingOptions, option: OptionName, text: string): MeetingOptions {
  const value = valuesOf(option).find((one) => String(one) === text);
  return withOption(options, option, value ?? null);
}
