import { spawn } from "node:child_process";
import { basename, resolve } from "node:path";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { codeOf } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import type { AskedLook } from "../../stages.ts";
import { buildWith } from "../build/job.ts";
import { cacheFolder } from "../cache/folder.ts";
import { uncachedSettings } from "../cache/uncached.ts";
import { checkUp } from "../check/checkup.ts";
import { fixBundle } from "../check/fix/index.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { crash } from "../console/report.ts";
import { findBundles, foldersOf, namesOf, readInput } from "../inputs/find.ts";
import { checkLook, lookIn } from "../inputs/look.ts";
import { watchFiles } from "../inputs/watcher.ts";
import { OUT, STDOUT } from "../output/targets.ts";
import { type Address, addressOf } from "../preview/address.ts";
import { previewAssets } from "../preview/assets.ts";
import { createDecks } from "../preview/decks.ts";
import { editorIn, editorLink, NO_EDITOR } from "../preview/editor.ts";
import type { DeckPlaces, SentAndDecided } from "../preview/message.ts";
import { type Answers, type PreviewServer, type ServedDecks, servePreview } from "../preview/server.ts";
import { changesBetween, type Shown } from "../preview/shown.ts";
import type { BundleLocations } from "../preview/spot.ts";
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

/**
 * `foredeck preview`: the slides of a bundle, or of several, in a browser, redrawn on each save, until the program is told
 * to end.
 */
export async function preview(args: readonly string[], options: PreviewOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const { cwd } = io;
  const locations = { cwd, ...editorOf(options.editor, io) };
  await checkLook(options, host, cwd);
  const { files, alone } = await bundlesNamed(args, host, cwd);
  const ended = untilTold(io);
  let exit: Exit = EXIT.done;
  const failed = (cause: unknown): void => {
    void crash(cause, io).then((code) => {
      exit = code;
      ended.now();
    });
  };
  const look = lookIn(options, cwd);
  const decks = createDecks({
    ...{ host, look, places: locations, alone, failed },
    answers: (file, places) => answersOf(file, places, { host, look, cwd, failed }),
    done: async (file, before, after, ms) => {
      if (options.quiet === true) return;
      const line = lineOf(changesBetween(before, after), after, ms);
      await io.err.write(`${alone ? line : messages.previewOf(file, line)}\n`);
    },
  });
  decks.set(files);
  const all = args.map((arg) => resolve(cwd, arg)).sort();
  const address = await addressOf(all.join("\n"), cacheFolder(undefined, io, process.platform));
  const server = await serve(await previewAssets(host), options.port, address, decks.served);
  let stopFollowing = (): void => {};
  try {
    decks.serve(server);
    if (!alone) stopFollowing = await followFolders(args, host, cwd, decks.set, failed);
    if (options.quiet === true) await io.out.write(`${server.url}\n`);
    else await io.out.write(`${messages.previewAt(files, server.url)}\n`);
    if (options.open === true && !(await openBrowser(server.url)))
      await io.err.write(`${messages.browserNotOpened(server.url)}\n`);
    await ended.promise;
    return exit;
  } finally {
    stopFollowing();
    decks.stop();
    await server.close();
  }
}

/** Links to the editor that was asked for, which clicks open; else to the one that somebody seems to work in. */
function editorOf(asked: string | undefined, io: Io): Pick<BundleLocations, "editor" | "opens"> {
  const named = asked ?? (io.env?.["FOREDECK_EDITOR"] || undefined);
  if (named === NO_EDITOR) return {};
  const editor = named ?? editorIn(io.env ?? {});
  return editor === undefined ? {} : { editor: editorLink(editor), opens: named !== undefined };
}

/**
 * The bundles that are meant, and whether it is one that was named itself.
 * @throws DiagnosticsError with exit 2 for a name without a bundle: one that was mistyped is said at once, not watched
 *   until it appears.
 */
async function bundlesNamed(
  args: readonly string[],
  host: Host,
  cwd: string,
): Promise<{ readonly files: readonly string[]; readonly alone: boolean }> {
  const named: string[] = [];
  for (const arg of args) if ((await foldersOf([arg], cwd)).length === 0) named.push(arg);
  for (const file of named) await readInput(host, file, cwd);
  const [first] = named;
  if (args.length === 1 && first !== undefined) return { files: [first], alone: true };
  const { files, refused } = await findBundles(args, host, cwd, OUT);
  if (refused.length > 0) throw new DiagnosticsError([...refused], 2);
  return { files, alone: false };
}

/** ms of quiet before folders are read again: whoever copies several bundles in does it file by file. */
const SETTLED = 200;

/** Sets the bundles anew whenever one comes into a folder that was named, or leaves it; ends with the returned function. */
async function followFolders(
  args: readonly string[],
  host: Host,
  cwd: string,
  set: (files: readonly string[]) => void,
  failed: (cause: unknown) => void,
): Promise<() => void> {
  let timer: NodeJS.Timeout | undefined;
  let open = true;
  const follow = async (): Promise<void> => {
    const candidates = await namesOf(args, cwd, OUT);
    watcher.follow([...candidates.map((name) => resolve(cwd, name)), ...(await foldersOf(args, cwd))]);
  };
  const read = async (): Promise<void> => {
    await follow();
    const { files } = await findBundles(args, host, cwd, OUT);
    if (open) set(files);
  };
  const watcher = watchFiles(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void read().catch(failed), SETTLED);
  });
  await read();
  return () => {
    open = false;
    clearTimeout(timer);
    watcher.close();
  };
}

/** Content that the page of a bundle asks for. */
function answersOf(
  file: string,
  findPlaces: () => Promise<DeckPlaces>,
  {
    host,
    look,
    cwd,
    failed,
  }: {
    readonly host: Host;
    readonly look: AskedLook;
    readonly cwd: string;
    readonly failed: (cause: unknown) => void;
  },
): Answers {
  /** Ends the program by what no bundle can cause: a defect of ours. */
  const orFail = async <Found>(find: () => Promise<Found>): Promise<Found> => {
    try {
      return await find();
    } catch (cause) {
      failed(cause);
      throw cause;
    }
  };
  const download: Answers["download"] = async () => {
    const recipe = uncachedSettings(look);
    const targets = [{ format: "pptx", path: STDOUT }] as const;
    const { bytes } = await buildWith({ file, targets, recipe, cwd, folder: undefined, cached: false }, host);
    const type = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    return bytes === undefined
      ? undefined
      : { name: `${basename(file).replace(/\.jsonc?$/i, "")}.pptx`, asset: { type, bytes } };
  };
  const fixed = (bytes: Uint8Array) =>
    fixBundle(bytes, file, cwd, { guards: false }, (bytes) => checkUp(bytes, file, host, cwd, look));
  return {
    json: {
      places: () => orFail(findPlaces),
      sent: (): Promise<SentAndDecided> => orFail(() => sentAndDecided(file, host, cwd)),
    },
    writes: Object.fromEntries(
      Object.entries(createWrites({ file, cwd, host, fixed, places: findPlaces })).map(([name, write]) => [
        name,
        (asked: unknown) => orFail(() => write(asked)),
      ]),
    ),
    download: () => orFail(download),
    deck: (version, name) => orFail(() => sentDeck(file, [version, name], cwd)),
  };
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
  decks: ServedDecks,
): Promise<PreviewServer> {
  const at = async (port: number): Promise<PreviewServer> => {
    const server = await servePreview(assets, port, decks, address?.token);
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
