// The route is app/api/deck/route.ts.
export default {
  // Foredeck is left in node_modules, where it finds its themes and fonts.
  serverExternalPackages: ["foredeck"],
  // Needed with output: "standalone" and on hosts that copy what a route uses: what Foredeck reads, no import names.
  outputFileTracingIncludes: {
    "/api/deck": ["./node_modules/{foredeck,harfbuzzjs,@expo-google-fonts}/**"],
  },
};
