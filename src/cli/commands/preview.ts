import { spawn } from "node:child_process";
import { basename, resolve } from "node:path";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { codeOf } from "../../host/failure.ts";
import { createNodeHost } from "../../host/node.ts";
import { buildWith } from "../build/job.ts";
import { cacheFolder } from "../cache/folder.ts";
import { uncachedSettings } from "../cache/uncached.ts";
import { checkUp } from "../check/checkup.ts";
import { fixBundle } from "../check/fix/index.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { crash } from "../console/report.ts";
import { readInput } from "../inputs/find.ts";
import { checkLook, lookIn } from "../inputs/look.ts";
import { STDOUT } from "../output/targets.ts";
import { type Address, addressOf } from "../preview/address.ts";
import { previewAssets } from "../preview/assets.ts";
import { editorLink } from "../preview/editor.ts";
import type { DeckPlaces, SentAndDecided } from "../preview/message.ts";
import { type Answers, type PreviewServer, servePreview } from "../preview/server.ts";
import { type Session, startSession } from "../preview/session.ts";
import { changesBetween, type Shown } from "../preview/shown.ts";
import { createWrites } from "../preview/writes.ts";
import { sentAndDecided, sentDeck } from "../sent/panel.ts";

export interface PreviewOptions {
  /** A free one where left out. */
  readonly port?: number;
  readonly open?: boolean;
  readonly editor?: string;
  readonly theme?: string;
  readonly template?: string;
  readonly quiet?: boolean;
}

/** `foredeck preview`: the slides in a browser, redrawn on each save, until the program is told to end. */
export async function preview(file: string, options: PreviewOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const editor = options.editor ?? (io.env?.["FOREDECK_EDITOR"] || undefined);
  const locations = { cwd: io.cwd, ...(editor === undefined ? {} : { editor: editorLink(editor) }) };
  await checkLook(options, host, io.cwd);
  // A name that was mistyped is said at once, not watched until it appears.
  await readInput(host, file, io.cwd);
  const ended = untilTold(io);
  let session: Session | undefined;
  let exit: Exit = EXIT.done;
  const failed = (cause: unknown): void => {
    void crash(cause, io).then((code) => {
      exit = code;
      ended.now();
    });
  };
  /** Ends the program by what no bundle can cause: a defect of ours. */
  const orFail = async <Found>(find: () => Promise<Found>): Promise<Found> => {
    try {
      return await find();
    } catch (cause) {
      failed(cause);
      throw cause;
    }
  };
  const places = async (): Promise<DeckPlaces> => (await session?.places()) ?? { save: 0, slides: [] };
  const look = lookIn(options, io.cwd);
  const download: Answers["download"] = async () => {
    const recipe = uncachedSettings(look);
    const targets = [{ format: "pptx", path: STDOUT }] as const;
    const { bytes } = await buildWith(
      { file, targets, recipe, cwd: io.cwd, folder: undefined, cached: false },
      host,
    );
    const type = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    return bytes === undefined
      ? undefined
      : { name: `${basename(file).replace(/\.jsonc?$/i, "")}.pptx`, asset: { type, bytes } };
  };
  const fixed = (bytes: Uint8Array) =>
    fixBundle(bytes, file, io.cwd, { guards: false }, (bytes) => checkUp(bytes, file, host, io.cwd, look));
  const address = await addressOf(resolve(io.cwd, file), cacheFolder(undefined, io, process.platform));
  const server = await serve(await previewAssets(host), options.port, address, {
    json: {
      places: () => orFail(places),
      sent: (): Promise<SentAndDecided> => orFail(() => sentAndDecided(file, host, io.cwd)),
    },
    writes: Object.fromEntries(
      Object.entries(createWrites({ file, cwd: io.cwd, host, fixed, places })).map(([name, write]) => [
        name,
        (asked: unknown) => orFail(() => write(asked)),
      ]),
    ),
    download: () => orFail(download),
    deck: (version, name) => orFail(() => sentDeck(file, [version, name], io.cwd)),
  } satisfies Answers);
  try {
    session = await startSession({
      ...{ file, host, places: locations, look },
      shown: (before, after) => server.tell(changesBetween(before, after), after),
      done: async (before, after, ms) => {
        if (options.quiet !== true && before.revision > 0)
          await io.err.write(`${lineOf(changesBetween(before, after), after, ms)}\n`);
      },
      failed,
    });
    if (options.quiet === true) await io.out.write(`${server.url}\n`);
    else await io.out.write(`${messages.previewAt(file, server.url)}\n`);
    if (options.open === true && !(await openBrowser(server.url)))
      await io.err.write(`${messages.browserNotOpened(server.url)}\n`);
    await ended.promise;
    session.stop();
    return exit;
  } finally {
    await server.close();
  }
}

function lineOf(news: ReturnType<typeof changesBetween>, { broken, counts }: Shown, ms: number): string {
  if (broken !== undefined) return messages.previewBroken(counts);
  return messages.previewDrawn(news.slides.filter((slide) => slide.svg !== undefined).length, ms, counts);
}

/** Settles when the program is told to end, or by `now`. */
function untilTold(io: Io): { readonly promise: Promise<void>; readonly now: () => void } {
  let now = (): void => {};
  const promise = new Promise<void>((resolve) => {
    now = resolve;
    const signal = io.interrupted?.();
    if (signal?.aborted === true) resolve();
    signal?.addEventListener("abort", () => resolve(), { once: true });
  });
  return { promise, now };
}

/** Serves the page under the address of the last run as far as that is free, and notes it for the next one. */
async function serve(
  assets: Parameters<typeof servePreview>[0],
  port: number | undefined,
  address: Address | undefined,
  answers: Answers,
): Promise<PreviewServer> {
  const at = async (port: number): Promise<PreviewServer> => {
    const server = await servePreview(assets, port, answers, address?.token);
    await address?.keep(Number(new URL(server.url).port));
    return server;
  };
  try {
    return await at(port ?? address?.port ?? 0);
  } catch (cause) {
    const code = codeOf(cause);
    if (port === undefined && (code === "EADDRINUSE" || code === "EACCES")) return at(0);
    if (code === "EADDRINUSE") throw new DiagnosticsError([messages.previewPortTaken(port ?? 0)], 2);
    if (code === "EACCES") throw new DiagnosticsError([messages.previewPortRefused(port ?? 0)], 2);
    throw cause;
  }
}

/** The program of each system that opens an address in the browser of the person. */
const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** Opens an address; false where no program can. */
function openBrowser(url: string): Promise<boolean> {
  const [program, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  return new Promise((resolve) => {
    const child = spawn(program, [...args, url], { stdio: "ignore", detached: true });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}
