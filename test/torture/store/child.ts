import { flushCompileCache } from "node:module";

import * as v from "valibot";

import { installFaults } from "./faulty-fs.ts";

const cases = { count: v.number(), seed: v.number(), folder: v.string() };
const task = v.variant("run", [
  v.object({
    run: v.literal("life"),
    store: v.picklist(["app", "naive"]),
    folder: v.string(),
    from: v.number(),
    age: v.number(),
    signIns: v.number(),
  }),
  v.object({
    run: v.literal("list-life"),
    folder: v.string(),
    age: v.number(),
    earlier: v.number(),
  }),
  v.object({ run: v.literal("file-faults"), ...cases }),
  v.object({ run: v.literal("keyring-faults"), ...cases }),
]);

/** The only entry of the bundle: argv says which part of it to be. */
async function be(): Promise<void> {
  const asked = v.parse(task, JSON.parse(process.argv[2] ?? "null"));
  switch (asked.run) {
    case "life": {
      const { live } = await import("./life.ts");
      await live(asked);
      // Who is killed leaves no compile cache behind: one life that ends by itself makes it for all.
      return flushCompileCache();
    }
    case "list-life": {
      const { liveWithList } = await import("./list-life.ts");
      return liveWithList(asked);
    }
    case "file-faults": {
      // First of all: whoever is loaded takes the functions of node:fs as they are then.
      installFaults();
      const { failFileCalls } = await import("./file-faults.ts");
      return tell(await failFileCalls(asked.count, asked.seed, asked.folder));
    }
    case "keyring-faults": {
      const { failKeyring } = await import("./keyring-faults.ts");
      return tell(await failKeyring(asked.count, asked.seed, asked.folder));
    }
  }
}

const tell = (figures: object) => console.log(JSON.stringify(figures));

void be();
