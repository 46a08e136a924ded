// Writes what is derived from the code: the JSON Schema of bundles, and the pages about its fields and the rules.
// A test fails when they drift.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CHART_KINDS } from "../build/charts/index.js";
import { run } from "../build/cli/program.js";
import { ProjectSettings } from "../build/cli/project/settings.js";
import * as templateMessages from "../build/diagnostics/messages/template.js";
import { TROUBLES } from "../build/diagnostics/messages/troubles.js";
import { compileBundle, createNodeHost } from "../build/index.js";
import { LOCALES, resolveLocale } from "../build/locales/index.js";
import { REFERENCES } from "../build/read/references.js";
import { bundleSchema } from "../build/read/schema.js";
import { RULES } from "../build/rules/index.js";
import { LANGUAGES } from "../build/rules/languages/index.js";
import { measure } from "../build/rules/measure.js";
import { rulesPage } from "../build/rules/reference.js";
import { slideKinds } from "../build/slides/index.js";
import { TemplateContract } from "../build/theme/contract.js";
import { Theme } from "../build/theme/theme.js";
import { altsOf, CHART_PICTURES, chartsPage } from "./charts-page.mjs";
import { chartPictures } from "./charts-pictures.mjs";
import { commandsIn, commandsPage } from "./commands-page.mjs";
import { languagesPage } from "./languages-page.mjs";
import { libraryPage, withExamples } from "./library-page.mjs";
import {
  fileSchema,
  PROJECT,
  partialSchema,
  publishedSchema,
  referencePage,
  SAMPLES,
  sectionsOf,
  sharedSchema,
  THEME,
} from "./reference.mjs";
import { picturesIn, SLIDE_PICTURES, slidesPage } from "./slides-page.mjs";
import {
  DECK_PICTURE,
  deckPicture,
  slidePictures,
  TUTORIAL_PICTURES,
  tutorialPictures,
} from "./slides-pictures.mjs";
import { CONTRACT, templatesPage } from "./templates-page.mjs";
import { themePictures, writeThemePictures } from "./themes-pictures.mjs";
import { troublesPage } from "./troubles-page.mjs";

const root = join(import.meta.dirname, "..");
const schema = publishedSchema(bundleSchema);
const contract = publishedSchema(TemplateContract, CONTRACT);
const samples = SAMPLES.map((name) => readFileSync(join(root, name), "utf8"));
const corpus = join(root, "test", "rules", "corpus");
const measured = readdirSync(corpus)
  .sort()
  .map((name) => measure(JSON.parse(readFileSync(join(corpus, name), "utf8"))));
const gallery = readFileSync(join(root, "samples", "gallery.json"));
const host = createNodeHost();
const compiled = await compileBundle(
  { bytes: new Uint8Array(gallery), file: "gallery.json", root: join(root, "samples") },
  host,
);
const reach = JSON.parse(readFileSync(join(root, "scripts", "reach.json"), "utf8"));
/** The help of the program and of each of its commands, as a pipe gets it. */
async function helps() {
  const help = async (...argv) => {
    let text = "";
    const write = async (part) => {
      text += part;
    };
    const stream = { colour: false, live: false, width: 80, write };
    await run([...argv, "--help"], { out: stream, err: stream, cwd: root });
    return text;
  };
  const whole = await help();
  const all = { "": whole };
  for (const name of commandsIn(whole)) all[name] = await help(name);
  return all;
}
const outputs = {
  "schema/foredeck.schema.json": `${JSON.stringify(fileSchema(schema), undefined, 2)}\n`,
  "schema/foredeck.partial.schema.json": `${JSON.stringify(partialSchema(schema), undefined, 2)}\n`,
  "schema/foredeck.config.schema.json": `${JSON.stringify(sharedSchema(publishedSchema(ProjectSettings, PROJECT)), undefined, 2)}\n`,
  "schema/foredeck.theme.schema.json": `${JSON.stringify(publishedSchema(Theme, THEME), undefined, 2)}\n`,
  "schema/foredeck.template.schema.json": `${JSON.stringify(sharedSchema(contract), undefined, 2)}\n`,
  "docs/bundle.md": referencePage(schema, REFERENCES, samples, reach),
  "docs/charts.md": chartsPage(gallery.toString("utf8"), CHART_KINDS, altsOf(compiled.pages.pages)),
  "docs/ci.md": withExamples(readFileSync(join(root, "docs", "ci.md"), "utf8"), root),
  "docs/commands.md": commandsPage(await helps()),
  "docs/library.md": libraryPage(readFileSync(join(root, "docs", "library.md"), "utf8"), root),
  "docs/rules.md": rulesPage(RULES, measured),
  "docs/slides.md": slidesPage(slideKinds, reach, {
    pictures: picturesIn(join(root, SLIDE_PICTURES)),
    sections: sectionsOf(schema).sections,
  }),
  "docs/templates.md": templatesPage(contract, templateMessages),
  "docs/troubleshooting.md": troublesPage(TROUBLES),
  "docs/languages.md": languagesPage(Object.keys(LOCALES), resolveLocale, LANGUAGES, RULES),
};
for (const [name, text] of Object.entries(outputs)) {
  writeFileSync(join(root, name), text);
  console.log(`${name}  ${text.length.toLocaleString("en-US")} characters`);
}
const folder = join(root, CHART_PICTURES);
const pictures = await chartPictures(compiled, host, (name) => readFileSync(join(folder, `${name}.png`)));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
let bytes = 0;
for (const [name, picture] of Object.entries(pictures)) {
  writeFileSync(join(folder, `${name}.png`), picture);
  bytes += picture.length;
}
console.log(`${CHART_PICTURES}/  ${bytes.toLocaleString("en-US")} bytes`);
const slides = await slidePictures(host);
writeFileSync(join(root, DECK_PICTURE), await deckPicture(slides));
for (const [folder, pictures] of [
  [SLIDE_PICTURES, slides],
  [TUTORIAL_PICTURES, await tutorialPictures(host)],
]) {
  mkdirSync(join(root, folder), { recursive: true });
  for (const [name, picture] of Object.entries(pictures))
    writeFileSync(join(root, folder, `${name}.webp`), picture);
}
writeThemePictures(await themePictures(host));
