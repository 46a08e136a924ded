import { chmodSync, mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as messages from "../../../src/diagnostics/messages/index.ts";
import { LEAST } from "../../read/bundles.ts";
import { type BadCase, file } from "./case.ts";

/** Bundles and targets that are not there, or not what they are called. */
export const CALLS: readonly BadCase[] = [
  { name: "a bundle that is not there", says: [messages.bundleNotFound("b.json", undefined)], exit: 2 },
  {
    name: "a bundle whose name is misspelt",
    bundle: LEAST,
    argv: ["bb.json", "-o", "deck.pptx"],
    says: [messages.bundleNotFound("bb.json", "b.json")],
    exit: 2,
  },
  {
    name: "a bundle of 100 MB",
    bundle: "",
    prepare: (f) => truncateSync(join(f, "b.json"), 100 * 1_048_576),
    says: [messages.bundleFileTooLarge("b.json", 20 * 1_048_576)],
    exit: 2,
  },
  {
    name: "a device in place of a bundle",
    argv: ["/dev/zero", "-o", "deck.pptx"],
    says: [messages.bundleNotAFile("/dev/zero")],
    exit: 2,
  },
  {
    name: "a folder without bundles",
    prepare: (f) => mkdirSync(join(f, "in")),
    argv: ["in"],
    says: [messages.folderWithoutBundles("in")],
    exit: 2,
  },
  {
    name: "-o for two bundles",
    bundle: LEAST,
    prepare: file("c.json", "{}"),
    argv: ["b.json", "c.json", "-o", "deck.pptx"],
    says: [messages.outputNeedsOneBundle(2)],
    exit: 2,
  },
  {
    name: "-o and --out-dir",
    bundle: LEAST,
    argv: ["b.json", "-o", "deck.pptx", "--out-dir", "."],
    says: [messages.outputAndFolder()],
    exit: 2,
  },
  {
    name: "a target that is the bundle itself",
    bundle: LEAST,
    argv: ["b.json", "-o", "./b.json"],
    says: [messages.outputIsInput("./b.json")],
    exit: 2,
  },
  {
    name: "two bundles for one target",
    bundle: LEAST,
    prepare: (f) => {
      mkdirSync(join(f, "in"));
      writeFileSync(join(f, "in", "b.json"), JSON.stringify(LEAST));
    },
    argv: ["b.json", "in/b.json"],
    says: [messages.sameOutput("out/b.pptx", ["b.json", "in/b.json"])],
    exit: 2,
  },
  {
    name: "a theme on the command line that does not exist",
    bundle: LEAST,
    argv: ["b.json", "-o", "deck.pptx", "--theme", "bordroom"],
    says: [messages.unknownTheme({}, "bordroom", "boardroom", [])],
    exit: 2,
  },
  {
    name: "a target that is a folder",
    bundle: LEAST,
    prepare: (f) => mkdirSync(join(f, "target")),
    argv: ["b.json", "-o", "target"],
    says: [messages.targetIsFolder("target")],
    exit: 2,
  },
  {
    name: "a target that is write-protected",
    bundle: LEAST,
    prepare: (f) => chmodSync(join(f, "deck.pptx"), 0o444),
    says: [messages.targetProtected("deck.pptx")],
    exit: 2,
  },
  {
    name: "a target below a file",
    bundle: LEAST,
    argv: ["b.json", "-o", "deck.pptx/deck.pptx"],
    says: [messages.targetBelowFile("deck.pptx/deck.pptx")],
    exit: 2,
  },
];
