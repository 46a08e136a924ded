/** What happens to the streams of an investment at one end of a sensitivity. */
export type Scenario = readonly Step[];

interface Step {
  readonly of: "costs" | "benefits";
  /** The stream, counted from 0; all when left out. */
  readonly line?: number;
  readonly times?: number;
  /** Periods by which the stream is late. */
  readonly later?: number;
}

/** How the stated net present values were reached, by bundle, in the order of its sensitivities. */
export const SCENARIOS: Readonly<
  Record<string, readonly { readonly low: Scenario; readonly high: Scenario }[]>
> = {
  libraries: [
    { low: [{ of: "benefits", line: 1, times: 0.5 }], high: [{ of: "benefits", line: 1, times: 1.25 }] },
    { low: [{ of: "benefits", line: 0, times: 0.8 }], high: [{ of: "benefits", line: 0, times: 1.1 }] },
    { low: [{ of: "costs", line: 1, times: 1.1 }], high: [{ of: "costs", line: 1, times: 0.9 }] },
  ],
};
