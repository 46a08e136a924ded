import { expect, test } from "vitest";
import { compile, type FormatName, render } from "../src/index.ts";
import { readZip } from "../src/ooxml/unzip.ts";

/** A bundle may say no date at all, or one in a single place: every format leaves out what is not said. */
const chart = {
  id: "days",
  kind: "bar",
  message: "The old boat lies still for longer than the new one",
  data: [
    { label: "Old boat", value: 31 },
    { label: "New boat", value: 18 },
  ],
};
const bare = {
  title: "Two crews share one boat",
  why: { statement: "Each crew loses a third of its days waiting for its own boat." },
  goals: [{ id: "more", name: "More days at sea" }],
  stakeholders: [{ id: "mate", name: "Ida Berg", role: "First mate" }],
  quotes: [{ id: "said", from: "mate", text: "We stand at the quay and look at it." }],
  charts: [chart],
};
const asking = {
  ...bare,
  ask: { decision: "Let both crews share the boat from spring" },
  options: [
    { id: "share", name: "Share", recommended: true },
    { id: "keep", name: "Keep two" },
  ],
  objections: [
    { id: "rest", objection: "Crews need their rest", answer: "Shifts leave eleven hours of it." },
  ],
};
const cases: Readonly<Record<string, object>> = {
  "nothing but a why": bare,
  "an ask without a date": asking,
  "a date of one quote alone": {
    ...bare,
    quotes: bare.quotes.map((quote) => ({ ...quote, date: "2026-03-02" })),
  },
};

for (const [name, bundle] of Object.entries(cases))
  test(`a deck of ${name} is whole in every format`, async () => {
    const compiled = await compile(JSON.stringify(bundle));
    const written = async (format: FormatName): Promise<Uint8Array> => await render(compiled, format);
    const parts = await readZip(await written("pptx"));
    const texts = [...parts].filter(([path]) => path.endsWith(".xml")).map(([, bytes]) => decode(bytes));
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.flatMap((text) => text.match(UNSAID) ?? [])).toEqual([]);
    expect(decode(parts.get("docProps/core.xml") ?? EMPTY).match(/<dcterms:\w+/g)).toBeNull();
    const slides = [...parts.keys()].filter((path) => path.startsWith("ppt/slides/slide"));
    expect(slides.filter((path) => decode(parts.get(path) ?? EMPTY).includes('type="dt"'))).toEqual([]);
    for (const format of ["html", "md", "json"] as const)
      expect(decode(await written(format)).match(UNSAID), format).toBeNull();
    const pdf = decode(await written("pdf"));
    expect(pdf.slice(0, 5)).toBe("%PDF-");
    expect(pdf.includes("/CreationDate")).toBe(false);
  }, 60_000);

const EMPTY = new Uint8Array();
const UNSAID = /undefined|NaN|Invalid Date|1970|>null</;
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
