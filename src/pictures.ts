import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { pictureFont, pictureHeavy, pictureSvg } from "./diagnostics/messages/index.ts";
import { drawnScale, neededScale } from "./formats/picture/shrink.ts";
import type { Bundle } from "./model/bundle/index.ts";
import type { Pages } from "./model/page.ts";
import type { PictureFile, PictureSource } from "./read/index.ts";
import type { ResolvedTheme } from "./theme/theme.ts";

/** Pictures of a bundle by the path that it gives, and what is to be said of them. */
interface Drawn {
  readonly pictures: Readonly<Record<string, PictureFile>>;
  readonly problems: readonly Diagnostic[];
}

/** Pictures with their pixels: an SVG gets as many as the largest of its frames needs. */
export function drawPictures(
  bundle: Bundle,
  sources: Readonly<Record<string, PictureSource>>,
  pages: Pages,
  look: ResolvedTheme,
): Drawn {
  const pictures: Record<string, PictureFile> = {};
  const problems: Diagnostic[] = [];
  for (const [file, source] of Object.entries(sources)) {
    if (source.mime !== "image/svg+xml") {
      pictures[file] = source;
      continue;
    }
    const n = (bundle.pictures ?? []).findIndex((one) => one.file === file);
    const at = n >= 0 ? { path: ["pictures", n, "file"] } : bundle.logo === file ? { path: ["logo"] } : {};
    if (source.families.length > 0) problems.push(pictureFont(at, file, source.families));
    const scale = drawnScale(file, source, pages, look);
    if (scale === 0) continue;
    const drawn = source.draw(scale);
    if ("fault" in drawn) problems.push(pictureSvg(at, file, drawn.fault));
    else pictures[file] = drawn;
  }
  return { pictures, problems: [...problems, ...heavyPictures(bundle, pictures, pages)] };
}

/** Bytes that a picture may add before somebody should know. */
const HEAVY = 5 * 1_048_576;

/** Pictures that stay heavy with no more pixels than are seen. */
function heavyPictures(bundle: Bundle, pictures: Drawn["pictures"], pages: Pages): readonly Diagnostic[] {
  return (bundle.pictures ?? []).flatMap(({ file }, n) => {
    const picture = pictures[file];
    if (picture === undefined) return [];
    const weight = picture.bytes.length * neededScale(file, picture, pages) ** 2;
    return weight > HEAVY ? [pictureHeavy({ path: ["pictures", n, "file"] }, file, weight)] : [];
  });
}
