export function libraryPage(page: string, root: string): string;
