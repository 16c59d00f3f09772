import type { ExplainedAssumption, Explanation } from '../explanation';

/** Where the value of one year of an assumption comes from. */
export interface ExplainedOrigin {
  readonly level: 'national-default' | 'scenario' | 'sum' | 'not-kept';
  readonly source: string | null;
  readonly organisation: string | null;
  readonly author: string | null;
}

/** How a number came about, with the origins of its assumptions by `<parameter> <staff group>`. */
export interface ExplainedWithOrigins {
  readonly explanation: Explanation;
  readonly origins: Readonly<Record<string, readonly ExplainedOrigin[]>>;
}

/** One value of one assumption that the number rests on. */
export interface ExplainedRow {
  readonly assumption: ExplainedAssumption;
  readonly value: ExplainedAssumption['values'][number];
  readonly origin: ExplainedOrigin | null;
  /** The steps that read it. */
  readonly usedIn: readonly string[];
}

/** Every assumption that a number rests on, once, in the order in which the steps read them. */
export function explainedRows({ explanation, origins }: ExplainedWithOrigins): ExplainedRow[] {
  const readings = [
    ...explanation.assumptions.map((assumption) => ({ assumption, step: explanation.label })),
    ...explanation.steps.flatMap((step) =>
      step.assumptions.map((assumption) => ({ assumption, step: step.label })),
    ),
  ];
  const byPlace = new Map<string, { assumption: ExplainedAssumption; steps: Set<string> }>();
  for (const { assumption, step } of readings) {
    const place = `${assumption.parameter} ${assumption.staffGroup}`;
    const known = byPlace.get(place) ?? { assumption, steps: new Set<string>() };
    known.steps.add(step);
    byPlace.set(place, known);
  }
  return [...byPlace].flatMap(([place, { assumption, steps }]) =>
    assumption.values.map((value, index) => ({
      assumption,
      value,
      origin: origins[place]?.[index] ?? null,
      usedIn: [...steps],
    })),
  );
}

/** Where a value comes from, in words. */
export function originWords(origin: ExplainedOrigin | null): string {
  switch (origin?.level) {
    case 'national-default':
      return 'National default';
    case 'sum':
      return 'Sum of the staff groups below';
    case 'scenario': {
      const place = origin.organisation === null ? '' : ` at ${origin.organisation}`;
      const author = origin.author === null ? '' : ` by ${origin.author}`;
      return `Entered${place}${author}`;
    }
    case 'not-kept':
    case undefined:
      return 'Not kept for this run';
  }
}
