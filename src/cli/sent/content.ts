import { digestOf } from "../cache/store.ts";

type Json = unknown;
type Fields = Readonly<Record<string, Json>>;

const isFields = (value: Json): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A bundle as far as it says something to its readers: without the schema's address, addresses of readers, to whom it was
 * sent, and what was decided on it since.
 */
function said(bundle: Json, version: string): Fields {
  if (!isFields(bundle)) return {};
  const { $schema: _, decided: _d, stakeholders, history, ...rest } = bundle;
  const others = Array.isArray(history)
    ? history.flatMap((entry: Json): readonly Json[] => {
        if (!isFields(entry) || entry["version"] !== version) return [entry];
        // An entry that only says that it was sent is the one that sending has added.
        const { version: _v, date: _d, sentTo: _s, ...more } = entry;
        return Object.keys(more).length === 0 ? [] : [{ version, ...more }];
      })
    : [];
  return {
    ...rest,
    ...(Array.isArray(stakeholders) ? { stakeholders: stakeholders.map(withoutAddress) } : {}),
    ...(others.length > 0 ? { history: others } : {}),
  };
}

function withoutAddress(person: Json): Json {
  if (!isFields(person)) return person;
  const { email: _, ...rest } = person;
  return rest;
}

/** JSON with the fields of every object in order of name. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isFields(value)) return JSON.stringify(value) ?? "null";
  const fields = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${fields.join(",")}}`;
}

/** Content of a version: the bundle as parsed, and the digest of each file that it read. */
export interface Content {
  readonly bundle: Json;
  readonly read: Readonly<Record<string, string>>;
}

/** Digest of all that a version says; comments, layout and readers do not count. */
export const contentDigest = ({ bundle, read }: Content, version: string): string =>
  digestOf(canonical(said(bundle, version)), canonical(read));

/** Fields and files in which two contents differ. */
export function differences(before: Content, now: Content, version: string): readonly string[] {
  const [a, b] = [said(before.bundle, version), said(now.bundle, version)];
  const apart = (one: Fields, other: Fields): readonly string[] =>
    [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
      (key) => canonical(one[key]) !== canonical(other[key]),
    );
  return [...apart(a, b), ...apart(before.read, now.read)];
}
