import { rmSync } from "node:fs";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Io } from "../../../src/cli/console/io.ts";
import { run } from "../../../src/cli/program.ts";
import { readForm } from "../../../src/conversation/form.ts";
import { Deliveries, SentMail } from "../../../src/model/sent.ts";
import { cli } from "../run.ts";
import { SENDABLE, type Workshop, workshop } from "./bundle.ts";
import { type Post, post } from "./post.ts";

let shop: Workshop;
let desk: Post;
beforeEach(async () => {
  shop = workshop();
  desk = await post();
});
afterEach(async () => {
  await desk.close();
  rmSync(shop.cwd, { recursive: true, force: true });
});

const deliver = (...argv: readonly string[]) =>
  cli(shop.cwd, ["send", "b.json", "--deliver", ...argv], false, { env: { FOREDECK_SMTP_URL: desk.url } });
const got = (): readonly string[] => desk.taken.flatMap(({ to }) => to);
const deliveries = () => Deliveries.parse(JSON.parse(shop.text("b.sent/1.0/deliveries.json"))).deliveries;
/** Parts of the server's address that no output may hold. */
const SECRETS = ["uschi", "pa:ss@w", "pa%3Ass%40w", "127.0.0.1", "smtp://"];
const silent = (ran: { readonly out: string; readonly err: string }): void => {
  for (const secret of SECRETS) expect(ran.out + ran.err).not.toContain(secret);
};

/** Runs with somebody at the terminal, who gives these answers. */
async function asked(answers: string[], argv: readonly string[]) {
  let out = "";
  const questions: string[] = [];
  const stream = {
    colour: false,
    live: true,
    width: 100,
    write: async (chunk: string | Uint8Array) => {
      out += String(chunk);
    },
  };
  const io: Io = {
    out: stream,
    err: stream,
    cwd: shop.cwd,
    env: { FOREDECK_SMTP_URL: desk.url },
    prompt: async () => ({
      ask: async (question) => {
        questions.push(question);
        return answers.shift();
      },
      close: () => undefined,
    }),
  };
  return { exit: await run(argv, io), out, questions };
}

describe("--deliver", () => {
  test("hands each mail to the server once, and notes the message ids", async () => {
    const ran = await deliver("--yes", "--json");
    expect(ran.exit, ran.out).toBe(0);
    silent(ran);
    expect(got()).toEqual(["ann@example.org", "cia@example.com"]);
    expect(JSON.parse(ran.out)).toMatchObject({ delivered: ["head", "cfo"] });
    expect(deliveries().map(({ reader, state }) => [reader, state])).toEqual([
      ["head", "sent"],
      ["cfo", "sent"],
    ]);
    for (const { reader, messageId } of deliveries()) {
      const mail = SentMail.parse(JSON.parse(shop.text("b.sent/1.0/mails", `to-${reader}.json`)));
      expect(messageId).toBe(mail.messageId);
    }
    const again = await deliver("--yes");
    expect(again).toMatchObject({ exit: 0 });
    expect(again.out).toContain("Delivered to cfo before");
    expect(got()).toHaveLength(2);
  });

  test("sends mails that an independent reader finds whole", async () => {
    await deliver("--yes");
    const mail = await PostalMime.parse(desk.taken[1]?.raw ?? "");
    expect(mail.from).toMatchObject({ name: "Bo", address: "bo@example.org" });
    expect(mail.to).toMatchObject([{ name: "Cia", address: "cia@example.com" }]);
    expect(mail.date).toBe("2026-11-18T12:00:00.000Z");
    expect(mail.text?.split("\n")[0]).toBe("Approve the trial");
    expect(readForm(mail.text ?? "")?.version).toBe("1.0");
    expect(mail.headers.some(({ key }) => key === "x-unsent")).toBe(false);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual([
      "b-1.0.pptx",
      "b-1.0-brief.pdf",
      "dates.ics",
    ]);
  });

  test("goes on after an interruption without sending twice", async () => {
    desk.admits = (to) => (to.startsWith("cia") ? "drop" : "yes");
    const first = await deliver("--yes");
    expect(first.exit).toBe(1);
    silent(first);
    expect(first.err).toContain('The mail to "cfo" was not delivered');
    expect(got()).toEqual(["ann@example.org"]);
    desk.admits = () => "yes";
    expect((await deliver("--yes")).exit).toBe(0);
    expect(got()).toEqual(["ann@example.org", "cia@example.com"]);
  });

  test("does not send again by itself what the server may have taken", async () => {
    desk.decide = (to) => (to.startsWith("cia") ? "drop" : "take");
    const first = await deliver("--yes");
    expect(first.exit).toBe(1);
    expect(first.err).toContain("the connection broke before");
    expect(deliveries().find(({ reader }) => reader === "cfo")?.state).toBe("sending");
    desk.decide = () => "take";
    const second = await deliver("--yes");
    expect(second.exit).toBe(1);
    expect(second.err).toContain("--deliver --again cfo");
    expect(got()).toHaveLength(2);
    expect((await deliver("--yes", "--again", "cfo")).exit).toBe(0);
    expect(got()).toHaveLength(3);
    expect((await deliver("--yes")).exit).toBe(0);
    expect(got()).toHaveLength(3);
  });

  test("stops between two mails when it is interrupted", async () => {
    const stop = new AbortController();
    desk.decide = () => {
      stop.abort();
      return "take";
    };
    const ran = await cli(shop.cwd, ["send", "b.json", "--deliver", "--yes"], false, {
      env: { FOREDECK_SMTP_URL: desk.url },
      interrupted: () => stop.signal,
    });
    expect(ran.exit).toBe(130);
    expect(got()).toEqual(["ann@example.org"]);
    expect((await deliver("--yes")).exit).toBe(0);
    expect(got()).toEqual(["ann@example.org", "cia@example.com"]);
  });

  test("says what the server refused, by its number alone", async () => {
    desk.admits = (to) => (to.startsWith("ann") ? "no" : "yes");
    desk.decide = () => "refuse";
    const ran = await deliver("--yes");
    expect(ran.exit).toBe(1);
    silent(ran);
    expect(ran.err).toContain("refused sender or recipient (550)");
    expect(ran.err).toContain("(451)");
    expect(deliveries()).toEqual([]);
  });

  test("keeps user and password to itself when the server does not know them", async () => {
    const url = desk.url.replace("uschi", "ursula");
    const ran = await cli(shop.cwd, ["send", "b.json", "--deliver", "--yes"], false, {
      env: { FOREDECK_SMTP_URL: url },
    });
    expect(ran.exit).toBe(1);
    silent(ran);
    expect(ran.out + ran.err).not.toContain("ursula");
    expect(ran.err).toContain("did not accept user and password (535)");
  });

  test("asks once more, and takes anything but yes for no", async () => {
    const no = await asked([""], ["send", "b.json", "--deliver"]);
    expect(no.exit).toBe(0);
    expect(no.questions).toHaveLength(1);
    expect(no.questions[0]).toContain("ann@example.org, cia@example.com");
    expect(got()).toEqual([]);
    expect((await asked(["y"], ["send", "b.json", "--deliver"])).exit).toBe(0);
    expect(got()).toHaveLength(2);
  });

  test("does nothing where nobody can be asked", async () => {
    const ran = await deliver();
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain("Add --yes");
    expect(shop.files()).toEqual(["b.json"]);
  });

  test("with --dry-run delivers nothing", async () => {
    const ran = await deliver("--dry-run");
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain("would deliver to cia@example.com");
    expect(got()).toEqual([]);
    expect(shop.files()).toEqual(["b.json"]);
  });

  test("needs a sender and an address of every reader", async () => {
    shop.write({ ...SENDABLE, contact: { name: "Bo" } });
    const ran = await deliver("--yes", "--to", "cfo,hr");
    expect(ran.exit).toBe(2);
    expect(ran.err).toContain("Add contact.email");
    expect(ran.err).toContain('"hr" has no e-mail address');
    expect(shop.files()).toEqual(["b.json"]);
  });

  test("takes an address that was added later", async () => {
    expect((await shop.send("--to", "hr")).exit).toBe(0);
    const people = (SENDABLE.stakeholders ?? []).map((person) =>
      person.id === "hr" ? { ...person, email: "dan@example.net" } : person,
    );
    shop.write({ ...SENDABLE, stakeholders: people });
    const ran = await deliver("--yes", "--to", "hr");
    expect(ran.exit, ran.err).toBe(0);
    expect(got()).toEqual(["dan@example.net"]);
  });

  test.each([undefined, "", "mail.example.com", "http://mail.example.com", "smtp://a:%zz@mail.example.com"])(
    "refuses %j as a server, and does not repeat it",
    async (url) => {
      const ran = await cli(shop.cwd, ["send", "b.json", "--deliver", "--yes"], false, {
        env: url === undefined ? {} : { FOREDECK_SMTP_URL: url },
      });
      expect(ran.exit).toBe(2);
      expect(ran.err).toContain("FOREDECK_SMTP_URL");
      if (url) expect(ran.err).not.toContain(url);
      expect(shop.files()).toEqual(["b.json"]);
    },
  );

  test("fails where no server is", async () => {
    await desk.close();
    const ran = await deliver("--yes");
    expect(ran.exit).toBe(1);
    silent(ran);
    expect(deliveries()).toEqual([]);
    desk = await post();
  });
});

test("--again goes with --deliver", async () => {
  expect((await shop.send("--again", "cfo")).exit).toBe(2);
});
