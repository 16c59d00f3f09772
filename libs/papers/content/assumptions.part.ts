import {
  isPercentage,
  PARAMETER_UNIT_WORDS,
  parameterByKey,
  type ParameterDefinition,
} from '#modules/registry';
import type { RunAssumption } from '#projections';
import { column, heading, paragraph, tableOf, tableOr, type PaperBlock, type PaperRow } from '../paper';
import type { PlanSnapshot } from '../plan-snapshot';
import { financialYear } from './words';

const FIGURE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });

/** A value in the unit that is named beside it. */
function valueWords(value: number, definition: ParameterDefinition): string {
  const choice = definition.choices?.find((one) => one.value === value);
  if (choice !== undefined) return choice.label;
  return FIGURE.format(isPercentage(definition.unit) ? Number((value * 100).toPrecision(12)) : value);
}

const yearsWords = ({ firstYear, lastYear }: RunAssumption): string =>
  firstYear === lastYear
    ? financialYear(firstYear)
    : `${financialYear(firstYear)} to ${financialYear(lastYear)}`;

function groupName({ document }: PlanSnapshot, code: string): string {
  return document.staffGroups[code] ?? code;
}

/** Values that someone entered, or that were calibrated: all that is not a national default. */
function enteredRows(snapshot: PlanSnapshot): readonly PaperRow[] {
  const { runs } = snapshot.document.content;
  const rows = snapshot.assumptions.flatMap((assumptions, place) =>
    (assumptions ?? [])
      .filter(({ level }) => level === 'scenario')
      .flatMap((each) => {
        const definition = parameterByKey(each.parameter);
        if (definition === undefined) return [];
        const { code = '', name = '' } = runs[place]?.organisation ?? {};
        return [
          {
            organisation: name,
            code,
            parameter: definition.label,
            group: groupName(snapshot, each.staffGroup),
            years: yearsWords(each),
            value:
              `${valueWords(each.value, definition)} ${definition.choices === undefined ? PARAMETER_UNIT_WORDS[definition.unit] : ''}`.trim(),
            source: [each.source ?? 'No source given', each.author]
              .filter((text) => text !== null)
              .join('; '),
          },
        ];
      }),
  );
  return joinedGroups(rows);
}

type EnteredRow = Readonly<
  Record<'organisation' | 'code' | 'parameter' | 'group' | 'years' | 'value' | 'source', string>
>;

/** Staff groups that share a value, its years and its source stand in one row. */
function joinedGroups(rows: readonly EnteredRow[]): readonly PaperRow[] {
  const joined = new Map<string, EnteredRow>();
  for (const row of rows) {
    const { organisation, parameter, years, value, source } = row;
    const key = JSON.stringify([organisation, parameter, years, value, source]);
    const known = joined.get(key);
    joined.set(key, known === undefined ? row : { ...known, group: `${known.group}, ${row.group}` });
  }
  return [...joined.values()];
}

/** National defaults that runs used, one row for each parameter with its range over groups, years and runs. */
function defaultRows(snapshot: PlanSnapshot): readonly PaperRow[] {
  const byParameter = new Map<string, RunAssumption[]>();
  for (const each of snapshot.assumptions.flatMap((assumptions) => assumptions ?? [])) {
    if (each.level !== 'national-default') continue;
    byParameter.set(each.parameter, [...(byParameter.get(each.parameter) ?? []), each]);
  }
  return [...byParameter].flatMap(([key, uses]) => {
    const definition = parameterByKey(key);
    if (definition === undefined) return [];
    const values = uses.map(({ value }) => value);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const from = valueWords(low, definition);
    return [
      {
        parameter: definition.label,
        value: low === high ? from : `${from} to ${valueWords(high, definition)}`,
        unit: definition.choices === undefined ? PARAMETER_UNIT_WORDS[definition.unit] : '',
        source: [...new Set(uses.map(({ source }) => source ?? ''))].join('; '),
      },
    ];
  });
}

/** The appendix of assumptions: what the runs of this version read, whatever was entered since. */
export function assumptionsPart(snapshot: PlanSnapshot): readonly PaperBlock[] {
  const lost = snapshot.document.content.runs.filter((_, place) => snapshot.assumptions[place] === null);
  const entered = tableOf(
    ['entered-assumptions', 'Assumptions that were entered or calibrated'],
    [
      column('parameter', 'Assumption'),
      column('organisation', 'Organisation'),
      column('group', 'Staff groups'),
      column('years', 'Years'),
      column('value', 'Value'),
      column('source', 'Source or basis, and who'),
    ],
    enteredRows(snapshot),
  );
  const defaults = tableOf(
    ['national-defaults', 'National defaults that were used'],
    [
      column('parameter', 'Assumption'),
      column('value', 'Value'),
      column('unit', 'Unit'),
      column('source', 'Source'),
    ],
    defaultRows(snapshot),
  );
  return [
    heading(1, 'Appendix: assumptions'),
    paragraph(
      'These are the values that the runs of this version read. What was entered since changes none of them.',
      'note',
    ),
    ...lost.map(({ organisation }) =>
      paragraph(`Where the values of ${organisation.name} came from was not kept with its run.`),
    ),
    heading(2, 'Entered or calibrated'),
    tableOr(entered, 'Nothing was entered: the plan rests on national defaults.'),
    heading(2, 'National defaults'),
    tableOr(defaults, 'No national default was used.'),
  ];
}
