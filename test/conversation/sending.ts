import type { Sending, Tongue } from "../../src/conversation/sending.ts";
import { localeOf } from "../../src/locales/index.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";

/** A sending with every field, for the tests of what is made of it. */
export const SENDING: Sending = {
  title: "Open the east gate on Sundays",
  purpose: "decide",
  version: "1.1",
  date: "2026-11-18",
  revision: 1,
  ask: "Approve Sunday opening of the east gate until June",
  why: "Families stand before a closed gate on the only day they are free.",
  approver: "warden",
  by: "2026-12-04",
  minutes: 9,
  meeting: {
    name: "Park board",
    date: "2026-12-02",
    time: "09:30",
    timezone: "Europe/Helsinki",
    minutes: 45,
    place: "Gate house; upper floor, left",
  },
  contact: { name: "Ines Falk", role: "Head of visitors", email: "ines.falk@example.org" },
  changed: { before: "1.0", note: "Two gates instead of three" },
  mark: { version: "1.1", digest: "0123456789abcdef".repeat(4) },
  files: ["gate-1.1.pptx", "dates.ics"],
};

export function tongueOf(tag: string): Tongue {
  const locale = localeOf(tag);
  return { locale, words: createPhrasebook(locale).words };
}
