// What the site holds, in the order in which a newcomer needs it: the file of each page, its name in the sidebar, and the
// address that it gets. Every page of docs/ stands here; a test says which does not.

/** Groups of the sidebar, each page as [file, name, address]. */
export const GROUPS = [
  {
    name: "Start",
    pages: [
      ["README.md", "Foredeck", "index"],
      ["docs/tutorial.md", "Tutorial: a first deck", "tutorial"],
      ["docs/tables.md", "Numbers from files", "tables"],
    ],
  },
  {
    name: "The bundle",
    pages: [
      ["docs/slides.md", "Slide by slide", "slides"],
      ["docs/bundle.md", "Field by field", "bundle"],
      ["docs/charts.md", "Charts", "charts"],
      ["docs/claims.md", "Claims are tests", "claims"],
      ["docs/rules.md", "Rules", "rules"],
      ["docs/languages.md", "Languages", "languages"],
    ],
  },
  {
    name: "The tools",
    pages: [
      ["docs/commands.md", "The command line", "commands"],
      ["docs/projects.md", "Projects", "projects"],
      ["docs/batch.md", "Many decks", "batch"],
      ["docs/ci.md", "Build servers", "ci"],
    ],
  },
  {
    name: "The look",
    pages: [
      ["docs/templates.md", "Company templates", "templates"],
      ["docs/themes.md", "Themes", "themes"],
    ],
  },
  {
    name: "After it is sent",
    pages: [
      ["docs/tutorial-conversation.md", "Tutorial: to the decision", "tutorial-conversation"],
      ["docs/conversation.md", "The conversation", "conversation"],
    ],
  },
  {
    name: "Programs",
    pages: [
      ["docs/agents.md", "Assistants", "agents"],
      ["docs/skills/foredeck/SKILL.md", "Skill for assistants", "skill"],
      ["docs/library.md", "The library", "library"],
    ],
  },
  {
    name: "Help and insides",
    pages: [
      ["docs/troubleshooting.md", "What to do when", "troubleshooting"],
      ["docs/architecture.md", "Architecture", "architecture"],
      ["docs/fitting.md", "How things fit", "fitting"],
      ["docs/recovery.md", "How errors are found", "recovery"],
      ["docs/caching.md", "What is kept", "caching"],
      ["CONTRIBUTING.md", "Contributing", "contributing"],
      ["bench/README.md", "How long it takes", "bench"],
      ["CHANGELOG.md", "Changes", "changes"],
    ],
  },
];

/** Pages by their file. */
export const PAGES = new Map(
  GROUPS.flatMap(({ name: group, pages }) =>
    pages.map(([file, name, address]) => [file, { file, name, group, address: `${address}.html` }]),
  ),
);
