/** A page of the site: the file that it is made of, its name and group in the sidebar, its address. */
export interface SitePage {
  readonly file: string;
  readonly name: string;
  readonly group: string;
  readonly address: string;
}
export const PAGES: ReadonlyMap<string, SitePage>;
