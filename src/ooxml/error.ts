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

/** Thrown by all that reads or writes packages; `fault` is for code, the message for people who debug. */
export class PackageError extends Error {
  readonly fault: PackageFault;
  constructor(fault: PackageFault, message: string) {
    super(message);
    this.name = "PackageError";
    this.fault = fault;
  }
}
