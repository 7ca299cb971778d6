import { Button, makeStyles } from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { useTranslation } from "react-i18next";

const useStyles = makeStyles({ button: { flexShrink: 0 } });

interface MoreButtonProps {
  readonly subject: string;
  readonly onOpen: (opener: HTMLElement) => void;
}

/** Everything that can be done with the meeting of a row. The row is the tab stop; arrows lead here. */
export function MoreButton({ subject, onOpen }: MoreButtonProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Button
      className={styles.button}
      appearance="subtle"
      tabIndex={-1}
      icon={<MoreHorizontalRegular />}
      aria-label={t("menu.more", { subject })}
      aria-haspopup="menu"
      onClick={(event) => onOpen(event.currentTarget)}
    />
  );
}
