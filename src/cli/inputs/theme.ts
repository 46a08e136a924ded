import { resolve } from "node:path";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { codeOf } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { readThemeFile } from "../../read/theme-file.ts";
import { isThemeFile } from "../../theme/file.ts";

/**
 * Checks the theme on the command line; the bundle's own is checked when it is read.
 * @throws DiagnosticsError for one that there is not, or that is wrong
 */
export async function checkTheme(theme: string | undefined, host: Host, cwd: string): Promise<void> {
  if (theme === undefined) return;
  if (isThemeFile(theme)) {
    const result = readThemeFile(await themeBytes(theme, host, cwd), theme, theme);
    if ("problems" in result) throw new DiagnosticsError(result.problems, 2);
    return;
  }
  const known = await host.themes();
  if (known.includes(theme)) return;
  throw new DiagnosticsError([messages.unknownTheme({}, theme, nearest(theme, known), known)], 2);
}

/** The theme as the compiler takes it: a file by its whole path. */
export const themeIn = (theme: string, cwd: string): string =>
  isThemeFile(theme) ? resolve(cwd, theme) : theme;

/**
 * Bytes of a theme that is a file, for what depends on all that it holds.
 * @throws DiagnosticsError where it cannot be read
 */
export async function themeBytes(theme: string, host: Host, cwd: string): Promise<Uint8Array> {
  try {
    return await host.read(themeIn(theme, cwd));
  } catch (cause) {
    const code = codeOf(cause);
    if (code === undefined) throw cause;
    const missing = code === "ENOENT" || code === "ENOTDIR";
    const reason = code === "EISDIR" ? "folder" : code === "EACCES" || code === "EPERM" ? "rights" : "other";
    throw new DiagnosticsError(
      [
        missing
          ? messages.themeFileMissing(theme)
          : messages.attachmentUnreadable({}, "theme", theme, reason),
      ],
      2,
    );
  }
}
