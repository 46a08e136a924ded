/** Thrown where something has to be painted and there is no painter yet. */
export class CanvasWanted extends Error {
  constructor() {
    super("something in the document has to be painted");
    this.name = "CanvasWanted";
  }
}

/** Pixels to the pt of what a PDF cannot hold as text or lines: 288 to the inch. */
export const SCALE = 4;
