import { dirname, resolve } from "node:path";
import { type Compiled, compileBundle, Unlaid } from "../../compile.ts";
import { type Diagnostic, Refusal } from "../../diagnostics/diagnostic.ts";
import { inOrder } from "../../diagnostics/order.ts";
import type { CheckedBundle } from "../../diagnostics/reporters/reporter.ts";
import type { Host } from "../../host/host.ts";
import { EXIT, type Exit } from "../exit.ts";

export interface Checkup extends CheckedBundle {
  /** Absent where there is no deck to look at. */
  readonly compiled?: Compiled;
  readonly exit: Exit;
}

export interface CheckupOptions {
  readonly theme?: string;
}

/** Everything that stages and rules find in one bundle, in order of place, none twice. */
export async function checkUp(
  bytes: Uint8Array,
  file: string,
  host: Host,
  cwd: string,
  options: CheckupOptions,
): Promise<Checkup> {
  try {
    const source = { bytes, file, root: dirname(resolve(cwd, file)) };
    return checked(await compileBundle(source, host, { ...options, findAll: true }), file);
  } catch (cause) {
    return refused(cause, file);
  }
}

/** What is known of a bundle that has a deck. */
export function checked(compiled: Compiled, file: string): Checkup {
  const findings = withSlides(sorted(once(compiled), file), compiled);
  const silenced = compiled.silenced.map((each) => ({
    ...each,
    findings: withSlides(each.findings, compiled),
  }));
  return { file, findings, silenced, ran: "all", compiled, exit: exitOf(findings) };
}

/** What is known of a bundle that a stage refused. */
export function refused(cause: unknown, file: string): Checkup {
  if (!(cause instanceof Refusal)) throw cause;
  const unlaid = cause instanceof Unlaid;
  return {
    file,
    findings: sorted(cause.diagnostics, file),
    silenced: unlaid ? cause.silenced : [],
    ran: unlaid ? "argument" : "none",
    exit: cause.exit,
  };
}

export const exitOf = (findings: readonly Diagnostic[]): Exit =>
  findings.some((finding) => finding.severity === "error") ? EXIT.errors : EXIT.done;

/** The bundle before the files that it names. */
const sorted = (findings: readonly Diagnostic[], file: string): readonly Diagnostic[] => {
  const own = (finding: Diagnostic): boolean => finding.place === undefined || finding.place.file === file;
  return inOrder([...findings.filter(own), ...findings.filter((finding) => !own(finding))]);
};

/** What the layout refuses on a page and a rule sees there too; the layout says how much to cut. */
const SEEN_TWICE: Readonly<Record<string, string>> = {
  "deck/overflow": "deck/overflow",
  "titles/sentence": "deck/title-too-long",
};

function once({ diagnostics, findings }: Compiled): readonly Diagnostic[] {
  const isSaid = ({ code, page }: Diagnostic): boolean =>
    page !== undefined &&
    diagnostics.some((said) => said.code === SEEN_TWICE[code] && continues(page, said.page ?? ""));
  return [...diagnostics, ...findings.filter((finding) => !isSaid(finding))];
}

/** Whether a page is the named one or one of its continuations: reason-1, reason-1-2. */
const continues = (page: string, first: string): boolean =>
  page === first || (page.startsWith(`${first}-`) && /^\d+$/.test(page.slice(first.length + 1)));

const withSlides = (findings: readonly Diagnostic[], { pages, places }: Compiled): readonly Diagnostic[] =>
  findings.map((finding) => {
    const page = pages.pages.find(({ id }) => id === finding.page);
    if (page === undefined) return finding;
    const { number, title } = page;
    const path = finding.path ?? page.from[0];
    const made = path === undefined ? {} : { path, place: finding.place ?? places.value(path) };
    return { ...finding, ...made, slide: { number, title } };
  });
