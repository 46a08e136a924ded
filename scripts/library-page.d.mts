export function libraryPage(page: string, root: string): string;
export function withExamples(page: string, root: string): string;
