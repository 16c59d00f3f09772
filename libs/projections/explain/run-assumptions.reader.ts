import type { ProjectionInput, ResolvedAssumptions } from '#modules/projection';
import type { EntityManager } from 'typeorm';
import { readProvenance, type InputProvenance } from '../run/input-provenance';
import { loadStoredInput } from '../run/run-input.repository';
import { readNames, type Names } from './provenance-names';

/** A value that a run read, for as many years in a row as it is the same and comes from the same place. */
export interface RunAssumption {
  readonly parameter: string;
  /** A leaf, or `all-staff` for what is of the organisation as a whole. */
  readonly staffGroup: string;
  /** First calendar years of the financial years. */
  readonly firstYear: number;
  readonly lastYear: number;
  readonly value: number;
  readonly level: 'national-default' | 'scenario' | 'sum';
  /** Source of a national default, or the basis that was entered. */
  readonly source: string | null;
  readonly scenario: string | null;
  readonly organisation: string | null;
  readonly author: string | null;
}

/**
 * Every value that a run read, with where it came from then: what was entered since changes nothing.
 *
 * @returns null for a run made before its origins were kept
 * @throws NotFoundError where the input is not stored
 */
export async function readRunAssumptions(
  manager: EntityManager,
  run: { readonly runId: string; readonly inputSha256: string },
): Promise<readonly RunAssumption[] | null> {
  const provenance = await readProvenance(manager, run.runId);
  if (provenance === null) return null;
  const { text } = await loadStoredInput(manager, run.inputSha256);
  const { assumptions, calendar } = JSON.parse(text) as ProjectionInput;
  return runAssumptionsOf(assumptions, provenance.assumptions, {
    names: await readNames(manager, provenance),
    // Index 0 is the year before the round: an estimate, and not of the plan.
    firstYear: calendar.firstYear - 1,
  });
}

type Marks = InputProvenance['assumptions'];

/** The values of an input with their marks, years of the round that are alike as one. Pure. */
export function runAssumptionsOf(
  assumptions: ResolvedAssumptions,
  marks: Marks,
  { names, firstYear }: { readonly names: Names; readonly firstYear: number },
): readonly RunAssumption[] {
  return Object.entries(assumptions).flatMap(([parameter, byGroup]) =>
    Object.entries(byGroup).flatMap(([staffGroup, { values }]) => {
      const spans: RunAssumption[] = [];
      values.forEach((value, index) => {
        const mark = marks[parameter]?.[staffGroup]?.[index];
        if (index === 0 || mark === undefined) return;
        const year = firstYear + index;
        const one = {
          parameter,
          staffGroup,
          firstYear: year,
          lastYear: year,
          value,
          ...originOf(mark, names),
        };
        const before = spans.at(-1);
        if (before !== undefined && isAlike(before, one))
          spans[spans.length - 1] = { ...before, lastYear: year };
        else spans.push(one);
      });
      return spans;
    }),
  );
}

type Origin = Pick<RunAssumption, 'level' | 'source' | 'scenario' | 'organisation' | 'author'>;

function originOf(mark: Marks[string][string][number], names: Names): Origin {
  const nowhere = { scenario: null, organisation: null, author: null };
  if (mark.level === 'sum') return { level: 'sum', source: null, ...nowhere };
  if (mark.level === 'national-default') return { level: mark.level, source: mark.source, ...nowhere };
  return {
    level: 'scenario',
    source: mark.basis,
    scenario: names.scenarios.get(mark.scenarioId) ?? null,
    organisation: names.organisations.get(mark.organisationId) ?? null,
    author: names.authors.get(`${mark.assumptionId} ${mark.version}`) ?? null,
  };
}

function isAlike(left: RunAssumption, right: RunAssumption): boolean {
  const keys = ['value', 'level', 'source', 'scenario', 'organisation', 'author'] as const;
  return keys.every((key) => left[key] === right[key]);
}
