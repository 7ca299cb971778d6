/**
 * Sets every fuse of the packaged Electron. Done here and not by electron-builder, whose own list lacks
 * the newest fuse, so that its strict check would fail.
 * @see https://www.electronjs.org/docs/latest/tutorial/fuses
 */
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const { fuseOptions } = require("./fuses.cjs");

exports.default = async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const { flipFuses } = await import("@electron/fuses");
  const { productFilename } = packager.appInfo;
  const names = {
    darwin: `${productFilename}.app`,
    win32: `${productFilename}.exe`,
    linux: packager.executableName,
  };
  const path = join(appOutDir, names[electronPlatformName]);
  if (!existsSync(path)) throw new Error(`There is no executable to set fuses in: ${path}`);
  await flipFuses(path, await fuseOptions(electronPlatformName));
};
