/** Thrown where something has to be painted and there is no easel yet. */
export class EaselWanted extends Error {
  constructor() {
    super("something in the document has to be painted");
    this.name = "EaselWanted";
  }
}
