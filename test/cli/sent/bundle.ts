import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bundle } from "../../../src/model/bundle/index.ts";
import { SOUND } from "../../rules/sound.ts";
import { cli } from "../run.ts";

/** Words of the bundle that nobody but its author may read. */
export const PRIVATE = {
  concern: "Fears for the crayfish quota",
  objection: "Nobody asked the ferrymen",
  answer: "Nobody will until Lent",
  stance: "opponent",
} as const;

/** A sound bundle that can be sent: two readers with addresses, one without, and the author. */
export const SENDABLE: Bundle = {
  ...SOUND,
  version: "1.0",
  contact: { name: "Bo", role: "Lead", email: "bo@example.org" },
  meeting: { name: "Board", date: "2026-12-02", time: "09:30", timezone: "Europe/Helsinki", minutes: 45 },
  stakeholders: [
    ...(SOUND.stakeholders ?? []).map((person) =>
      person.id === "head"
        ? {
            ...person,
            email: "ann@example.org",
            stance: PRIVATE.stance,
            influence: 4,
            concern: PRIVATE.concern,
          }
        : person,
    ),
    { id: "cfo", name: "Cia", role: "Finance", part: "gatekeeper", email: "cia@example.com", influence: 5 },
    { id: "hr", name: "Dan", role: "People", part: "informed" },
  ],
};

/** A folder with a bundle in it. */
export function workshop(bundle: unknown = SENDABLE): Workshop {
  const cwd = mkdtempSync(join(tmpdir(), "foredeck-send-"));
  const write = (next: unknown): void =>
    writeFileSync(
      join(cwd, "b.json"),
      typeof next === "string" ? next : `${JSON.stringify(next, undefined, 2)}\n`,
    );
  write(bundle);
  return {
    cwd,
    write,
    send: (...argv) => cli(cwd, ["send", "b.json", ...argv]),
    text: (...path) => readFileSync(join(cwd, ...path), "utf8"),
    files: (folder = ".") =>
      readdirSync(join(cwd, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(cwd, folder).length + 1))
        .sort(),
  };
}

export interface Workshop {
  readonly cwd: string;
  readonly write: (bundle: unknown) => void;
  readonly send: (...argv: readonly string[]) => ReturnType<typeof cli>;
  readonly text: (...path: readonly string[]) => string;
  readonly files: (folder?: string) => readonly string[];
}
