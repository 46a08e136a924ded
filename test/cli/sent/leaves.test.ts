import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { unzipSync } from "fflate";
import PostalMime from "postal-mime";
import { afterEach, describe, expect, test } from "vitest";
import type { Bundle } from "../../../src/model/bundle/index.ts";
import { PRIVATE, SENDABLE, type Workshop, workshop } from "./bundle.ts";

let shop: Workshop;
afterEach(() => rmSync(shop.cwd, { recursive: true, force: true }));

const decoder = new TextDecoder();

/** All that stands in a file, as somebody with any tool would find it: parts of archives and mails among it. */
async function contents(name: string, bytes: Uint8Array): Promise<readonly (readonly [string, string])[]> {
  const inner: (readonly [string, string])[] = [];
  if (/\.(?:pptx|xlsx)$/.test(name))
    for (const [part, content] of Object.entries(unzipSync(bytes)))
      inner.push(...(await contents(`${name}/${part}`, content)));
  else if (name.endsWith(".eml")) {
    const mail = await PostalMime.parse(bytes);
    for (const [part, text] of [
      ["text", mail.text],
      ["html", mail.html],
      ["headers", JSON.stringify(mail.headers)],
    ] as const)
      inner.push([`${name}/${part}`, text ?? ""]);
    for (const { filename, content } of mail.attachments)
      inner.push(...(await contents(`${name}/${filename}`, new Uint8Array(content as ArrayBuffer))));
  }
  if (name.endsWith(".pdf")) inner.push([`${name}/streams`, pdfText(bytes)]);
  // Links hold their words percent-encoded.
  const text = decoder.decode(bytes);
  return [[name, text], [`${name} decoded`, text.replace(/%[0-9A-F]{2}/g, (code) => safely(code))], ...inner];
}

/**
 * The streams of a PDF unpacked, and its strings that are UTF-16: descriptions, alternative texts and what its marks say
 * (ISO 32000-2, 7.9.2.2). Letters on pages are numbers of glyphs there; test:render reads those.
 */
function pdfText(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes).toString("latin1");
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, content = ""]) => {
    try {
      return inflateSync(Buffer.from(content, "latin1")).toString("latin1");
    } catch {
      // A stream that is not packed stands in the file as it is.
      return content;
    }
  });
  const all = [raw, ...streams].join("\n");
  const wide = [...all.matchAll(/<FEFF([0-9A-F\s]*)>/gi)].map(([, hex = ""]) =>
    Buffer.from(hex.replace(/\s/g, ""), "hex").swap16().toString("utf16le"),
  );
  return [...streams, ...wide].join("\n");
}

const safely = (code: string): string => String.fromCharCode(Number.parseInt(code.slice(1), 16));

async function everythingThatLeaves(): Promise<readonly (readonly [string, string])[]> {
  const all = await Promise.all(
    shop.files("out").map((name) => contents(name, readFileSync(join(shop.cwd, "out", name)))),
  );
  return all.flat();
}

/** Objections are the author's own where they have no page. */
const bundle: Bundle = {
  ...SENDABLE,
  leave: ["objections"],
  objections: [
    ...(SENDABLE.objections ?? []),
    { id: "ferry", objection: PRIVATE.objection, from: "cfo", answer: PRIVATE.answer, evidence: ["wait"] },
  ],
};
const ADDRESSES = ["ann@example.org", "cia@example.com"];
/** Fields of a bundle as paths of it are written. */
const PATHS =
  /\b(?:stakeholders|objections|metrics|quotes|goals|why|ask|plan|history)(?:\[\d+\]|\.(?:reasons|statement|decision|next|by)\b)/;

describe("nothing private leaves", () => {
  test.each([
    ["a final deck", {}, [] as string[]],
    [
      "a draft that is sent all the same",
      { status: "draft" as const },
      ["--anyway", "A reason for the file"],
    ],
  ])("with %s: no stance, concern, objection, reason, or path of the bundle", async (_name, more, argv) => {
    shop = workshop({ ...bundle, ...more });
    const ran = await shop.send(...argv);
    expect(ran.exit, ran.err).toBe(0);
    const all = await everythingThatLeaves();
    expect(all.length).toBeGreaterThan(100);
    const inPdf = all.filter(([name]) => name.endsWith(".pdf/streams"));
    expect(inPdf.some(([, text]) => text.includes("Answer faster"))).toBe(true);
    const words = [
      PRIVATE.concern,
      PRIVATE.objection,
      PRIVATE.answer,
      PRIVATE.stance,
      "A reason for the file",
    ];
    for (const word of words)
      expect(
        all.filter(([, text]) => text.includes(word)).map(([name]) => name),
        word,
      ).toEqual([]);
    expect(
      all.filter(([, text]) => PATHS.test(text)).map(([name, text]) => [name, PATHS.exec(text)?.[0]]),
    ).toEqual([]);
  });

  test("and a reader's address stands in their own mail and in the list of links alone", async () => {
    shop = workshop(bundle);
    await shop.send();
    const all = await everythingThatLeaves();
    for (const [n, address] of ADDRESSES.entries()) {
      const found = all
        .filter(([, text]) => text.includes(address))
        .map(([name]) => name.split(/\/| decoded/)[1]);
      expect([...new Set(found)].sort()).toEqual(
        ["mails.html", `to-${n === 0 ? "head" : "cfo"}.eml`, `to-${n === 0 ? "head" : "cfo"}.txt`].sort(),
      );
    }
  });

  test("also where stances are shown, addresses stay out of the deck", async () => {
    shop = workshop({ ...bundle, show: "stances" });
    await shop.send();
    const deck = await contents("d.pptx", readFileSync(join(shop.cwd, "out/b-1.0/b-1.0.pptx")));
    for (const address of ADDRESSES) expect(deck.filter(([, text]) => text.includes(address))).toEqual([]);
  });
});

describe("names and titles with line breaks", () => {
  const nasty = "Eve\r\nBcc: eve@example.net\r\n\r\n<script>";

  test("add no header, no part and no event", async () => {
    shop = workshop({
      ...SENDABLE,
      title: `Answer faster ${nasty}`,
      contact: { name: nasty, role: nasty, email: "bo@example.org" },
      stakeholders: (SENDABLE.stakeholders ?? []).map((person) => ({
        ...person,
        name: `${person.name} ${nasty}`,
      })),
    });
    const ran = await shop.send();
    if (ran.exit !== 0) {
      // Refused with a place is as good.
      expect(ran.err).toContain("b.json:");
      return;
    }
    for (const name of shop.files("out").filter((each) => each.endsWith(".eml"))) {
      const mail = await PostalMime.parse(readFileSync(join(shop.cwd, "out", name)));
      expect(mail.bcc ?? []).toEqual([]);
      expect(mail.headers.map(({ key }) => key).filter((key) => /bcc|script/.test(key))).toEqual([]);
      expect(mail.attachments.map(({ filename }) => filename)).toEqual([
        "b-1.0.pptx",
        "b-1.0-brief.pdf",
        "dates.ics",
      ]);
      expect(mail.html).not.toContain("<script>");
    }
    const dates = shop.text("out/b-1.0/dates.ics");
    expect(dates.match(/^BEGIN:VEVENT/gm)).toHaveLength(2);
    expect(dates).not.toMatch(/^Bcc/m);
    expect(shop.text("out/b-1.0/mails.html")).not.toContain("<script>");
  });
});

describe("a mail as a file", () => {
  test("opens as a draft from the contact, and carries the deck byte for byte", async () => {
    shop = workshop();
    await shop.send();
    const bytes = readFileSync(join(shop.cwd, "out/b-1.0/to-head.eml"));
    const mail = await PostalMime.parse(bytes);
    expect(mail.headers.find(({ key }) => key === "x-unsent")?.value).toBe("1");
    expect(mail.from).toMatchObject({ name: "Bo", address: "bo@example.org" });
    expect(mail.to).toMatchObject([{ name: "Ann", address: "ann@example.org" }]);
    expect(mail.messageId).toMatch(/^<[0-9a-f]{32}@example\.org>$/);
    const [deck] = mail.attachments;
    expect(new Uint8Array(deck?.content as ArrayBuffer)).toEqual(
      new Uint8Array(readFileSync(join(shop.cwd, "out/b-1.0/b-1.0.pptx"))),
    );
    // Lines of a mail end with CRLF, and none is longer than RFC 5322 allows.
    const lines = decoder.decode(bytes).split("\r\n");
    expect(lines.filter((line) => /[\r\n]/.test(line) || line.length > 998)).toEqual([]);
  });

  test("without an address of its reader has no To, to be filled in", async () => {
    shop = workshop();
    await shop.send("--to", "hr");
    const mail = await PostalMime.parse(readFileSync(join(shop.cwd, "out/b-1.0/to-hr.eml")));
    expect(mail.to ?? []).toEqual([]);
    expect(shop.text("out/b-1.0/mails.html")).toContain("<li>Dan</li>");
  });
});
