import { doctorReport } from "../../diagnostics/messages/doctor.ts";
import { createNodeHost } from "../../host/node.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { examineMachine } from "../doctor/machine.ts";
import { examineProject } from "../doctor/project.ts";

/** `foredeck doctor`: says what is fine and what is not on this machine and in this project. */
export async function doctor({ json }: { readonly json?: boolean }, io: Io): Promise<Exit> {
  const host = createNodeHost();
  const { platform, versions } = process;
  const all = [
    ...(await examineMachine(host, io, { node: versions.node, platform })),
    ...(await examineProject(host, io.cwd)),
  ];
  const problems = all.filter(({ state }) => state === "problem").length;
  await io.out.write(
    json === true
      ? `${JSON.stringify({ version: 1, problems, checks: all }, undefined, 2)}\n`
      : doctorReport(all),
  );
  return problems === 0 ? EXIT.done : EXIT.errors;
}
