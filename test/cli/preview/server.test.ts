import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { DeckPlaces, Update } from "../../../src/cli/preview/message.ts";
import {
  type Answers,
  authorizedPath,
  type PreviewServer,
  type ServedDecks,
  servePreview,
} from "../../../src/cli/preview/server.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const ASSETS = {
  "": { type: "text/html; charset=utf-8", bytes: bytes("<p>page</p>") },
  "client/main.js": { type: "text/javascript", bytes: bytes("1") },
};
const PLACES: DeckPlaces = { save: 3, slides: [{ id: "cover", parts: [], spots: {} }] };
const ANSWERS: Answers = {
  json: { places: async () => PLACES },
  writes: { edit: async (asked) => ({ done: asked }) },
  download: async () => ({ name: "my deck.pptx", asset: { type: "x/deck", bytes: bytes("now") } }),
  deck: async (version, file) =>
    version === "1.0" && file === "b ä.pptx" ? { type: "x/deck", bytes: bytes("deck") } : undefined,
};
const alone = (answers: Answers): ServedDecks => ({
  answers: (name) => (name === "" ? answers : undefined),
  home: () => undefined,
  opened: () => {},
});
const EMPTY: Update = {
  revision: 1,
  save: 1,
  slides: [],
  general: [],
  replies: { shown: [], more: 0, settled: 0 },
  counts: "",
};

let server: PreviewServer;
beforeEach(async () => {
  server = await servePreview(ASSETS, 0, alone(ANSWERS));
});
afterEach(() => server.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends the path as it is: fetch would tidy "..", which is the point here. */
function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    })
      .on("error", reject)
      .end();
  });
}
const home = (): string => new URL(server.url).pathname;
const own = (): string => new URL(server.url).host;
const NOTHING = { status: 404, body: "" };

describe("the preview's server", () => {
  test("gives the page to whoever has the address, under a policy without anything remote or inline", async () => {
    const { status, headers, body } = await get(home());
    expect({ status, body }).toEqual({ status: 200, body: "<p>page</p>" });
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  });

  test("has a new token each time, long enough not to be guessed", async () => {
    const other = await servePreview(ASSETS, 0, alone(ANSWERS));
    const token = (url: string) => new URL(url).pathname.slice(1, -1);
    expect(token(other.url)).not.toBe(token(server.url));
    expect(token(server.url)).toMatch(/^[\w-]{32,}$/);
    await other.close();
  });

  test("gives nothing for a wrong token", async () => {
    const wrong = home().replace(/.(?=\/$)/, (last) => (last === "A" ? "B" : "A"));
    for (const path of ["/", wrong, "//", "/events", "/client/main.js", home().slice(0, -1), `/x${home()}`])
      expect(await get(path), path).toMatchObject(NOTHING);
  });

  test("gives nothing under another name, which is how another page would reach it", async () => {
    const { port } = new URL(server.url);
    expect(await get(home(), { host: `localhost:${port}` })).toMatchObject({ status: 200 });
    for (const host of [
      "evil.example",
      `evil.example:${port}`,
      "127.0.0.1",
      `127.0.0.1:${port}.evil.example`,
      `[::1]:${port}`,
    ])
      expect(await get(home(), { host }), host).toMatchObject(NOTHING);
  });

  test("gives nothing to another origin", async () => {
    expect(await get(home(), { origin: `http://${own()}` })).toMatchObject({ status: 200 });
    expect(await get(home(), { "sec-fetch-site": "none" })).toMatchObject({ status: 200 });
    for (const origin of ["http://evil.example", "null", `https://${own()}`, "http://127.0.0.1:1"])
      for (const path of [home(), `${home()}events`])
        expect(await get(path, { origin }), origin).toMatchObject(NOTHING);
    for (const site of ["cross-site", "same-site"])
      expect(await get(home(), { "sec-fetch-site": site }), site).toMatchObject(NOTHING);
  });

  test("has no way to any file", async () => {
    for (const path of [
      ...["../package.json", "..%2fpackage.json", "%2e%2e/package.json", "client/../../../package.json"],
      ...[
        "/etc/passwd",
        "//etc/passwd",
        "client\\..\\main.js",
        "client/main.js%00",
        "client/main.js?x",
        "customer-listening.json",
      ],
      ...["__proto__", "constructor", "toString"],
    ])
      expect(await get(`${home()}${path}`), path).toMatchObject(NOTHING);
    expect(await get(`${home()}client/main.js`)).toMatchObject({ status: 200, body: "1" });
  });

  test("gives a deck that was sent as a file to keep, and no other by its address", async () => {
    const deck = await get(`${home()}deck/1.0/b%20%C3%A4.pptx`);
    expect(deck).toMatchObject({ status: 200, body: "deck" });
    expect(deck.headers["content-disposition"]).toBe("attachment; filename*=UTF-8''b%20%C3%A4.pptx");
    for (const path of [
      "deck/1.0/other.pptx",
      "deck/1.0/",
      "deck/1.0",
      "deck/1.0/%",
      "deck/1.0/a/b",
      "deck//b",
    ])
      expect(await get(`${home()}${path}`), path).toMatchObject(NOTHING);
    expect(await get(`${home()}deck/1.0/b%20%C3%A4.pptx`, {}, "HEAD")).toMatchObject(NOTHING);
  });

  test("only reads", async () => {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
      expect(await get(home(), {}, method), method).toMatchObject(NOTHING);
    expect(await get(home(), {}, "HEAD")).toMatchObject({ status: 200, body: "" });
  });

  test("listens on 127.0.0.1 alone", async () => {
    const port = Number(new URL(server.url).port);
    expect(new URL(server.url).hostname).toBe("127.0.0.1");
    for (const host of ["127.0.0.2", "::1"]) {
      const refused = await new Promise<boolean>((resolve) => {
        const socket = connect({ host, port }, () => {
          socket.destroy();
          resolve(false);
        });
        socket.on("error", () => resolve(true));
      });
      expect(refused, host).toBe(true);
    }
  });

  test("tells pages that are open what is new, and those that open later everything", async () => {
    const listen = () => {
      const { port } = new URL(server.url);
      const heard: Update[] = [];
      const call = request({ host: "127.0.0.1", port, path: `${home()}events` }, (response) => {
        expect(response.headers["content-type"]).toContain("text/event-stream");
        let text = "";
        response.on("data", (chunk: Buffer) => {
          text += chunk.toString("utf8");
          heard.length = 0;
          for (const [, json = ""] of text.matchAll(/^data: (.*)\n\n/gm))
            heard.push(JSON.parse(json) as Update);
        });
      });
      call.on("error", () => {}).end();
      return { heard, call };
    };
    const first = listen();
    await new Promise((resolve) => setTimeout(resolve, 50));
    server.tell("", { ...EMPTY, counts: "news" }, { ...EMPTY, counts: "whole" });
    await until(() => first.heard.length > 0);
    const second = listen();
    await until(() => second.heard.length > 0);
    expect(first.heard).toEqual([{ ...EMPTY, counts: "news" }]);
    expect(second.heard).toEqual([{ ...EMPTY, counts: "whole" }]);
    first.call.destroy();
    second.call.destroy();
  });
});

test("the deck as it is now is a download under its name; without one there is nothing", async () => {
  const { pathname } = new URL(server.url);
  const { status, headers, body } = await get(`${pathname}deck.pptx`, { host: new URL(server.url).host });
  expect([status, body]).toEqual([200, "now"]);
  expect(headers["content-disposition"]).toBe("attachment; filename*=UTF-8''my%20deck.pptx");
  const other = await servePreview(
    ASSETS,
    0,
    alone({ ...ANSWERS, download: async () => undefined }),
    "k".repeat(32),
  );
  try {
    expect(new URL(other.url).pathname).toBe(`/${"k".repeat(32)}/`);
    expect((await fetch(`${other.url}deck.pptx`)).status).toBe(404);
  } finally {
    await other.close();
  }
});

describe("a write", () => {
  const post = (headers: Readonly<Record<string, string>>, body = '{"a":1}', name = "edit") =>
    fetch(`${server.url}${name}`, { method: "POST", headers, body });
  const own = () => ({ origin: new URL(server.url).origin, "content-type": "application/json" });

  test("is answered where the page itself sends JSON", async () => {
    const response = await post(own());
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ done: { a: 1 } });
  });

  test("is refused from another origin, from none, and in the form of a form", async () => {
    expect((await post({ ...own(), origin: "http://example.com" })).status).toBe(404);
    expect((await post({ "content-type": "application/json" })).status).toBe(404);
    expect((await post({ ...own(), "content-type": "text/plain" })).status).toBe(404);
    expect((await post({ ...own(), "content-type": "application/x-www-form-urlencoded" })).status).toBe(404);
    expect((await post({ ...own(), "sec-fetch-site": "cross-site" })).status).toBe(404);
  });

  test("is refused under another name, without JSON, with too much of it, and by GET", async () => {
    expect((await post(own(), "{}", "toString")).status).toBe(404);
    expect((await post(own(), "{}", "places")).status).toBe(404);
    expect((await post(own(), "{")).status).toBe(404);
    expect((await post(own(), JSON.stringify("x".repeat(70_000)))).status).toBe(404);
    expect((await fetch(`${server.url}edit`)).status).toBe(404);
  });
});

describe("several decks", () => {
  const NAMES = ["plans/a b.json", "ä.json"];
  const here = new Set(NAMES);
  const opened: string[] = [];
  const DECKS: ServedDecks = {
    answers: (name) =>
      here.has(name) ? { ...ANSWERS, json: { places: async () => ({ of: name }) } } : undefined,
    home: () => NAMES.find((name) => here.has(name)),
    opened: (name) => void opened.push(name),
  };
  const at = (name: string): string => `${home()}decks/${encodeURIComponent(name)}/`;
  beforeEach(async () => {
    for (const name of NAMES) here.add(name);
    opened.length = 0;
    await server.close();
    server = await servePreview(ASSETS, 0, DECKS);
  });

  test("have an address each under one token; the root leads to the first, and so does one that is gone", async () => {
    for (const name of NAMES) {
      expect(await get(at(name))).toMatchObject({ status: 200, body: "<p>page</p>" });
      expect(await get(`${at(name)}client/main.js`)).toMatchObject({ status: 200, body: "1" });
      expect(JSON.parse((await get(`${at(name)}places`)).body)).toEqual({ of: name });
    }
    expect(await get(home())).toMatchObject({ status: 302, headers: { location: at("plans/a b.json") } });
    here.delete("plans/a b.json");
    for (const path of [home(), at("plans/a b.json")])
      expect(await get(path)).toMatchObject({ status: 302, headers: { location: at("ä.json") } });
    here.clear();
    expect(await get(home())).toMatchObject({ status: 200, body: "<p>page</p>" });
    expect(await get(at("ä.json"))).toMatchObject({ status: 302, headers: { location: home() } });
  });

  test("are behind the same guards as one", async () => {
    const path = at("ä.json");
    expect(await get(path, { host: "evil.example" })).toMatchObject(NOTHING);
    expect(await get(path, { origin: "http://evil.example" })).toMatchObject(NOTHING);
    expect(await get(path.replace(/^\/./, "/~"))).toMatchObject(NOTHING);
    for (const name of ["../x", "..", "__proto__", "toString"])
      expect(await get(`${at(name)}places`), name).toMatchObject(NOTHING);
    for (const path of ["decks/", "decks/%E4/places", "decks/%2e%2e/places", "decks/a/b/places"])
      expect(await get(`${home()}${path}`), path).toMatchObject(NOTHING);
    const post = (name: string, origin: string) =>
      fetch(`${new URL(server.url).origin}${at(name)}edit`, {
        ...{ method: "POST", headers: { origin, "content-type": "application/json" }, body: "{}" },
      });
    const { origin } = new URL(server.url);
    expect((await post("ä.json", origin)).status).toBe(200);
    expect((await post("ä.json", "http://evil.example")).status).toBe(404);
    expect((await post("other.json", origin)).status).toBe(404);
  });

  test("tell each page of its own deck alone, and every page of the list", async () => {
    const listen = (name: string) => {
      const heard: string[] = [];
      const { port } = new URL(server.url);
      const call = request({ host: "127.0.0.1", port, path: `${at(name)}events` }, (response) => {
        response.on("data", (chunk: Buffer) => heard.push(chunk.toString("utf8")));
      });
      call.on("error", () => {}).end();
      return { all: () => heard.join(""), call };
    };
    const [first = "", second = ""] = NAMES;
    const pages = [listen(first), listen(second)];
    await until(() => opened.length === 2);
    expect(server.watched(second)).toBe(true);
    server.tell(second, { ...EMPTY, counts: "news" }, { ...EMPTY, counts: "whole" });
    server.list({ decks: [] });
    await until(() => pages.every(({ all }) => all().includes("event: decks")));
    expect(pages.map(({ all }) => all().includes('"news"'))).toEqual([false, true]);
    server.forget(second);
    const late = listen(second);
    await until(() => late.all().includes("event: decks"));
    expect(late.all()).not.toContain('"whole"');
    for (const { call } of [...pages, late]) call.destroy();
    await until(() => !server.watched(second));
  });
});

test("nobody comes in from another machine, token or not", () => {
  const door = { token: "t".repeat(32), port: 80 };
  const caller = {
    method: "GET",
    url: `/${door.token}/`,
    headers: { host: "127.0.0.1:80" },
    from: "127.0.0.1",
  };
  expect(authorizedPath(caller, door)).toBe("");
  for (const from of ["10.0.0.7", "::1", "127.0.0.2", undefined])
    expect(authorizedPath({ ...caller, from }, door)).toBeUndefined();
  expect(authorizedPath({ ...caller, headers: {} }, door)).toBeUndefined();
});

async function until(done: () => boolean): Promise<void> {
  for (let n = 0; n < 500 && !done(); n++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(done()).toBe(true);
}
