import { z } from "zod";
import { ALL_FORMAT_NAMES } from "../../formats/names.ts";
import { Bundle } from "../../model/bundle/index.ts";

/** Settings of foredeck.config.json; the source of schema/foredeck.config.schema.json. Paths begin at its folder. */
export const ProjectSettings = z
  .strictObject({
    $schema: z.string().optional().describe("Where editors find the schema."),
    bundles: z
      .array(z.string().min(1).max(300))
      .min(1)
      .max(200)
      .optional()
      .describe("Bundles, folders or patterns that build and check take where the command line names none."),
    outDir: z
      .string()
      .min(1)
      .max(300)
      .optional()
      .describe("The folder of decks, as --out-dir (default: out)."),
    name: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('The pattern of their names, as --name: "{folder}-{name}".'),
    format: z
      .array(z.enum(ALL_FORMAT_NAMES))
      .min(1)
      .max(ALL_FORMAT_NAMES.length)
      .optional()
      .describe("What is written of each bundle, as --format (default: pptx)."),
    editions: z.boolean().optional().describe("true: every edition is written as well, as by --editions."),
    jobs: z.int().min(1).max(999).optional().describe("Bundles at a time, as --jobs."),
    theme: Bundle.shape.theme.describe("The theme of bundles that name none: a name, or a file."),
    template: Bundle.shape.template.describe("The company's template, for bundles that name none."),
    logo: Bundle.shape.logo.describe("The logo, for bundles that name none."),
    rules: Bundle.shape.rules.describe(
      "Rules of check that count more or less, or not at all, in every bundle; what a bundle says of a rule goes before.",
    ),
  })
  .describe("Settings of a Foredeck project: what its bundles share, and how they are built.");
export type ProjectSettings = z.infer<typeof ProjectSettings>;
