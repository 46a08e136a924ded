/**
 * A path that begins at a folder, without the steps that lead back: `joinPath("decks/", "../company.json")` is
 * "company.json". Steps that lead out of the folder stay: "../company.json". A drive or a leading slash stays as well.
 */
export function joinPath(folder: string, path: string): string {
  const way = path.replaceAll("\\", "/");
  const all = /^([a-z]:)?\//i.test(way) ? way : `${folder.replaceAll("\\", "/")}${way}`;
  const steps: string[] = [];
  for (const step of all.split("/")) {
    if (step === "." || (step === "" && steps.length > 0)) continue;
    if (step === ".." && steps.length > 0 && steps.at(-1) !== ".." && steps.at(-1) !== "") steps.pop();
    else steps.push(step);
  }
  return steps.join("/");
}
