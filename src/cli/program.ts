import { Argument, Command, CommanderError, Option } from "commander";
import { LOCALE_TAGS } from "../base/locale-tags.ts";
import { DiagnosticsError } from "../diagnostics/diagnostic.ts";
import { HELP } from "../diagnostics/messages/help.ts";
import type { ReporterName } from "../diagnostics/reporters/index.ts";
import { ALL_FORMAT_NAMES } from "../formats/names.ts";
import type { BuildOptions } from "./build/plan.ts";
import type { CacheAction } from "./commands/cache.ts";
import type { ChangedFormat, ChangedOptions } from "./commands/changed.ts";
import type { CheckOptions } from "./commands/check.ts";
import type { FiguresOptions } from "./commands/figures.ts";
import type { InitOptions } from "./commands/init.ts";
import type { NextOptions } from "./commands/next.ts";
import type { PreviewOptions } from "./commands/preview.ts";
import type { PullOptions } from "./commands/pull.ts";
import type { RecordOptions } from "./commands/record.ts";
import type { RepliesOptions } from "./commands/replies.ts";
import type { SendOptions } from "./commands/send.ts";
import type { TemplateAction, TemplateOptions } from "./commands/template.ts";
import type { ThanksOptions } from "./commands/thanks.ts";
import type { ThemeAction, ThemeOptions } from "./commands/theme.ts";
import type { Shell } from "./completion/completion.ts";
import { collected, ids, jobs, list, port, wholeNumber, word } from "./console/arguments.ts";
import { EXIT, type Exit } from "./console/exit.ts";
import { closing, HELP_FORMAT, helpWidth } from "./console/help.ts";
import type { Io } from "./console/io.ts";
import { refuse } from "./console/report.ts";
import { commandThatShowsAll } from "./console/show-all.ts";
import { version } from "./console/version.ts";
import { colour } from "./inputs/colour.ts";
import { shard } from "./inputs/shard.ts";
import type { McpOptions } from "./mcp/index.ts";

/** Runs the program with the arguments after its name; resolves to the exit code. Commands are loaded when called. */
export async function run(argv: readonly string[], streams: Io): Promise<Exit> {
  let exit: Exit = EXIT.done;
  let called: string | undefined;
  let showAll: string | undefined;
  const io: Io = { ...streams, showAll: () => showAll };
  const printed: Promise<void>[] = [];
  const after = (text: string) => (about: { readonly error: boolean }) =>
    closing(text, helpWidth(about.error ? io.err : io.out, io.env));
  const program = new Command("foredeck")
    .description(HELP.program)
    .version(version(), "-V, --version", HELP.version)
    .helpOption("-h, --help", HELP.help)
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void printed.push(io.out.write(text)),
      writeErr: (text) => void printed.push(io.err.write(text)),
      getOutHelpWidth: () => helpWidth(io.out, io.env),
      getErrHelpWidth: () => helpWidth(io.err, io.env),
      getOutHasColors: () => io.out.colour,
      getErrHasColors: () => io.err.colour,
    })
    .configureHelp(HELP_FORMAT)
    .addHelpText("after", after(HELP.examples + HELP.exits));

  program
    .command("init")
    .description(HELP.init)
    .argument("[file|folder]", HELP.initTarget)
    .option("--title <text>", HELP.initTitle)
    .option("--decision <text>", HELP.initDecision)
    .option("--approver <text>", HELP.initApprover)
    .option("--goal <text>", HELP.initGoal)
    .option("--metric <text>", HELP.initMetric)
    .addOption(word(new Option("--locale <tag>", HELP.initLocale), [...LOCALE_TAGS]))
    .option("--from <file>", HELP.initFrom)
    .addOption(word(new Option("--dates <order>", HELP.initDates), ["dmy", "mdy"]))
    .addOption(word(new Option("--decimal <mark>", HELP.initDecimal), [".", ","]))
    .addOption(new Option("--example [name]", HELP.initExample).conflicts(START))
    .option("-y, --yes", HELP.initYes)
    .option("--force", HELP.initForce)
    .addHelpText("after", after(HELP.initExamples))
    .action(async (target: string | undefined, options: InitOptions) => {
      exit = await (await import("./commands/init.ts")).init(target, options, io);
    });

  program
    .command("build")
    .description(HELP.build)
    .argument("[bundle...]", HELP.buildBundles)
    .option("-o, --output <file>", HELP.output)
    .option("--out-dir <folder>", HELP.outDir)
    .option("--name <pattern>", HELP.name)
    .addOption(list(new Option("--format <list>", HELP.outputs), ALL_FORMAT_NAMES))
    .addOption(word(new Option("--charts <how>", HELP.charts), CHARTS).default("native"))
    .addOption(new Option("--edition <name>", HELP.edition).conflicts("editions"))
    .option("--editions", HELP.editions)
    .option("--theme <name>", HELP.theme)
    .option("--template <file>", HELP.lookTemplate)
    .addOption(new Option("--lenient", HELP.lenient).conflicts("strict"))
    .option("--strict", HELP.strict)
    .option("--set <key=value>", HELP.set, collected)
    .option("--force", HELP.force)
    .option("-j, --jobs <number>", HELP.jobs, jobs)
    .option("--shard <i/n>", HELP.shard, shard)
    .option("--no-cache", HELP.noCache)
    .option("--cache-dir <folder>", HELP.cacheDir)
    .option("--report <file>", HELP.buildReport)
    .addOption(new Option("--prune", HELP.prune).conflicts("output"))
    .option("--table", HELP.table)
    .addOption(new Option("-q, --quiet", HELP.quiet).conflicts("verbose"))
    .option("-v, --verbose", HELP.verbose)
    .option("--json", HELP.json)
    .option("-w, --watch", HELP.watch)
    .addHelpText("after", after(HELP.buildExamples + HELP.exits))
    .action(async (bundles: readonly string[], options: BuildOptions & { readonly watch?: boolean }) => {
      exit =
        options.watch === true
          ? await (await import("./commands/watch.ts")).watchBuild(bundles, options, io)
          : await (await import("./commands/build.ts")).build(bundles, options, io);
    });

  program
    .command("check")
    .description(HELP.check)
    .argument("[bundle...]", HELP.buildBundles)
    .addOption(word(new Option("--format <form>", HELP.format), REPORTERS).default("pretty"))
    .option("-o, --output <file>", HELP.checkOutput)
    .option("--max-warnings <number>", HELP.maxWarnings, wholeNumber)
    .option("--report <file>", HELP.report)
    .option("--fix", HELP.fix)
    .option("--no-guards", HELP.noGuards)
    .option("--dry-run", HELP.dryRun)
    .option("--claims", HELP.claims)
    .option("--all", HELP.checkAll)
    .option("-j, --jobs <number>", HELP.jobs, jobs)
    .option("--theme <name>", HELP.theme)
    .option("--template <file>", HELP.lookTemplate)
    .option("--strict", HELP.strict)
    .addOption(new Option("--set <key=value>", HELP.set).argParser(collected).conflicts("fix"))
    .addHelpText("after", after(HELP.checkExamples + HELP.checkExits))
    .action(async (bundles: readonly string[], options: CheckOptions) => {
      exit = await (await import("./commands/check.ts")).check(bundles, options, io);
    });

  program
    .command("preview")
    .description(HELP.preview)
    .argument("<bundles...>", HELP.previewBundles)
    .option("--port <number>", HELP.port, port)
    .option("--open", HELP.open)
    .option("--editor <name>", HELP.editor)
    .option("--theme <name>", HELP.theme)
    .option("--template <file>", HELP.lookTemplate)
    .option("-q, --quiet", HELP.previewQuiet)
    .addHelpText("after", after(HELP.previewExamples))
    .action(async (bundles: readonly string[], options: PreviewOptions) => {
      exit = await (await import("./commands/preview.ts")).preview(bundles, options, io);
    });

  program
    .command("send")
    .description(HELP.send)
    .argument("<bundle>", HELP.figuresBundle)
    .addOption(new Option("--to <readers>", HELP.sendTo).argParser(ids))
    .option("--anyway <reason>", HELP.sendAnyway)
    .option("--out-dir <folder>", HELP.sendOutDir)
    .option("--deliver", HELP.sendDeliver)
    .option("-y, --yes", HELP.sendYes)
    .addOption(new Option("--again <readers>", HELP.sendAgain).argParser(ids))
    .option("--dry-run", HELP.sendDryRun)
    .option("-q, --quiet", HELP.quiet)
    .option("--json", HELP.json)
    .addHelpText("after", after(HELP.sendExamples + HELP.sendExits))
    .action(async (bundle: string, options: SendOptions) => {
      exit = await (await import("./commands/send.ts")).send(bundle, options, io);
    });

  program
    .command("pull")
    .description(HELP.pull)
    .argument("<bundle>", HELP.figuresBundle)
    .argument("<returned...>", HELP.pullReturned)
    .addOption(new Option("--apply", HELP.pullApply).conflicts("interactive"))
    .option("-i, --interactive", HELP.pullInteractive)
    .option("--sent <version>", HELP.pullSent)
    .option("--dry-run", HELP.pullDryRun)
    .option("-q, --quiet", HELP.quiet)
    .option("--json", HELP.json)
    .addHelpText("after", after(HELP.pullExamples + HELP.exits))
    .action(async (bundle: string, returned: readonly string[], options: PullOptions) => {
      exit = await (await import("./commands/pull.ts")).pull(bundle, returned, options, io);
    });

  program
    .command("replies")
    .description(HELP.replies)
    .argument("<bundle>", HELP.figuresBundle)
    .addOption(new Option("--answered <ids>", HELP.repliesAnswered).argParser(ids))
    .addOption(new Option("--objection <ids>", HELP.repliesObjection).argParser(ids))
    .addOption(new Option("--apply <ids>", HELP.repliesApply).argParser(ids))
    .addOption(new Option("--decline <ids>", HELP.repliesDecline).argParser(ids))
    .option("--because <reason>", HELP.repliesBecause)
    .option("--all", HELP.repliesAll)
    .option("--json", HELP.json)
    .addHelpText("after", after(HELP.repliesExamples))
    .action(async (bundle: string, options: RepliesOptions) => {
      exit = await (await import("./commands/replies.ts")).replies(bundle, options, io);
    });

  program
    .command("template")
    .description(HELP.template)
    .addArgument(word(new Argument("<action>", HELP.templateAction), TEMPLATE_ACTIONS))
    .argument("<file>", HELP.templateFile)
    .option("--font <family=file>", HELP.templateFont, collected)
    .option("-o, --output <file>", HELP.templateOutput)
    .addOption(word(new Option("--format <form>", HELP.format), REPORTERS).default("pretty"))
    .option("--max-warnings <number>", HELP.maxWarnings, wholeNumber)
    .option("--force", HELP.templateForce)
    .addHelpText("after", after(HELP.templateExamples + HELP.templateExits))
    .action(async (action: TemplateAction, file: string, options: TemplateOptions) => {
      exit = await (await import("./commands/template.ts")).template(action, file, options, io);
    });

  program
    .command("theme")
    .description(HELP.themeCommand)
    .addArgument(word(new Argument("<action>", HELP.themeAction), THEME_ACTIONS))
    .argument("<file>", HELP.themeFile)
    .requiredOption("--accent <colour>", HELP.accent, colour)
    .option("--accent2 <colour>", HELP.accent2, colour)
    .option("--accent3 <colour>", HELP.accent3, colour)
    .option("--dark", HELP.dark)
    .option("--font <name>", HELP.themeFont)
    .option("--headings <name>", HELP.headings)
    .option("--name <text>", HELP.themeName)
    .option("--force", HELP.themeForce)
    .addHelpText("after", after(HELP.themeExamples))
    .action(async (action: ThemeAction, file: string, options: ThemeOptions) => {
      exit = await (await import("./commands/theme.ts")).theme(action, file, options, io);
    });

  program
    .command("figures")
    .description(HELP.figures)
    .argument("<bundle>", HELP.figuresBundle)
    .option("--guard", HELP.guard)
    .option("--json", HELP.json)
    .addHelpText("after", after(HELP.figuresExamples))
    .action(async (bundle: string, options: FiguresOptions) => {
      exit = await (await import("./commands/figures.ts")).figures(bundle, options, io);
    });

  program
    .command("changed")
    .description(HELP.changed)
    .argument("<bundle>", HELP.figuresBundle)
    .addOption(new Option("--since <version>", HELP.changedSince).conflicts("against"))
    .addOption(new Option("--for <reader>", HELP.changedFor).conflicts("against"))
    .option("--against <file>", HELP.changedAgainst)
    .addOption(word(new Option("--format <form>", HELP.changedFormat), CHANGED_FORMATS).default("text"))
    .option("--json", HELP.json)
    .addHelpText("after", after(HELP.changedExamples))
    .action(async (bundle: string, options: ChangedOptions) => {
      exit = await (await import("./commands/changed.ts")).changed(bundle, options, io);
    });

  program
    .command("record")
    .description(HELP.record)
    .argument("<bundle>", HELP.figuresBundle)
    .option("-o, --output <file>", HELP.recordOutput)
    .option("--calendar <file>", HELP.recordCalendar)
    .option("--json", HELP.json)
    .addHelpText("after", after(HELP.recordExamples))
    .action(async (bundle: string, options: RecordOptions) => {
      exit = await (await import("./commands/record.ts")).record(bundle, options, io);
    });

  program
    .command("next")
    .description(HELP.next)
    .argument("<bundle>", HELP.figuresBundle)
    .option("--dry-run", HELP.nextDryRun)
    .option("--json", HELP.json)
    .addHelpText("after", after(HELP.nextExamples))
    .action(async (bundle: string, options: NextOptions) => {
      exit = await (await import("./commands/next.ts")).next(bundle, options, io);
    });

  program
    .command("thanks")
    .description(HELP.thanks)
    .argument("<bundle>", HELP.figuresBundle)
    .option("--out-dir <folder>", HELP.thanksOutDir)
    .option("--json", HELP.json)
    .addHelpText("after", after(HELP.thanksExamples))
    .action(async (bundle: string, options: ThanksOptions) => {
      exit = await (await import("./commands/thanks.ts")).thanks(bundle, options, io);
    });

  program
    .command("mcp")
    .description(HELP.mcp)
    .argument("[folder]", HELP.mcpFolder, ".")
    .option("--write", HELP.mcpWrite)
    .addHelpText("after", after(HELP.mcpExamples))
    .action(async (folder: string, options: McpOptions) => {
      exit = await (await import("./mcp/index.ts")).mcp(folder, options, io);
    });

  program
    .command("config")
    .description(HELP.config)
    .option("--json", HELP.json)
    .addHelpText("after", after(HELP.configExamples))
    .action(async (options: { readonly json?: boolean }) => {
      exit = await (await import("./commands/config.ts")).config(options, io);
    });

  program
    .command("doctor")
    .description(HELP.doctor)
    .option("--json", HELP.json)
    .addHelpText("after", after(HELP.doctorExamples))
    .action(async (options: { readonly json?: boolean }) => {
      exit = await (await import("./commands/doctor.ts")).doctor(options, io);
    });

  program
    .command("explain")
    .description(HELP.explain)
    .argument("[name]", HELP.explainName)
    .option("--json", HELP.json)
    .addHelpText("after", after(HELP.explainExamples))
    .action(async (name: string | undefined, options: { readonly json?: boolean }) => {
      exit = await (await import("./commands/explain.ts")).explain(name, options, io);
    });

  program
    .command("schema")
    .description(HELP.schema)
    .option("--print", HELP.print)
    .addHelpText("after", after(HELP.schemaExamples))
    .action(async (options: { readonly print?: boolean }) => {
      exit = await (await import("./commands/schema.ts")).schema(options, io);
    });

  program
    .command("cache")
    .description(HELP.cache)
    .addArgument(word(new Argument("<action>", HELP.cacheAction), CACHE_ACTIONS))
    .option("--cache-dir <folder>", HELP.cacheDir)
    .addHelpText("after", after(HELP.cacheExamples))
    .action(async (action: CacheAction, options: { readonly cacheDir?: string }) => {
      exit = await (await import("./commands/cache.ts")).cache(action, options, io);
    });

  program
    .command("completion")
    .description(HELP.completion)
    .addArgument(word(new Argument("<shell>", HELP.shell), SHELLS))
    .addHelpText("after", after(HELP.completionExamples))
    .action(async (shell: Shell) => {
      exit = await (await import("./commands/completion.ts")).completion(program, shell, io);
    });

  // Commander's own answers a name that it does not know with the general help, and not a word.
  const names = [...program.commands.map((command) => command.name()), "help"];
  program
    .command("help")
    .description(HELP.help)
    .addArgument(word(new Argument("[command]", HELP.helpCommand), names))
    .action((name: string | undefined) => {
      (program.commands.find((command) => command.name() === name) ?? program).outputHelp();
    });

  program.hook("preAction", async (_, command) => {
    called = command.name();
    showAll = commandThatShowsAll(command, argv);
    await (await import("./project/apply.ts")).applyProject(command, io);
  });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (cause) {
    if (cause instanceof CommanderError) exit = cause.exitCode === 0 ? EXIT.done : EXIT.usage;
    else if (cause instanceof DiagnosticsError) exit = await refuse(cause, io);
    else throw cause;
  }
  await Promise.all(printed);
  if ([io.out, io.err].every((stream) => stream.failure?.() === undefined)) return exit;
  return (await import("./console/report.ts")).withStreamFailures(exit, called, io);
}

/** Texts of a new bundle, which a copied one has of its own. */
const START = ["from", "locale", "title", "decision", "approver", "goal", "metric"];

const CHARTS = ["native", "picture"];
const REPORTERS: readonly ReporterName[] = ["pretty", "json", "sarif", "github", "junit"];
const CHANGED_FORMATS: readonly ChangedFormat[] = ["text", "markdown", "json"];
const SHELLS: readonly Shell[] = ["bash", "zsh", "fish"];
const THEME_ACTIONS: readonly ThemeAction[] = ["new"];
const TEMPLATE_ACTIONS: readonly TemplateAction[] = ["learn", "check"];
const CACHE_ACTIONS: readonly CacheAction[] = ["clear", "where"];
