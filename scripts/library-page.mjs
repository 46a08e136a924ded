// The reference of the library in docs/library.md: every name that src/index.ts exports, with its declaration and its
// docstring as the source has them; and the examples, as their files have them.
import { readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { parseSync } from "rolldown/utils";

/** The page with what stands between its markers written anew. `root` is the folder of the repository. */
export function libraryPage(page, root) {
  const read = (file) => readFileSync(join(root, file), "utf8");
  const reference = exported(read("src/index.ts"), "src/index.ts", read)
    .map(({ name, says, code }) => `### ${name}\n\n${says}\n\n\`\`\`ts\n${code}\n\`\`\`\n`)
    .join("\n");
  return withExamples(page, root).replace(
    /(<!-- reference -->\n)[\s\S]*(<!-- end of reference -->)/,
    (_, start, end) => `${start}\n${reference}\n${end}`,
  );
}

/** A page with the files that it shows as they are now. */
export const withExamples = (page, root) =>
  page.replaceAll(
    /(<!-- example (\S+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, start, file, end) =>
      `${start}\`\`\`${extname(file).slice(1)}\n${readFileSync(join(root, file), "utf8").trim()}\n\`\`\`\n${end}`,
  );

/** What an entry exports by name, functions first, in its order; the types of bundles have a page of their own. */
function exported(text, file, read) {
  const found = [];
  for (const node of parseSync(file, text).program.body) {
    if (node.type !== "ExportNamedDeclaration" || node.source === null) continue;
    const from = join(dirname(file), node.source.value);
    if (from.startsWith("src/model/")) continue;
    for (const { exported } of node.specifiers) found.push(declared(exported.name, from, read));
  }
  return found.sort((a, b) => rank(a) - rank(b));
}

/** What is used most comes first, then what can be called, then types. */
const FIRST = ["compile", "render", "renderPages"];
const rank = ({ name, isValue }) =>
  FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length + (isValue ? 0 : 1);

function declared(name, file, read) {
  const text = read(file);
  const { program, comments } = parseSync(file, text);
  for (const node of program.body) {
    if (node.type !== "ExportNamedDeclaration") continue;
    const { declaration } = node;
    if (declaration === null) {
      // Handed on from another file of the same folder.
      const passed = node.specifiers.find(({ exported }) => exported.name === name);
      if (passed === undefined || node.source === null) continue;
      return declared(name, join(dirname(file), node.source.value), read);
    }
    const own = declaration.id ?? declaration.declarations[0].id;
    if (own.name !== name) continue;
    const comment = comments.findLast(({ end }) => end <= node.start);
    const near = comment !== undefined && text.slice(comment.end, node.start).trim() === "";
    if (!near || comment.type !== "Block") throw new Error(`${name} in ${file} has no docstring`);
    const isValue = !declaration.type.startsWith("TS");
    return { name, isValue, says: prose(comment.value), code: signature(declaration, text) };
  }
  throw new Error(`${file} exports no ${name}`);
}

/** A docstring as a paragraph, and what is thrown as another. */
const prose = (comment) =>
  comment
    .replaceAll(/^\s*\*+ ?/gm, "")
    .trim()
    .replaceAll(/\s*\n(?!@)/g, " ")
    .replace(/\s*@throws (\w+)/, "\n\nThrows `$1`");

/** A declaration without the bodies of its functions. */
function signature(declaration, text) {
  const cut = (node, end) => text.slice(node.start, end).trim();
  switch (declaration.type) {
    case "FunctionDeclaration":
      return `${cut(declaration, declaration.body.start)};`.replace(/^async /, "");
    case "VariableDeclaration": {
      const { id, init } = declaration.declarations[0];
      const head = text.slice(init.start, init.returnType.end).replace(/^async /, "");
      return `function ${id.name}${head};`;
    }
    case "ClassDeclaration": {
      let out = text.slice(declaration.start, declaration.end);
      for (const member of declaration.body.body)
        if (member.type === "MethodDefinition")
          out = out.replace(text.slice(member.value.body.start - 1, member.value.body.end), ";");
      return out;
    }
    default: {
      const code = cut(declaration, declaration.end);
      // A type that is made from a list says little without the list.
      const [, list] = /typeof (\w+)/.exec(code) ?? [];
      const line =
        list === undefined ? undefined : new RegExp(`^(?:export )?(const ${list}\\b.*)$`, "m").exec(text);
      return line ? `${line[1]}\n${code}` : code;
    }
  }
}
