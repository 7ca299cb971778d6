import { registerHooks } from "node:module";

/** Makes `electron` resolve to the stand-in, for import and for require. */
const url = new URL("./electron.ts", import.meta.url).href;
const versions = { electron: "45.4.1", chrome: "156.0.0.0" };

for (const [name, value] of Object.entries(versions))
  Object.defineProperty(process.versions, name, { value, enumerable: true });
Object.assign(process, { type: "browser", defaultApp: true, resourcesPath: process.cwd() });

registerHooks({
  resolve(specifier, context, next) {
    if (!/^electron(\/(main|common))?$/u.test(specifier)) return next(specifier, context);
    return { url, format: "module-typescript", shortCircuit: true };
  },
});
