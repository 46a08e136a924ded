import { PARTS } from "../../src/model/bundle/pages.ts";
import { day, type Json } from "./numbers.ts";
import type { Random } from "./random.ts";
import type { Words } from "./words.ts";

/** Gives a bundle what a conversation adds to it: addresses, objections that were raised, decisions and editions; now and then each. */
export function addConversation(bundle: Record<string, unknown>, chance: Random, texts: Words): void {
  const list = (part: string): Record<string, unknown>[] => (bundle[part] ?? []) as Record<string, unknown>[];
  const people = list("stakeholders").flatMap(({ id }) => (typeof id === "string" ? [id] : []));
  for (const person of list("stakeholders"))
    if (chance.chance(0.3)) person["email"] = `${String(person["id"])}@example.com`;
  for (const objection of list("objections")) if (chance.chance(0.2)) objection["raised"] = day(-3);
  if (chance.chance(0.15)) bundle["decided"] = decided(chance, texts, people);
  for (const version of list("history"))
    if (chance.chance(0.1)) version["decided"] = decided(chance, texts, people);
  if (chance.chance(0.25))
    bundle["editions"] = Array.from({ length: chance.int(1, 3) }, (_, n) => ({
      id: `edition-${n + 1}`,
      ...maybe(chance, "for", () => chance.sample(people, chance.int(1, 4))),
      ...maybe(chance, "lead", () => chance.sample(PARTS, chance.int(1, 4))),
      ...maybe(chance, "leave", () => chance.sample(PARTS, chance.int(1, 4))),
      ...maybe(chance, "detail", () => chance.pick(["brief", "full"])),
      ...maybe(chance, "locale", () => chance.pick(["en-GB", "en-US", "fi-FI"])),
    }));
}

const maybe = (chance: Random, field: string, make: () => unknown): Json =>
  chance.chance(0.6) ? { [field]: make() } : {};

function decided(chance: Random, texts: Words, people: readonly string[]): Json {
  const some = (): string[] => Array.from({ length: chance.int(1, 3) }, texts.sentence);
  return {
    result: chance.pick(["yes", "no", "later", "changed"]),
    date: day(31),
    ...maybe(chance, "version", () => "1.0"),
    ...maybe(chance, "approver", () => chance.pick(people)),
    ...maybe(chance, "decision", texts.title),
    ...maybe(chance, "conditions", some),
    ...maybe(chance, "reasons", () =>
      some().map((reason) => ({ reason, ...maybe(chance, "from", () => chance.pick(people)) })),
    ),
    ...maybe(chance, "lessons", some),
  };
}
