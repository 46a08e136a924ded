/** True for a theme that is a file of somebody's own, "./our-theme.json"; others are called by their name alone. */
export const isThemeFile = (theme: string): boolean => /\.json$/i.test(theme) || /[\\/]/.test(theme);
