import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { calendarText, instantOf } from "../../src/conversation/calendar.ts";
import { SENDING, tongueOf } from "./sending.ts";

const english = tongueOf("en-GB");

/** Entries as an independent reader finds them. */
function entries(text = ""): readonly ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
}

describe("calendar entries", () => {
  test("give the day of the decision, and the meeting in UTC", () => {
    const [decision, meeting] = entries(calendarText(SENDING, english, "gate"));
    expect(decision?.startDate.isDate).toBe(true);
    expect(decision?.startDate.toString()).toBe("2026-12-04");
    expect(decision?.summary).toContain(SENDING.title);
    expect(meeting?.startDate.toString()).toBe("2026-12-02T07:30:00Z");
    expect(meeting?.endDate.toString()).toBe("2026-12-02T08:15:00Z");
    expect(meeting?.location).toBe("Gate house; upper floor, left");
    expect(meeting?.description).toContain(`${SENDING.ask}\n`);
  });

  test("of the next version have the same ids and a higher sequence", () => {
    const both = [SENDING, { ...SENDING, version: "1.2", revision: 2, by: "2026-12-07" }].map((each) =>
      entries(calendarText(each, english, "gate")).map(({ uid, sequence }) => ({ uid, sequence })),
    );
    expect(both[0]?.map(({ uid }) => uid)).toEqual(both[1]?.map(({ uid }) => uid));
    expect(both[0]?.every(({ sequence }, n) => sequence < (both[1]?.[n]?.sequence ?? 0))).toBe(true);
  });

  test("are folded at 75 bytes with CRLF, and come back whole", () => {
    const title = `${"Päätös, ; \\ ".repeat(9)}${"😀".repeat(40)}`.slice(0, 180);
    const text = calendarText({ ...SENDING, title }, english, "gate") ?? "";
    const lines = text.split("\r\n");
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(entries(text)[0]?.summary).toContain(title.trim());
  });

  test("take no line of their own from a name", () => {
    const meeting = { ...SENDING.meeting, name: "Board\r\nEND:VEVENT\r\nBEGIN:VEVENT", date: "2026-12-02" };
    expect(entries(calendarText({ ...SENDING, meeting }, english, "gate"))).toHaveLength(2);
  });

  test("without time last all day; without a zone they float; without minutes they have no end", () => {
    const at = (more: object) =>
      entries(
        calendarText({ ...SENDING, meeting: { name: "Board", date: "2026-12-02", ...more } }, english, "g"),
      )[1];
    expect(at({})?.startDate.isDate).toBe(true);
    expect(at({ time: "09:30" })?.startDate.toString()).toBe("2026-12-02T09:30:00");
    expect(at({ time: "09:30" })?.component.getFirstProperty("dtend")).toBeNull();
  });

  test("are none where a bundle names no day", () => {
    const { by: _, meeting: _m, ...rest } = SENDING;
    expect(calendarText(rest, english, "gate")).toBeUndefined();
  });
});

describe("the instant of a time", () => {
  test.each([
    ["2026-07-01", "09:00", "Europe/Helsinki", "2026-07-01T06:00:00.000Z"],
    ["2026-12-01", "09:00", "Europe/Helsinki", "2026-12-01T07:00:00.000Z"],
    ["2026-12-01", "13:00", "America/New_York", "2026-12-01T18:00:00.000Z"],
    ["2026-12-01", "00:15", "Asia/Kathmandu", "2026-11-30T18:30:00.000Z"],
    ["2026-12-01", "23:30", "Pacific/Kiritimati", "2026-12-01T09:30:00.000Z"],
    // Clocks go from 3 to 4 and, in autumn, from 4 to 3: the hour that is skipped, and the first of the two.
    ["2026-03-29", "03:30", "Europe/Helsinki", "2026-03-29T01:30:00.000Z"],
    ["2026-10-25", "03:30", "Europe/Helsinki", "2026-10-25T00:30:00.000Z"],
  ])("%s %s in %s", (day, time, zone, utc) => {
    expect(instantOf(day, time, zone).toISOString()).toBe(utc);
  });
});
