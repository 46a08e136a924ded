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
  admissions: [
    {
      low: [
        { of: "benefits", line: 0, times: 0.7 },
        { of: "costs", line: 3, times: 0.7 },
      ],
      high: [
        { of: "benefits", line: 0, times: 1.15 },
        { of: "costs", line: 3, times: 1.15 },
      ],
    },
    { low: [{ of: "costs", line: 0, times: 1.5 }], high: [{ of: "costs", line: 0, times: 0.833333333333 }] },
    { low: [{ of: "costs", line: 3, times: 1.25 }], high: [{ of: "costs", line: 3, times: 0.9 }] },
  ],
  claims: [
    { low: [{ of: "benefits", times: 0.75 }], high: [{ of: "benefits", times: 1.1 }] },
    { low: [{ of: "benefits", line: 1, times: 0 }], high: [{ of: "benefits", line: 1, times: 1.25 }] },
    { low: [{ of: "costs", line: 1, times: 1.25 }], high: [{ of: "costs", line: 1, times: 0.875 }] },
  ],
  dairy: [
    { low: [{ of: "benefits", line: 0, times: 0.7 }], high: [{ of: "benefits", line: 0, times: 1.2 }] },
    { low: [{ of: "costs", line: 0, times: 1.2 }], high: [{ of: "costs", line: 0, times: 0.9 }] },
    { low: [{ of: "benefits", later: 1 }], high: [{ of: "benefits", times: 1 }] },
  ],
  helpdesk: [
    { low: [{ of: "benefits", line: 0, times: 0.75 }], high: [{ of: "benefits", line: 0, times: 1.1 }] },
    { low: [{ of: "benefits", line: 1, times: 0 }], high: [{ of: "benefits", line: 1, times: 1.5 }] },
    { low: [{ of: "costs", line: 0, times: 1.15 }], high: [{ of: "costs", line: 0, times: 0.95 }] },
  ],
  hotels: [
    {
      low: [{ of: "benefits", line: 0, times: 0.642857142857 }],
      high: [{ of: "benefits", line: 0, times: 1.357142857143 }],
    },
    { low: [{ of: "benefits", line: 0, times: 0.8 }], high: [{ of: "benefits", line: 0, times: 1.2 }] },
    { low: [{ of: "costs", line: 0, times: 1.1 }], high: [{ of: "costs", line: 0, times: 0.9 }] },
  ],
  kalastus: [
    {
      low: [{ of: "benefits", line: 0, times: 0.666666666667 }],
      high: [{ of: "benefits", line: 0, times: 1.1 }],
    },
    { low: [{ of: "costs", line: 0, times: 1.2 }], high: [{ of: "costs", line: 0, times: 0.9 }] },
    { low: [{ of: "costs", line: 1, times: 1.5 }], high: [{ of: "costs", line: 1, times: 0.8 }] },
  ],
  konepaja: [
    { low: [{ of: "benefits", line: 0, times: 0.7 }], high: [{ of: "benefits", line: 0, times: 1.2 }] },
    { low: [{ of: "costs", line: 0, times: 1.15 }], high: [{ of: "costs", line: 0, times: 0.95 }] },
    { low: [{ of: "benefits", later: 1 }], high: [{ of: "benefits", times: 1 }] },
  ],
  libraries: [
    { low: [{ of: "benefits", line: 1, times: 0.5 }], high: [{ of: "benefits", line: 1, times: 1.25 }] },
    { low: [{ of: "benefits", line: 0, times: 0.8 }], high: [{ of: "benefits", line: 0, times: 1.1 }] },
    { low: [{ of: "costs", line: 1, times: 1.1 }], high: [{ of: "costs", line: 1, times: 0.9 }] },
  ],
};
