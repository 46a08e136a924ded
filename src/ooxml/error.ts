/** Why a package could not be read or may not be written. */
export type PackageFault =
  | "zip"
  | "name"
  | "duplicate"
  | "size"
  | "xml"
  | "doctype"
  | "depth"
  | "order"
  | "missing";

/** More of something than is read. */
export interface TooMany {
  readonly of: "entries" | "slides";
  readonly found: number;
  readonly limit: number;
}

/** Thrown by all that reads or writes packages; `fault` is for code, the message for people who debug. */
export class PackageError extends Error {
  readonly fault: PackageFault;
  /** Details of a "size" fault that concerns a number of entries or slides rather than bytes. */
  readonly tooMany: TooMany | undefined;
  constructor(fault: PackageFault, message: string, tooMany?: TooMany) {
    super(message);
    this.name = "PackageError";
    this.fault = fault;
    this.tooMany = tooMany;
  }
}
