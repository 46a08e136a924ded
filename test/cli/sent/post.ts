import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

/** A mail that the server has taken. */
export interface Taken {
  readonly to: readonly string[];
  readonly raw: Buffer;
}

export interface Post {
  readonly url: string;
  readonly taken: Taken[];
  /** Decides on each mail when all of it is there; "drop" closes the line without an answer. */
  decide: (to: string) => "take" | "refuse" | "drop";
  /** Decides on each recipient before the mail. */
  admits: (to: string) => "yes" | "no" | "drop";
  readonly close: () => Promise<void>;
}

/** Starts a mail server on loopback, with a user and a password. */
export async function post(): Promise<Post> {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === "uschi" && password === "pa:ss@w"
        ? done(null, { user: username })
        : done(new Error("Invalid credentials for uschi with pa:ss@w")),
    onRcptTo: ({ address }, session, done) => {
      const said = desk.admits(address);
      if (said === "drop") drop(session.id);
      else if (said === "no") done(Object.assign(new Error("No such box"), { responseCode: 550 }));
      else done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const said = desk.decide(to[0] ?? "");
        if (said === "refuse") return done(Object.assign(new Error("Not now"), { responseCode: 451 }));
        taken.push({ to, raw: Buffer.concat(chunks) });
        if (said === "drop") drop(session.id);
        else done();
      });
    },
  });
  const drop = (id: string): void => {
    for (const connection of server.connections) if (connection.id === id) connection._socket.destroy();
  };
  server.on("error", () => undefined);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.server.address() as AddressInfo;
  const desk: Post = {
    url: `smtp://uschi:${encodeURIComponent("pa:ss@w")}@127.0.0.1:${port}`,
    taken,
    decide: () => "take",
    admits: () => "yes",
    close: () => new Promise((done) => server.close(() => done())),
  };
  return desk;
}
