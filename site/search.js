// The search of the site: every part of every page, found by the beginnings of words and with a letter wrong.
const field = document.querySelector("#search input");
const list = document.querySelector("#found");
const none = document.querySelector("#none");
const SHOWN = 12;
/** Characters of a part's text that are shown before and after the first word that was found. */
const [BEFORE, AFTER] = [40, 100];

const index = new globalThis.MiniSearch({
  fields: ["title", "page", "text"],
  storeFields: ["title", "page", "text"],
  // Names such as ask.amount and money/reconcile are found as a whole and by their parts.
  tokenize: (text) => text.split(/[\s.,;:!?()[\]{}"'`|<>=/\\_-]+/u).filter((word) => word !== ""),
  searchOptions: { prefix: true, fuzzy: 0.15, combineWith: "AND", boost: { title: 5, page: 2 } },
});
index.addAll(globalThis.SECTIONS);

const within = (name, text) => Object.assign(document.createElement(name), { textContent: text });

/** The words about the first term that stands in the text. */
function excerpt(text, terms) {
  const lower = text.toLowerCase();
  const at = Math.max(
    0,
    ...terms
      .map((term) => lower.indexOf(term))
      .filter((place) => place >= 0)
      .slice(0, 1),
  );
  const from = at <= BEFORE ? 0 : text.indexOf(" ", at - BEFORE) + 1;
  return `${from > 0 ? "…" : ""}${text.slice(from, at + AFTER)}${text.length > at + AFTER ? "…" : ""}`;
}

function show() {
  const asked = field.value.trim();
  const found = asked === "" ? [] : index.search(asked);
  list.replaceChildren(
    ...found.slice(0, SHOWN).map(({ id, page, title, text, terms }) => {
      const link = document.createElement("a");
      link.href = id;
      link.append(within("strong", title), within("span", page), within("small", excerpt(text, terms)));
      const item = document.createElement("li");
      item.append(link);
      return item;
    }),
  );
  none.textContent = asked !== "" && found.length === 0 ? `Nothing about “${asked}”.` : "";
}

field.addEventListener("input", show);
const links = () => [...list.querySelectorAll("a")];
document.querySelector("#search").addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const all = links();
  if (step !== undefined && all.length > 0) {
    event.preventDefault();
    const at = all.indexOf(document.activeElement) + step;
    if (at < 0) field.focus();
    else all[Math.min(at, all.length - 1)].focus();
  }
  // In a field for search, the first Escape would only empty it.
  if (event.key === "Escape") document.querySelector("#search").close();
  if (event.key === "Enter" && document.activeElement === field) all[0]?.click();
});
list.addEventListener("click", (event) => {
  if (event.target.closest("a")) document.querySelector("#search").close();
});
show();
