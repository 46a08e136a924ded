import { dirname, join } from "node:path";
import { fileStem } from "../../base/file-stem.ts";

/** Names of what lies in the folder of a version, and of the folder of content that versions share. */
export const MANIFEST = "manifest.json";
export const BUNDLE = "bundle.json";
export const FIGURES = "figures.json";
const MAP = "map.json";
export const CALENDAR = "dates.ics";
export const MAILS = "mails";
export const DELIVERIES = "deliveries.json";
export const OBJECTS = "objects";

/** Name of the map of a deck: that of the deck as the bundle has it, or of an edition. */
export const mapName = (edition?: string): string => (edition === undefined ? MAP : `map-${edition}.json`);

/** The folder of all versions of a bundle, as the user would name it: plan.json has plan.sent beside it. */
export const sentFolder = (file: string): string => join(dirname(file), `${fileStem(file)}.sent`);

/** The file beside a bundle that holds what readers answered. */
export const repliesFile = (file: string): string => join(dirname(file), `${fileStem(file)}.replies.json`);

/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** True for a version that can be the name of a folder on every disk. */
export const isFolderName = (version: string): boolean =>
  /^[\p{L}\p{N}](?:[\p{L}\p{N} ._+-]*[\p{L}\p{N}+_-])?$/u.test(version) &&
  !DEVICE.test(version) &&
  version.toLowerCase() !== OBJECTS;
