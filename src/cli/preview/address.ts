import { createHmac, randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { codeOf } from "../../host/failure.ts";

/** Address of the preview of a bundle, kept from one run to the next so that open pages connect again. */
export interface Address {
  readonly token: string;
  /** Port of the last run; 0 where there was none. */
  readonly port: number;
  /** Notes the port for the next run. */
  readonly keep: (port: number) => Promise<void>;
}

interface Kept {
  readonly secret: string;
  readonly ports: Readonly<Record<string, number>>;
}

/** Bundles whose ports are remembered. */
const MOST = 50;

/**
 * The address of a bundle, by its whole path. The token follows from a secret that this user alone can read; undefined
 * where none can be kept, and the address is then a new one.
 */
export async function addressOf(path: string, folder: string | undefined): Promise<Address | undefined> {
  if (folder === undefined) return undefined;
  const file = join(folder, "preview.json");
  try {
    const kept = (await readKept(file)) ?? { secret: randomBytes(32).toString("base64url"), ports: {} };
    await writeKept(folder, file, kept);
    return {
      token: createHmac("sha256", kept.secret).update(path).digest("base64url").slice(0, 32),
      port: kept.ports[path] ?? 0,
      keep: async (port) => {
        const { [path]: _, ...others } = kept.ports;
        const ports = Object.fromEntries([...Object.entries(others).slice(1 - MOST), [path, port]]);
        await writeKept(folder, file, { ...kept, ports });
      },
    };
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return undefined;
  }
}

async function readKept(file: string): Promise<Kept | undefined> {
  try {
    const found = JSON.parse(await readFile(file, "utf8")) as Partial<Kept> | null;
    const { secret, ports } = found ?? {};
    return typeof secret === "string" && secret.length >= 40 && typeof ports === "object" && ports !== null
      ? { secret, ports }
      : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError || codeOf(cause) === "ENOENT") return undefined;
    throw cause;
  }
}

async function writeKept(folder: string, file: string, kept: Kept): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify(kept), { mode: 0o600 });
  // One that was there keeps its mode when it is written.
  await chmod(file, 0o600);
}
