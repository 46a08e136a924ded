import { resolve } from "node:path";
import { parsedJson } from "../../base/jsonc.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { templateNotRead } from "../../diagnostics/messages/contract.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import { codeOf } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { readThemeFile } from "../../read/theme-file.ts";
import type { AskedLook } from "../../stages.ts";
import { isContractFile, isThemeFile, MAX_TEMPLATE_BYTES, templateBeside } from "../../theme/file.ts";

/**
 * Checks the theme and the template on the command line; the bundle's own are checked when it is read, and what a template
 * holds when it is used.
 * @throws DiagnosticsError for one that there is not, or that is wrong
 */
export async function checkLook({ theme, template }: AskedLook, host: Host, cwd: string): Promise<void> {
  if (template !== undefined) await templateBytes(template, host, cwd);
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

/** The look as the compiler takes it: files by their whole paths. */
export const lookIn = ({ theme, template }: AskedLook, cwd: string): AskedLook => ({
  ...(theme === undefined ? {} : { theme: isThemeFile(theme) ? resolve(cwd, theme) : theme }),
  ...(template === undefined ? {} : { template: resolve(cwd, template) }),
});

/** The files of a look, by the paths that `lookIn` gives. */
export const lookFiles = ({ theme, template }: AskedLook): readonly string[] => [
  ...(theme !== undefined && isThemeFile(theme) ? [theme] : []),
  ...(template === undefined ? [] : [template]),
];

/**
 * Bytes of all files of a look, for what depends on all that they hold: theme, template, and that of a contract.
 * @throws DiagnosticsError where one cannot be read
 */
export async function lookBytes(
  { theme, template }: AskedLook,
  host: Host,
  cwd = "",
): Promise<readonly Uint8Array[]> {
  const themes = theme !== undefined && isThemeFile(theme) ? [await themeBytes(theme, host, cwd)] : [];
  if (template === undefined) return themes;
  const first = await templateBytes(template, host, cwd);
  const named = isContractFile(template) ? templateNamedIn(first) : undefined;
  if (named === undefined) return [...themes, first];
  return [...themes, first, await templateBytes(templateBeside(template, named), host, cwd)];
}

/** The template that a contract names; what is wrong with a contract is said where it is used. */
function templateNamedIn(contract: Uint8Array): string | undefined {
  const named = (parsedJson(contract) as { readonly template?: unknown } | null | undefined)?.template;
  return typeof named === "string" ? named : undefined;
}

async function templateBytes(template: string, host: Host, cwd: string): Promise<Uint8Array> {
  try {
    return await host.read(resolve(cwd, template), MAX_TEMPLATE_BYTES);
  } catch (cause) {
    const code = codeOf(cause);
    if (code === undefined) throw cause;
    throw new DiagnosticsError([templateNotRead({}, template, code, MAX_TEMPLATE_BYTES)], 2);
  }
}

async function themeBytes(theme: string, host: Host, cwd: string): Promise<Uint8Array> {
  try {
    return await host.read(resolve(cwd, theme));
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
