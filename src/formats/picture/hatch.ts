import type { createCanvas } from "@napi-rs/canvas";

/** Makes what a canvas fills with for a hatched mark of a colour ("#1B4F8F"). */
export type Hatch = (colour: string) => unknown;

/** Distance of the lines of a hatch, and their width, in pt; about PowerPoint's wide upward diagonal. */
const PITCH = 6;
const WIDTH = 1.6;

/** Lines that rise to the right on paper, `scale` px to the pt. The tile repeats without a seam. */
export function canvasHatch(create: typeof createCanvas, scale: number): Hatch {
  return (colour) => {
    const side = Math.max(4, Math.round(PITCH * scale));
    const canvas = create(side, side);
    const context = canvas.getContext("2d");
    context.fillStyle = "#FFFFFF";
    context.fillRect(0, 0, side, side);
    context.strokeStyle = colour;
    context.lineWidth = WIDTH * scale;
    context.beginPath();
    for (const shift of [-side, 0, side]) {
      context.moveTo(shift - side, 2 * side);
      context.lineTo(shift + 2 * side, -side);
    }
    context.stroke();
    return context.createPattern(canvas, "repeat");
  };
}
