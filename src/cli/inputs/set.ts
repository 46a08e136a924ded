import { findNodeAtLocation } from "jsonc-parser";
import { treeOf } from "../../base/jsonc.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/project.ts";
import type { Host } from "../../host/host.ts";

/** Fields that may be set from outside: when and which version it is, and nothing that carries the argument. */
const FIELDS: readonly string[] = [
  ...["date", "version", "status", "confidentiality"],
  ...["meeting.date", "meeting.time", "meeting.place"],
];

/** Values from outside, by their fields. */
type Settings = ReadonlyMap<string, string>;

/**
 * The values of --set, each key=value; of one that is set twice the last counts.
 * @throws DiagnosticsError with exit 2 for another form, and for a field that may not be set.
 */
function settingsOf(texts: readonly string[]): Settings {
  const settings = new Map<string, string>();
  for (const text of texts) {
    const [, key = "", value = ""] = /^([^=]+)=(.*)$/su.exec(text) ?? [];
    if (key === "") throw new DiagnosticsError([messages.setNoValue(text)], 2);
    if (!FIELDS.includes(key)) throw new DiagnosticsError([messages.setRefused(key, FIELDS)], 2);
    settings.set(key, value);
  }
  return settings;
}

/**
 * Bytes of a bundle with values from outside. Lines stay where they are, so that findings name those of the file. A text
 * that is no object stays as it is: reading says what is wrong with it.
 */
export function withSettings(bytes: Uint8Array, settings: Settings): Uint8Array {
  let text = new TextDecoder().decode(bytes);
  for (const [key, value] of settings) {
    const root = treeOf(text);
    if (root?.type !== "object") return bytes;
    const path = key.split(".");
    const written = JSON.stringify(value);
    const known = findNodeAtLocation(root, path);
    const holder = findNodeAtLocation(root, path.slice(0, -1)) ?? root;
    if (known !== undefined)
      text = text.slice(0, known.offset) + written + text.slice(known.offset + known.length);
    else if (holder.type === "object") {
      const missing = holder === root && path.length > 1;
      const member = missing
        ? `${JSON.stringify(path[0])}: { ${JSON.stringify(path[1])}: ${written} }`
        : `${JSON.stringify(path.at(-1))}: ${written}`;
      const comma = (holder.children ?? []).length > 0 ? ", " : " ";
      text = `${text.slice(0, holder.offset + 1)} ${member}${comma}${text.slice(holder.offset + 1)}`;
    }
  }
  return new TextEncoder().encode(text);
}

/** A host for which bundles, by their whole paths, hold the values that are set. */
export function withSet(host: Host, bundles: readonly string[], texts: readonly string[] = []): Host {
  if (texts.length === 0) return host;
  const settings = settingsOf(texts);
  return {
    ...host,
    read: async (path, most) => {
      const bytes = await host.read(path, most);
      return bundles.includes(path) ? withSettings(bytes, settings) : bytes;
    },
  };
}
