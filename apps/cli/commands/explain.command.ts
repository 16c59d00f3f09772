import type { Command } from 'commander';
import type { CellQuestion, ExplanationStep } from '#modules/explanation';
import { MONTHLY_MEASURES } from '#modules/projection';
import { UnitOfWork } from '#persistence';
import { InvalidInputError } from '#platform';
import { ProjectionsService, type EntryOrigin, type ExplainedNumber, type ValueOrigin } from '#projections';
import { withDatabase } from '../with-database';
import { financialYearLabel } from '#modules/report-layout';

interface ExplainOptions {
  readonly cell: string;
  readonly span: string;
  readonly json?: boolean;
}

/** Adds `explain` to the program. */
export function registerExplain(program: Command): void {
  program
    .command('explain')
    .description('Print how one number of a run came about: opening, flows, assumptions and their sources')
    .argument('<run>', 'id of the run')
    .requiredOption('--cell <group/measure/month>', 'for instance midwives/fte/2028-03')
    .option('--span <span>', 'month, or year: the twelve months that end with it', 'year')
    .option('--json', 'print the explanation as JSON')
    .action((run: string, options: ExplainOptions) => explain(run, options));
}

async function explain(run: string, { cell, span, json }: ExplainOptions): Promise<void> {
  const question = questionOf(cell, span);
  const explained = await withDatabase((dataSource) =>
    new ProjectionsService(new UnitOfWork(dataSource)).explainRun(run, question),
  );
  process.stdout.write(json === true ? `${JSON.stringify(explained, null, 2)}\n` : describe(explained));
}

function questionOf(cell: string, span: string): CellQuestion {
  const [staffGroup = '', measure, month = ''] = cell.split('/');
  const known = MONTHLY_MEASURES.find((each) => each === measure);
  if (known === undefined) {
    throw invalid(
      'cell',
      'known-measure',
      `"${measure ?? ''}" is not a measure.`,
      MONTHLY_MEASURES.join(', '),
    );
  }
  if (span !== 'month' && span !== 'year') {
    throw invalid('span', 'known-span', `"${span}" is not a span.`, 'month, year');
  }
  return { staffGroup, measure: known, month, span };
}

function invalid(pointer: string, rule: string, message: string, choices: string): InvalidInputError {
  return new InvalidInputError([{ pointer, rule, message, fix: `Use one of ${choices}.` }]);
}

function describe({ explanation, origins, entries, runId }: ExplainedNumber): string {
  const { label, staffGroup, from, to, value, unit, opening, steps, formula } = explanation;
  const lines = [
    `${label}, ${staffGroup}, ${to}: ${figure(value, unit)} ${WORDS[unit]}`,
    `run ${runId}`,
    `  ${formula}`,
    ...(opening === null ? [] : [`  opening ${from}`.padEnd(44) + figure(opening, unit)]),
    ...steps.filter(({ amount }) => amount !== 0).flatMap((step) => describeStep(step, origins)),
    ...(opening === null ? [] : [`  closing ${to}`.padEnd(44) + figure(value, unit)]),
    ...describeAssumptions(explanation.assumptions, origins),
    ...entries.map(describeEntry),
  ];
  return `${lines.join('\n')}\n`;
}

const WORDS = { headcount: 'people', fte: 'WTE', pounds: 'pounds' } as const;

function figure(value: number, unit: keyof typeof WORDS): string {
  const digits = unit === 'pounds' ? 0 : 4;
  return new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

function describeStep(step: ExplanationStep, origins: ExplainedNumber['origins']): readonly string[] {
  return [
    `  ${step.label}`.padEnd(44) + figure(step.amount, step.unit),
    `      ${step.formula}`,
    ...describeAssumptions(step.assumptions, origins),
  ];
}

function describeAssumptions(
  assumptions: ExplanationStep['assumptions'],
  origins: ExplainedNumber['origins'],
): readonly string[] {
  return assumptions.flatMap(({ parameter, staffGroup, label, values }) =>
    values.map(({ year, value }, index) => {
      const origin = origins[`${parameter} ${staffGroup}`]?.[index];
      return `      ${label}, ${financialYearLabel(year)}: ${value} (${whence(origin)})`;
    }),
  );
}

function whence(origin: ValueOrigin | undefined): string {
  if (origin === undefined || origin.level === 'not-kept') return 'origin not kept';
  if (origin.level === 'sum') return 'sum of its staff groups';
  if (origin.level === 'national-default') return `national default: ${origin.source ?? ''}`;
  const { scenario, organisation, author, source } = origin;
  return [scenario, organisation, author, source].filter((part) => part !== null).join(', ');
}

function describeEntry({ register, entryId, values, organisation, author }: EntryOrigin): string {
  const fields = Object.entries(values).map(([key, value]) => `${key} ${JSON.stringify(value)}`);
  const origin = [organisation, author].filter((part) => part !== null).join(', ');
  return `      ${register} ${entryId}: ${fields.join(', ')} (${origin})`;
}
