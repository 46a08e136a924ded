/** Bytes of a template that are read at most. */
export const MAX_TEMPLATE_BYTES = 100 * 1_048_576;

/** True for the contract of a template; a file of another name is the template itself. */
export const isContractFile = (path: string): boolean => /\.json[c5]?$/i.test(path);

/** The file of the template that a contract names, whose path begins at the contract's folder. */
export const templateBeside = (contract: string, template: string): string =>
  /^([\\/]|[a-z]:)/i.test(template) ? template : `${/^.*[\\/]/.exec(contract)?.[0] ?? ""}${template}`;

/** True for a theme that is a file of somebody's own, "./our-theme.json"; others are called by their name alone. */
export const isThemeFile = (theme: string): boolean => /\.json$/i.test(theme) || /[\\/]/.test(theme);
