import {
  explainCell,
  type CellQuestion,
  type Explanation,
  type ExplainedAssumption,
} from '#modules/explanation';
import { MONTHLY_MEASURES, type MonthlyMeasure, type ProjectionInput } from '#modules/projection';
import { InvalidInputError, NotFoundError } from '#platform';
import type { ProjectionUnit } from '#queue';
import type { EntityManager } from 'typeorm';
import { readProvenance, type EntryProvenance, type InputProvenance } from '../run/input-provenance';
import { loadStoredInput } from '../run/run-input.repository';
import { readSeries } from '../series/result.repository';
import { monthsOf, type GroupSeries } from '../series/series.codec';
import { readNames, type Names } from './provenance-names';

/** Where the value of one year comes from, as a person reads it. */
export interface ValueOrigin {
  readonly year: number;
  readonly level: 'national-default' | 'scenario' | 'sum' | 'not-kept';
  /** Source of a national default, or the basis that was entered. */
  readonly source: string | null;
  readonly scenario: string | null;
  readonly organisation: string | null;
  readonly author: string | null;
}

/** A register entry with its fields and where it comes from. */
export interface EntryOrigin {
  readonly register: string;
  readonly entryId: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly organisation: string | null;
  readonly scenario: string | null;
  readonly author: string | null;
  readonly note: string | null;
}

/** An explanation with the origin of everything that it names. */
export interface ExplainedNumber {
  readonly runId: string;
  readonly engineVersion: string;
  readonly inputSha256: string;
  readonly explanation: Explanation;
  /** By parameter and staff group (`<parameter> <staff group>`), for every assumption that the explanation names. */
  readonly origins: Readonly<Record<string, readonly ValueOrigin[]>>;
  readonly entries: readonly EntryOrigin[];
}

/**
 * How one number of a published run came about.
 *
 * @param manager of a transaction in which all plain reads see one moment
 * @throws NotFoundError for an unknown run, or a staff group that it has not
 * @throws InvalidInputError for a month or measure that no run has
 */
export async function explainNumber(
  manager: EntityManager,
  runId: string,
  question: CellQuestion,
): Promise<ExplainedNumber> {
  const { inputSha256, engineVersion } = await readRun(manager, runId);
  const input = JSON.parse((await loadStoredInput(manager, inputSha256)).text) as ProjectionInput;
  const series = (await readSeries(manager, [runId])).get(runId)?.get(question.staffGroup);
  if (series === undefined) {
    throw new NotFoundError('The run has no figures of this staff group.', { ...question, runId });
  }
  const explanation = explainCell(runOf(input, series, question), checked(question, series));
  const provenance = await readProvenance(manager, runId);
  const names = await readNames(manager, provenance);
  return {
    runId,
    engineVersion,
    inputSha256,
    explanation,
    origins: originsOf(explanation, provenance, names),
    entries: entriesOf(explanation, input, { provenance, names }),
  };
}

/** @throws NotFoundError for a run that is unknown or of another unit */
export async function requireRunOfUnit(
  manager: EntityManager,
  { scenarioId, organisationId }: ProjectionUnit,
  runId: string,
): Promise<void> {
  const found: unknown[] = await manager.query(
    'SELECT id FROM projection_run WHERE id = ? AND scenario_id = ? AND organisation_id = ?',
    [runId, scenarioId, organisationId],
  );
  if (found.length === 0) throw new NotFoundError('It has no such run.', { runId, organisationId });
}

async function readRun(
  manager: EntityManager,
  runId: string,
): Promise<{ readonly inputSha256: string; readonly engineVersion: string }> {
  const [row]: { inputSha256: string | null; engineVersion: string }[] = await manager.query(
    'SELECT input_sha256 AS inputSha256, engine_version AS engineVersion FROM projection_run WHERE id = ?',
    [runId],
  );
  if (row === undefined || row.inputSha256 === null) {
    throw new NotFoundError('There is no such run, or it has no input.', { runId });
  }
  return { inputSha256: row.inputSha256, engineVersion: row.engineVersion };
}

function runOf(input: ProjectionInput, series: GroupSeries, { staffGroup }: CellQuestion) {
  const figures = Object.fromEntries(
    MONTHLY_MEASURES.map((measure) => [measure, [...series.series[measure]]]),
  ) as unknown as Record<MonthlyMeasure, number[]>;
  return { input, months: monthsOf(series), group: { code: staffGroup, series: figures } };
}

function checked(question: CellQuestion, series: GroupSeries): CellQuestion {
  const months = monthsOf(series);
  if (months.includes(question.month)) return question;
  throw new InvalidInputError([
    {
      pointer: 'month',
      rule: 'month-of-run',
      message: `The run has no ${question.month}.`,
      fix: `Choose a month from ${months[0] ?? ''} to ${months.at(-1) ?? ''}.`,
    },
  ]);
}

function assumptionsOf({ assumptions, steps }: Explanation): readonly ExplainedAssumption[] {
  return [...assumptions, ...steps.flatMap((step) => step.assumptions)];
}

function originsOf(
  explanation: Explanation,
  provenance: InputProvenance | null,
  names: Names,
): ExplainedNumber['origins'] {
  return Object.fromEntries(
    assumptionsOf(explanation).map(({ parameter, staffGroup, values }) => [
      `${parameter} ${staffGroup}`,
      values.map(({ year, index }) =>
        originOf(year, provenance?.assumptions[parameter]?.[staffGroup]?.[index], names),
      ),
    ]),
  );
}

type Mark = InputProvenance['assumptions'][string][string][number];

function originOf(year: number, mark: Mark | undefined, names: Names): ValueOrigin {
  const nowhere = { scenario: null, organisation: null, author: null };
  if (mark === undefined) return { year, level: 'not-kept', source: null, ...nowhere };
  if (mark.level === 'sum') return { year, level: 'sum', source: null, ...nowhere };
  if (mark.level === 'national-default') return { year, level: mark.level, source: mark.source, ...nowhere };
  return {
    year,
    level: 'scenario',
    source: mark.basis,
    scenario: names.scenarios.get(mark.scenarioId) ?? null,
    organisation: names.organisations.get(mark.organisationId) ?? null,
    author: names.authors.get(`${mark.assumptionId} ${mark.version}`) ?? null,
  };
}

function entriesOf(
  explanation: Explanation,
  { registers }: ProjectionInput,
  { provenance, names }: { readonly provenance: InputProvenance | null; readonly names: Names },
): readonly EntryOrigin[] {
  const named = [...explanation.registers, ...explanation.steps.flatMap((step) => step.registers)];
  const places = new Set(
    named.flatMap(({ register, entryIds }) => entryIds.map((entryId) => `${register} ${entryId}`)),
  );
  return [...places].map((place) => {
    const [register = '', entryId = ''] = place.split(' ');
    const values = registers?.[register]?.find(({ id }) => id === entryId)?.values ?? {};
    return { register, entryId, values, ...placeOf(provenance?.registers[register]?.[entryId], names) };
  });
}

function placeOf(
  mark: EntryProvenance | undefined,
  names: Names,
): Pick<EntryOrigin, 'organisation' | 'scenario' | 'author' | 'note'> {
  if (mark === undefined) return { organisation: null, scenario: null, author: null, note: null };
  const { organisationId, scenarioId, author, note } = mark;
  return {
    organisation: names.organisations.get(organisationId) ?? null,
    scenario: names.scenarios.get(scenarioId) ?? null,
    author,
    note,
  };
}
