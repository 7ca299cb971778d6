; What Windows starts at login outlives an app that is uninstalled. An update is no uninstall: the person's wish stays.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "io.github.quickmeeting.app"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "io.github.quickmeeting.app"
  ${endIf}
!macroend
