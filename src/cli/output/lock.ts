import { open, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { OpenBy } from "../../diagnostics/messages/edits.ts";
import { codeOf } from "../../host/failure.ts";

/** More than a file that says who has a document open ever holds. */
const MOST = 4_096;

/**
 * Returns the user who has a deck open, according to a file beside it: PowerPoint writes ~$deck.pptx,
 * LibreOffice .~lock.deck.pptx#. A crash may leave one behind.
 */
export async function openBy(path: string): Promise<OpenBy | undefined> {
  // Programs look at the file behind a link.
  const real = await realpath(path).catch(() => path);
  const beside = (name: string): string => join(dirname(real), name);
  const ours = beside(`~$${basename(real)}`);
  const owner = await startOf(ours);
  if (owner !== undefined) return said("PowerPoint", ours, ownerIn(owner));
  const theirs = beside(`.~lock.${basename(real)}#`);
  const lock = await startOf(theirs);
  return lock === undefined ? undefined : said("LibreOffice", theirs, lockOwnerIn(lock.toString("utf8")));
}

const said = (program: string, file: string, person: string): OpenBy => ({
  program,
  file: basename(file),
  ...(person === "" ? {} : { person }),
});

async function startOf(path: string): Promise<Buffer | undefined> {
  try {
    const file = await open(path, "r");
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST), 0, MOST, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    const code = codeOf(cause);
    if (code === undefined) throw cause;
    // One that is there and may not be read still says that the deck is open: PowerPoint holds it on Windows.
    return ["EBUSY", "EACCES", "EPERM"].includes(code) ? Buffer.alloc(0) : undefined;
  }
}

/** Longest user name that Office takes. */
const NAME = 52;

/**
 * The user name in an owner file. Nobody specifies it; as LibreOffice reads it: its length and the name in the code page
 * of the machine, then from byte 55 (54 where the program is Word) the length once more and the name in UTF-16.
 */
function ownerIn(bytes: Buffer): string {
  for (const at of [55, 54]) {
    if (bytes.length < at + 2) continue;
    const length = bytes.readUInt16LE(at);
    const end = at + 2 + 2 * length;
    if (length > 0 && length <= NAME && end <= bytes.length)
      return bytes.toString("utf16le", at + 2, end).trim();
  }
  const length = bytes[0] ?? 0;
  return length > NAME ? "" : bytes.toString("latin1", 1, 1 + length).trim();
}

/** The first field that holds something of: name of the person, of the account. A backslash takes a comma for a letter. */
function lockOwnerIn(text: string): string {
  const fields = (text.split(";")[0] ?? "").match(/(?:\\.|[^,\\])*/g) ?? [];
  return fields.map((field) => field.replaceAll(/\\(.)/g, "$1").trim()).find((field) => field !== "") ?? "";
}
