import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { publishedSchema, sectionsOf } from "../../scripts/reference.mjs";
import { MADE_BY, picturesIn, type Reach, SLIDE_PICTURES, slidesPage } from "../../scripts/slides-page.mjs";
import { bundleSchema } from "../../src/read/schema.ts";
import { slideKinds } from "../../src/slides/index.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const text = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const reach = JSON.parse(text("scripts/reach.json")) as Reach;
const pictures = picturesIn(join(ROOT, SLIDE_PICTURES));

describe("docs/slides.md (npm run generate)", () => {
  test("has not drifted", () => {
    const { sections } = sectionsOf(publishedSchema(bundleSchema));
    expect(text("docs/slides.md")).toBe(slidesPage(slideKinds, reach, { pictures, sections }));
  });

  test("says what every kind shows, as a sentence, and shows all that samples have as a page of their own", () => {
    expect(slideKinds.filter(({ shows }) => !/^[A-Z].*\.$/.test(shows))).toEqual([]);
    const drawn = new Set(pictures);
    // These share a page in every sample, or stand in none.
    const missing = slideKinds.map(({ name }) => name).filter((name) => !drawn.has(name));
    expect(missing).toEqual(["voices", "appendix", "changes"]);
  });

  test("names as what makes a slide only parts that reach it", () => {
    const wrong = Object.entries(MADE_BY).flatMap(([kind, parts]) =>
      parts.filter(
        (part) =>
          !Object.entries(reach).some(
            ([field, kinds]) => field.split(".")[0] === part && kinds.includes(kind),
          ),
      ),
    );
    expect(wrong).toEqual([]);
    expect(Object.keys(MADE_BY).filter((kind) => !slideKinds.some(({ name }) => name === kind))).toEqual([]);
  });
});
