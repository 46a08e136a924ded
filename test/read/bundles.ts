import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import type { Host } from "../../src/host/host.ts";
import { type ReadResult, readBundle } from "../../src/read/index.ts";
import { memoryHost } from "./memory.ts";

/** The least that is a bundle. */
export const LEAST = {
  title: "Open on Sundays",
  why: { statement: "Families are free on Sundays." },
  goals: [{ id: "use", name: "More visits" }],
  stakeholders: [{ id: "head", name: "Sian Prothero", role: "Head teacher" }],
  metrics: [
    {
      id: "visits",
      name: "Visits",
      values: [
        { period: "2026-Q1", value: 10 },
        { period: "2026-Q2", value: 12 },
      ],
    },
  ],
  quotes: [{ id: "q", from: "head", text: "It is about a warm room." }],
};

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export const read = (bundle: string | Uint8Array | object, host: Host = memoryHost()): Promise<ReadResult> =>
  readBundle(
    bundle instanceof Uint8Array
      ? bundle
      : encode(typeof bundle === "string" ? bundle : JSON.stringify(bundle, undefined, 2)),
    "b.json",
    host,
    ".",
  );

/** What reading refuses; fails where it does not. */
export async function refused(
  bundle: string | Uint8Array | object,
  host?: Host,
): Promise<readonly Diagnostic[]> {
  try {
    await read(bundle, host);
  } catch (cause) {
    if (cause instanceof DiagnosticsError) return cause.diagnostics;
    throw cause;
  }
  throw new Error("the bundle was accepted");
}

/** Without place and path, as the message function makes it: for comparing wording. */
export const said = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.map(({ place: _place, path: _path, ...rest }) => rest);

/** "line:column" of each. */
export const spots = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map((d) => `${d.place?.line}:${d.place?.column}`);
