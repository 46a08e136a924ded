import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { patched } from "../blocks.ts";
import { cli } from "../cli/run.ts";
import { answers } from "./answers.ts";

export const ROOT = join(import.meta.dirname, "..", "..");
export const PAGE = join(ROOT, "docs", "tutorial-conversation.md");
/** The first tutorial, which ends with a deck that is sent. */
export const FIRST_PAGE = join(ROOT, "docs", "tutorial.md");
export const SAMPLE = join(ROOT, "samples", "early-curtain");
/** Where the page takes from what its readers got back. */
const CAME_BACK = "came-back";

/** A folder in which somebody who has installed the package begins. */
export function begin(): string {
  const folder = mkdtempSync(join(tmpdir(), "foredeck-tutorial-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules", "foredeck"));
  return folder;
}

/** Files below a folder, but those of the mails and decks that are written anew by each run, and of what is installed. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !/^(?:out|node_modules)\//.test(name))
    .sort();

/**
 * Does what the page says, block by block, in a folder; returns the page with what its commands print now. What the readers
 * sent back is made anew from the deck as it is sent now, so that it belongs to it.
 */
export async function follow(page: string, folder: string): Promise<string> {
  let printed = "";
  const done: string[] = [];
  let at = 0;
  for (const found of page.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)) {
    const [whole, language = "", file = "", text = ""] = found;
    const path = join(folder, file);
    let now = text;
    if (language === "sh") printed = await commands(text, folder);
    else if (language === "diff") writeFileSync(path, patched(readFileSync(path, "utf8"), text));
    else if (language === "text") now = printed;
    else if (file !== "") writeFileSync(path, text);
    done.push(
      page.slice(at, found.index),
      whole.replace(`\n${text}`, () => `\n${now}`),
    );
    at = found.index + whole.length;
  }
  return [...done, page.slice(at)].join("");
}

/** Carries out the commands of a block and gives all that they print. */
async function commands(text: string, folder: string): Promise<string> {
  let printed = "";
  for (const line of text.split("\n").filter((one) => one !== "")) {
    const [program, ...words] = line.match(/"[^"]*"|\S+/g)?.map((word) => word.replace(/^"|"$/g, "")) ?? [];
    if (program === "cp") copy(words, folder);
    else if (program === "npx" && words[0] === "foredeck") {
      const { exit, all } = await cli(folder, words.slice(1));
      if (exit !== 0) throw new Error(`${line}\nended with ${exit}:\n${all}`);
      printed += all;
    } else throw new Error(`the tutorial has a command that nobody tries: ${line}`);
  }
  return printed;
}

function copy(words: readonly string[], folder: string): void {
  const [from = "", to = ""] = words.filter((word) => !word.startsWith("-"));
  if (!from.endsWith(CAME_BACK)) {
    cpSync(join(folder, from), join(folder, to));
    return;
  }
  const sent = join(folder, "early-curtain.sent", "1.0", "early-curtain-1.0.pptx");
  const mail = readFileSync(join(folder, "out", "early-curtain-1.0", "to-house.txt"), "utf8");
  mkdirSync(join(folder, CAME_BACK));
  for (const [name, bytes] of answers(new Uint8Array(readFileSync(sent)), mail))
    writeFileSync(join(folder, CAME_BACK, name), bytes);
}
