import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cli } from "../run.ts";
import { workshop } from "../sent/bundle.ts";

const shop = workshop();
const { cwd } = shop;
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
beforeAll(async () => {
  const { exit, err } = await shop.send();
  expect(exit, err).toBe(0);
});

const pull = async (name: string, bytes: string | Uint8Array) => {
  writeFileSync(join(cwd, name), bytes);
  const { exit, out, err } = await cli(cwd, ["pull", "b.json", name, "--dry-run", "--json"]);
  return { exit, err, replies: exit === 0 ? JSON.parse(out).replies : [] };
};

test("a mail that quotes the one that was sent, in whatever program, has its own words alone", async () => {
  const [, quoted = ""] = shop.text("out", "b-1.0", "to-cfo.txt").split(/\n\n(.*)/s);
  const said = quoted.replace(/^(2\. .*\n)/m, "$1The fog\n");
  const above = "Von: Bo <bo@example.org>\nGesendet: Montag\nAn: Cia\nBetreff: Ferry";
  const text = `From: Cia <cia@example.com>\nContent-Type: text/plain; charset=utf-8\n\nGladly.\n\n${above}\n\n${said}`;
  const { replies } = await pull("reply.eml", text);
  expect(replies).toMatchObject([
    { who: "Cia", email: "cia@example.com", words: "Gladly.", holdsBack: "The fog", version: "1.0" },
  ]);
  expect((await pull("bare.txt", said)).replies).toMatchObject([{ words: "", holdsBack: "The fog" }]);
});

test("a mail that was saved as text has its sender, in whatever language the fields are", async () => {
  for (const [from, sent, to] of [
    ["From", "Sent", "To"],
    ["Lähettäjä", "Lähetetty", "Vastaanottaja"],
    ["Von", "Gesendet", "An"],
  ]) {
    const fields = `${from}:\tCia\r\n${sent}:\ttorstai 12. marraskuuta 2026 10.00\r\n${to}:\tBo\r\n`;
    const { replies } = await pull("saved.txt", `${fields}\r\nFine with me.\r\n`);
    expect(replies, from).toMatchObject([{ who: "Cia", words: "Fine with me." }]);
  }
  const words = "Decision: yes\nCost: as it is\nTime: a year\n\nCia";
  expect((await pull("words.txt", words)).replies).toMatchObject([{ who: "", words }]);
});

test("a file that is no mail is refused by name, and nothing of it is kept", async () => {
  const office = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3]);
  for (const [name, bytes, why] of [
    ["mail.msg", office, ".msg"],
    ["brief.pdf", "%PDF-1.7\n", "PDF"],
    ["other.json", "{}", "no mail"],
    ["noise.txt", new Uint8Array([7, 0, 9, 0]), "no mail"],
  ] as const) {
    writeFileSync(join(cwd, name), bytes);
    const { exit, err } = await cli(cwd, ["pull", "b.json", name]);
    expect(exit, name).toBe(2);
    expect(err.replace(/\s+/g, " "), name).toContain(why);
  }
  expect(shop.files().filter((name) => name.includes("replies"))).toEqual([]);
});
