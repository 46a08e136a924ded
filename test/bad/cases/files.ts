import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as messages from "../../../src/diagnostics/messages/index.ts";
import { LEAST } from "../../read/bundles.ts";
import { type BadCase, file, metric } from "./case.ts";

const CSV = { csv: "data.csv", period: "month", value: "n" };
const picture = (file: string) => ({
  ...LEAST,
  pictures: [{ id: "p", file, alt: "A drawing", message: "It is drawn" }],
});

/** CSV files and pictures that a bundle names and nobody can read. */
export const FILES: readonly BadCase[] = [
  {
    name: "a CSV file that is missing",
    bundle: metric(CSV),
    says: [messages.attachmentMissing({}, "CSV file", "data.csv")],
    exit: 1,
  },
  {
    name: "a CSV file that is a folder",
    bundle: metric(CSV),
    prepare: (f) => mkdirSync(join(f, "data.csv")),
    says: [messages.attachmentUnreadable({}, "CSV file", "data.csv", "folder")],
    exit: 1,
  },
  {
    name: "a CSV file whose encoding is not clear",
    bundle: metric(CSV),
    prepare: file("data.csv", Uint8Array.from([0x6d, 0x81])),
    says: [messages.csvEncoding({})],
    exit: 1,
  },
  {
    name: "a bad cell",
    bundle: metric(CSV),
    prepare: file("data.csv", "month,n\n2026-01,many\n"),
    says: [messages.tableNumber({}, "many", messages.column("n"), "number")],
    exit: 1,
  },
  {
    name: "a column that is missing",
    bundle: metric(CSV),
    prepare: file("data.csv", "months,n\n2026-01,1\n"),
    says: [messages.tableNoColumn({}, messages.column("month"), "data.csv", "months", [])],
    exit: 1,
  },
  {
    name: "a quotation mark that is not closed",
    bundle: metric(CSV),
    prepare: file("data.csv", 'month,n\n2026-01,"1\n'),
    says: [messages.csvBroken({}, "quote")],
    exit: 1,
  },
  {
    name: "a CSV file of 100 MB",
    bundle: metric(CSV),
    prepare: (f) => {
      writeFileSync(join(f, "data.csv"), "");
      truncateSync(join(f, "data.csv"), 100 * 1_048_576);
    },
    says: [messages.attachmentTooLarge({}, "CSV file", "data.csv", 20 * 1_048_576)],
    exit: 1,
  },
  {
    name: "a path that climbs out",
    bundle: metric({ ...CSV, csv: "../data.csv" }),
    says: [messages.attachmentOutside({}, "CSV file", "../data.csv")],
    exit: 1,
  },
  {
    name: "an absolute path",
    bundle: metric({ ...CSV, csv: "/etc/passwd" }),
    says: [messages.attachmentOutside({}, "CSV file", "/etc/passwd")],
    exit: 1,
  },
  {
    name: "a link that leads out",
    bundle: metric(CSV),
    prepare: (f) => symlinkSync("/etc/passwd", join(f, "data.csv")),
    says: [messages.attachmentOutside({}, "CSV file", "data.csv")],
    exit: 1,
  },
  {
    name: "a picture on the network",
    bundle: picture("https://example.com/p.png"),
    says: [messages.attachmentRemote({}, "picture", "https://example.com/p.png")],
    exit: 1,
  },
  {
    name: "a picture that is missing",
    bundle: picture("p.png"),
    says: [messages.attachmentMissing({}, "picture", "p.png")],
    exit: 1,
  },
  {
    name: "a picture that is a web page",
    bundle: picture("p.png"),
    prepare: file("p.png", "<!doctype html>"),
    says: [messages.notAPicture({}, "p.png", "a web page")],
    exit: 1,
  },
  {
    name: "a picture that is cut off",
    bundle: picture("p.png"),
    prepare: file("p.png", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])),
    says: [messages.pictureBroken({}, "p.png", "cut")],
    exit: 1,
  },
];
