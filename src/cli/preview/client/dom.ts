import type { Words } from "../message.ts";

type Child = Node | string | undefined;

/** An element with attributes and contents; undefined stands for nothing. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** An element that the page itself has. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/** The words of the page, as the server sent them with it. */
export type Say = (name: string, values?: Readonly<Record<string, string | number>>) => string;

export function pageWords(body: HTMLElement): Say {
  const words = JSON.parse(body.dataset["words"] ?? "{}") as Words;
  return (name, values = {}) =>
    (words[name] ?? name).replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ""));
}
