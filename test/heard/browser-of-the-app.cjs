// Loaded before the app: what it opens in a browser is written down instead, for the person's part to be done there.
const { appendFileSync } = require("node:fs");
const { shell } = require("electron");

shell.openExternal = async (url) => appendFileSync(process.env.HEARD_OPENED, `${url}\n`);
