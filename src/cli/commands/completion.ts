import type { Command } from "commander";
import { createNodeHost } from "../../host/node.ts";
import { completionScript, type Shell } from "../completion/completion.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { examples } from "../init/examples.ts";
import { EDITOR_NAMES } from "../preview/editor.ts";

/** `foredeck completion`: the script that completes the words of `program` in a shell. */
export async function completion(program: Command, shell: Shell, io: Io): Promise<Exit> {
  const theme = await createNodeHost().themes();
  const example = (await examples()).map(({ name }) => name);
  await io.out.write(completionScript(program, shell, { theme, example, editor: EDITOR_NAMES }));
  return EXIT.done;
}
