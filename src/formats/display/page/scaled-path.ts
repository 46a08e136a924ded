import type { Rect } from "../list.ts";
import { length } from "../path.ts";

/** Number of coordinates of each command of path data (SVG 1.1, 8.3); an arc has two lengths, three flags and a spot. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Q: 4, Z: 0, A: 7 };

/**
 * Path data in fractions of a box as path data in its place. A quadratic curve becomes the cubic one that it is, for
 * writers that know no others.
 */
export function scaledPath(d: string, { x, y, w, h }: Rect): string {
  const across = (value: number): string => length(x + value * w);
  const down = (value: number): string => length(y + value * h);
  let [atX, atY] = [0, 0];
  return [...d.matchAll(/([MLCQAZ])([^MLCQAZ]*)/gi)]
    .flatMap(([, letter = "", rest = ""]) => {
      const command = letter.toUpperCase();
      const numbers = [...rest.matchAll(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi)].map(Number);
      const takes = TAKES[command] ?? 0;
      if (takes === 0) return [command];
      return Array.from({ length: Math.floor(numbers.length / takes) }, (_, n) => {
        const own = numbers.slice(n * takes, (n + 1) * takes);
        const from = [atX, atY] as const;
        [atX = 0, atY = 0] = own.slice(-2);
        // A moveto with more spots goes on with lines.
        if (command === "M" && n > 0) return `L${spots(own)}`;
        if (command === "A") {
          const [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0] = own;
          return `A${length(rx * w)} ${length(ry * h)} ${turn} ${large} ${sweep} ${across(atX)} ${down(atY)}`;
        }
        if (command !== "Q") return `${command}${spots(own)}`;
        const [cx = 0, cy = 0] = own;
        const third = (end: number, control: number): number => end + ((control - end) * 2) / 3;
        return `C${spots([third(from[0], cx), third(from[1], cy), third(atX, cx), third(atY, cy), atX, atY])}`;
      });
    })
    .join("");

  function spots(values: readonly number[]): string {
    return values.map((value, n) => (n % 2 === 0 ? across(value) : down(value))).join(" ");
  }
}
