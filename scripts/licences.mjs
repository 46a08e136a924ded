// The licences of the packages whose code stands in the built files, as their terms ask.
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

const PACKAGES = `${sep}node_modules${sep}`;

/** Data that was made from the work of others, with its licence beside it: the package publishes none of its own files. */
const MADE_FROM = [
  {
    name: "BudouX, the model for Japanese",
    licence: join(import.meta.dirname, "..", "src", "text", "phrases", "LICENSE"),
  },
];

/** @param output what rolldown made: files with the modules that each is made of */
export function licences(output) {
  const folders = new Set();
  for (const { modules = {} } of output)
    for (const [id, { renderedLength }] of Object.entries(modules)) {
      const at = id.lastIndexOf(PACKAGES);
      if (at < 0 || renderedLength === 0) continue;
      const root = at + PACKAGES.length;
      const names = id.slice(root).split(sep);
      folders.add(id.slice(0, root) + names.slice(0, names[0].startsWith("@") ? 2 : 1).join(sep));
    }
  const data = MADE_FROM.map(({ name, licence }) => `${name}\n\n${readFileSync(licence, "utf8").trim()}\n`);
  return [...[...folders].map(licenceOf), ...data].sort().join(`\n${"-".repeat(80)}\n\n`);
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = (pattern) => readdirSync(folder).find((each) => pattern.test(each));
  const licence = file(/^(licen[cs]e|copying)/i);
  const readme = file(/^readme/i);
  const text = (each) => readFileSync(join(folder, each), "utf8");
  // Some packages say it in their readme alone, some only name it.
  const said =
    licence === undefined
      ? ((readme && /^#+ *licen[cs]e\b[\s\S]*/im.exec(text(readme))?.[0]) ?? `Licence: ${license}`)
      : text(licence);
  return `${name} ${version}\n\n${said.trim()}\n`;
}
