import { filled } from "./blocks.ts";
import { slideKind } from "./kind.ts";
import { sourceLine } from "./sources.ts";

/** A picture as evidence, as large as it goes. */
export const picture = slideKind<{ readonly index: number }>({
  name: "picture",
  tell: (s) =>
    (s.bundle.pictures ?? []).map((item, n) => {
      const source = sourceLine(s, item);
      return {
        id: `picture-${item.id}`,
        section: "evidence" as const,
        title: s.rich(item.message),
        short: s.words("evidence.short", { n: (s.bundle.charts?.length ?? 0) + n + 1 }),
        content: { index: n },
        about: [item.id],
        say: [s.rich(item.alt)],
        sources: source ? [source] : [],
        from: [["pictures", n]],
        body: true,
      };
    }),
  build: (point, c) => {
    const item = c.bundle.pictures?.[point.content.index];
    if (item === undefined) throw new Error(`no picture ${point.content.index}`);
    return {
      kicker: c.say("evidence.kicker"),
      body: filled("none", 0, {
        type: "picture",
        file: item.file,
        alt: c
          .rich(item.alt)
          .map((run) => run.text)
          .join(""),
        ...c.pictureSize(item.file),
      }),
    };
  },
});
