import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { compile, DiagnosticsError, render } from "foredeck";

const PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
const MAX_BYTES = 1_000_000;

/** POST a bundle, get its deck; or status 422 with everything that is wrong in it. */
export async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "POST") return void response.writeHead(405, { allow: "POST" }).end();
  const bytes = await bodyOf(request);
  if (bytes === undefined) return void response.writeHead(413, { connection: "close" }).end();
  try {
    // Without a host, nothing is read from the disk, whatever files the bundle names.
    const compiled = await compile(bytes);
    const wrong = compiled.findings.filter(({ severity }) => severity === "error");
    if (compiled.bundle.status === "final" && wrong.length > 0) throw new DiagnosticsError(wrong);
    const deck = await render(compiled, "pptx");
    response.writeHead(200, { "content-type": PPTX, "content-length": deck.length }).end(deck);
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    response.writeHead(422, { "content-type": "application/json" }).end(JSON.stringify(cause.diagnostics));
  }
}

/** The whole body; undefined for one that is too long. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A server of decks: `createDeckServer().listen(8080)`. */
export const createDeckServer = (): Server =>
  createServer((request, response) => {
    answer(request, response).catch((cause: unknown) => {
      console.error(cause);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
