import { expect, test } from "vitest";

import { appImageOf } from "../../../../main/platform/start/app-image.ts";

const APPDIR = "/tmp/.mount_QuickM1";
const APPIMAGE = "/home/megan/Quick Meeting.AppImage";

test.each([
  [{ APPIMAGE, APPDIR }, `${APPDIR}/quick-meeting`, APPIMAGE],
  [{ APPIMAGE, APPDIR: `${APPDIR}/` }, `${APPDIR}/quick-meeting`, APPIMAGE],
  // Started from within another AppImage, which passed its variables on.
  [{ APPIMAGE, APPDIR }, "/opt/Quick Meeting/quick-meeting", null],
  [{ APPIMAGE, APPDIR }, `${APPDIR}2/quick-meeting`, null],
  [{ APPIMAGE }, "/quick-meeting", null],
  [{ APPIMAGE: "here.AppImage", APPDIR }, `${APPDIR}/quick-meeting`, null],
  [{}, "/opt/quick-meeting", null],
])("%j with the program %s is %s", (variables, program, file) => {
  expect(appImageOf(variables, program)).toBe(file);
});
