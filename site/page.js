// What every page of the site does by itself: the menu of pages on narrow screens, parts that scroll reached by keys, and
// the search, which is loaded when it is first asked for.
const menu = document.querySelector("#menu");
const pages = document.querySelector("#pages");
const dialog = document.querySelector("#search");

menu.addEventListener("click", () => {
  const open = menu.getAttribute("aria-expanded") !== "true";
  menu.setAttribute("aria-expanded", String(open));
  pages.classList.toggle("open", open);
});
document.querySelector("#pages [aria-current]")?.scrollIntoView({ block: "nearest" });

/** Whatever is wider than its place can be scrolled by the arrow keys. */
function reach() {
  for (const part of document.querySelectorAll("pre, .scrolls, aside"))
    if (part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight) part.tabIndex = 0;
    else part.removeAttribute("tabindex");
}
reach();
addEventListener("resize", reach);

const load = (src) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${src} could not be loaded`));
    document.head.append(script);
  });
let loaded;
async function search() {
  if (dialog.open) return;
  dialog.showModal();
  loaded ??= load("minisearch.js")
    .then(() => load("sections.js"))
    .then(() => load("search.js"));
  await loaded;
}
document.querySelector("#find").addEventListener("click", search);
addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search();
  }
});
