import { compile, DiagnosticsError, render } from "foredeck";

export const runtime = "nodejs";

/** POST a bundle, get its deck; or status 422 with everything that is wrong in it. */
export async function POST(request: Request): Promise<Response> {
  try {
    const compiled = await compile(new Uint8Array(await request.arrayBuffer()));
    const deck = new Uint8Array(await render(compiled, "pptx"));
    const type = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    return new Response(deck, { headers: { "content-type": type } });
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    return Response.json(cause.diagnostics, { status: 422 });
  }
}
