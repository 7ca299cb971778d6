/**
 * The file of the AppImage this app runs from; null where it runs from none. Whatever an AppImage starts inherits
 * its variables, so the program itself has to lie in what is mounted.
 * @see https://docs.appimage.org/packaging-guide/environment-variables.html
 */
export function appImageOf(variables: NodeJS.ProcessEnv, program: string): string | null {
  const { APPIMAGE = "", APPDIR = "" } = variables;
  const isInside = APPDIR !== "" && program.startsWith(`${APPDIR.replace(/\/+$/u, "")}/`);
  return isInside && APPIMAGE.startsWith("/") ? APPIMAGE : null;
}
