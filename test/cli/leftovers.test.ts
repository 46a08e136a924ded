import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LEAST } from "../read/bundles.ts";
import { newFolder, putFile } from "./new-folder.ts";
import { cli } from "./run.ts";

let cwd = "";
newFolder("leftovers", (folder) => {
  cwd = folder;
  for (const name of ["in/a.json", "in/b.json"]) put(name, JSON.stringify(LEAST));
});
const at = (name: string): string => join(cwd, name);
const put = (name: string, content: string): void => putFile(cwd, name, content);
/** Markdown is made in a moment, and is told from an edited file by the record alone. */
const build = (...argv: readonly string[]) =>
  cli(cwd, ["build", ...argv], false, { env: { FOREDECK_CACHE_DIR: at("cache") } });
const md = ["in", "--format", "md"];
interface Left {
  readonly path: string;
  readonly state: string;
  readonly why?: string;
  readonly orphan: boolean;
}
const leftovers = async (...argv: readonly string[]): Promise<readonly Left[]> => {
  const { out } = await build(...argv, "--json");
  return (JSON.parse(out) as { leftovers: readonly Left[] }).leftovers;
};

describe("what earlier builds left in the folder of outputs", () => {
  test("is named with the bundle that is gone, and stays", async () => {
    await build(...md);
    rmSync(at("in/b.json"));
    const { err, exit } = await build(...md);
    expect(exit).toBe(0);
    expect(err).toContain(
      "left in out by earlier builds: 1 file that this one did not write again; --prune removes it",
    );
    expect(err).toContain(`  ${join("out", "b.md")}, made of ${join("in", "b.json")}, which is gone\n`);
    expect(readdirSync(at("out")).sort()).toEqual(["a.md", "b.md"]);
  });

  test("is removed by --prune, exactly that, and the next run has nothing to say", async () => {
    await build(...md);
    put("out/notes.txt", "mine");
    put("out/c.md", "of somebody else");
    rmSync(at("in/b.json"));
    const { err } = await build(...md, "--prune");
    expect(err).toContain(`removed ${join("out", "b.md")}`);
    expect(readdirSync(at("out")).sort()).toEqual(["a.md", "c.md", "notes.txt"]);
    expect(await leftovers(...md)).toEqual([]);
  });

  test("includes another format or name of a bundle that was built again", async () => {
    await build(...md, "--name", "old-{name}");
    await build("in", "--format", "json");
    expect((await leftovers(...md)).map(({ path, orphan }) => [path, orphan])).toEqual(
      ["a.json", "b.json", "old-a.md", "old-b.md"].map((name) => [join("out", name), false]),
    );
  });

  test("does not include decks of bundles that this run was not about, nor of one that has errors now", async () => {
    await build(...md);
    expect(await leftovers("in/a.json", "--format", "md")).toEqual([]);
    put("in/b.json", JSON.stringify({ ...LEAST, title: 3 }));
    expect(await leftovers(...md, "--prune")).toEqual([]);
    expect(readdirSync(at("out")).sort()).toEqual(["a.md", "b.md"]);
  });

  test("is kept and named where it was edited since, also with --prune", async () => {
    await build(...md);
    writeFileSync(at("out/b.md"), `${readFileSync(at("out/b.md"), "utf8")}\nA line of mine.\n`);
    rmSync(at("in/b.json"));
    const { err } = await build(...md, "--prune");
    expect(err).toContain(
      `kept ${join("out", "b.md")}, which no build writes any more: it was changed since it was written`,
    );
    expect(readFileSync(at("out/b.md"), "utf8")).toContain("A line of mine.");
    // What is put back as it was is removed then.
    expect((await leftovers(...md, "--prune")).map(({ state, why }) => [state, why])).toEqual([
      ["kept", "edited"],
    ]);
  });

  test("is kept where somebody has it open", async () => {
    await build(...md);
    rmSync(at("in/b.json"));
    put("out/~$b.md", `${String.fromCharCode(3)}Ann`);
    expect((await leftovers(...md, "--prune")).map(({ state, why }) => [state, why])).toEqual([
      ["kept", "open"],
    ]);
    expect(existsSync(at("out/b.md"))).toBe(true);
  });

  test("is not looked for behind links: neither a file nor a folder of outputs that became one", async () => {
    await build("in", "--format", "md", "--name", "{folder}/{name}");
    put("elsewhere/a.md", readFileSync(at("out/in/a.md"), "utf8"));
    put("elsewhere/b.md", readFileSync(at("out/in/b.md"), "utf8"));
    renameSync(at("out/in"), at("out/before"));
    symlinkSync(at("elsewhere"), at("out/in"));
    rmSync(at("in/b.json"));
    expect(await leftovers(...md, "--prune")).toEqual([]);
    expect(readdirSync(at("elsewhere")).sort()).toEqual(["a.md", "b.md"]);
    rmSync(at("out/a.md"));
    symlinkSync(at("elsewhere/a.md"), at("out/a.md"));
    rmSync(at("in/a.json"));
    put("in/c.json", JSON.stringify(LEAST));
    expect(await leftovers(...md, "--prune")).toEqual([]);
    expect(readdirSync(at("elsewhere")).sort()).toEqual(["a.md", "b.md"]);
  });

  test("includes the pages of a deck that was one file a page", async () => {
    await build("in/a.json", "--format", "svg");
    const pages = readdirSync(at("out"));
    expect(pages.length).toBeGreaterThan(1);
    expect(await leftovers("in/a.json", "--format", "svg")).toEqual([]);
    await build("in/a.json", "--format", "md", "--prune");
    expect(readdirSync(at("out"))).toEqual(["a.md"]);
  });

  test("is a deck as it was written, but not one on which somebody wrote", async () => {
    await build("in");
    rmSync(at("in/b.json"));
    writeFileSync(at("out/b.pptx"), Buffer.concat([readFileSync(at("out/b.pptx")), Buffer.from("x")]));
    await build("in", "--prune");
    expect(readdirSync(at("out")).sort()).toEqual(["a.pptx", "b.pptx"]);
    await build("in");
    put("in/d.json", JSON.stringify(LEAST));
    rmSync(at("in/a.json"));
    await build("in", "--prune");
    expect(readdirSync(at("out")).sort()).toEqual(["b.pptx", "d.pptx"]);
  });

  test("--prune is no option for a single file", async () => {
    expect((await build("in/a.json", "-o", "x.md", "--prune")).exit).toBe(2);
  });
});
