import * as messages from "../../../diagnostics/messages/index.ts";
import type { Bundle } from "../../../model/bundle/index.ts";
import { date, plain } from "./chain.ts";

const { READINESS } = messages;

export interface Person {
  readonly name: string;
  readonly role: string;
  readonly part: string;
  readonly met?: string;
  /** Their concern and objections, as sentences. */
  readonly said: readonly string[];
  /** Why they do not count as heard. */
  readonly missing: readonly string[];
}

/** Parts of people who must be consulted, as the rule people/heard counts them. */
const MUST = new Set(["approver", "contributor", "gatekeeper"]);

export interface People {
  readonly heard: readonly Person[];
  readonly notHeard: readonly Person[];
  /** People who need not be consulted first. */
  readonly others: readonly Person[];
}

export function peopleOf(resolved: Bundle): People {
  const { stakeholders = [], objections = [], ask } = resolved;
  const dated = resolved.date ?? resolved.meeting?.date;
  const people = stakeholders.map((each) => {
    const part = each.id === ask?.approver ? "approver" : each.part;
    const raised = objections.filter((objection) => objection.from === each.id);
    const none = each.concern?.trim().toLowerCase() === "none known";
    const said = [
      ...(each.concern === undefined
        ? []
        : [none ? READINESS.noneKnown : messages.readinessConcern(plain(each.concern))]),
      ...raised.map(({ objection }) => messages.readinessObjects(plain(objection))),
    ];
    const later = each.met !== undefined && dated !== undefined && each.met > dated;
    const missing = [
      ...(each.met === undefined ? [messages.readinessNotMet()] : []),
      ...(later ? [messages.readinessMetLater(date(each.met ?? ""))] : []),
      ...(said.length === 0 ? [messages.readinessNoConcern()] : []),
    ];
    const person: Person = {
      ...{ name: each.name, role: each.role, said, missing },
      part: part === undefined ? "" : READINESS.parts[part],
      ...(each.met === undefined || later ? {} : { met: each.met }),
    };
    return { person, must: part !== undefined && MUST.has(part) };
  });
  const those = (wanted: (each: (typeof people)[number]) => boolean): readonly Person[] =>
    people.filter(wanted).map(({ person }) => person);
  return {
    heard: those(({ must, person }) => must && person.missing.length === 0),
    notHeard: those(({ must, person }) => must && person.missing.length > 0),
    others: those(({ must }) => !must),
  };
}
