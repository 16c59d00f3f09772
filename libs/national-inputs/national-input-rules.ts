import { readReferenceTable } from '#organisations';
import type { InputFault } from '#platform';
import { ENVELOPES, type EnvelopeLine, type TrainingSupplyLine } from './envelope';

/** A fault of one field of one line. */
type FieldFault = Omit<InputFault, 'pointer'> & { readonly field: string };

/** What a line may name: the reference areas, staff groups and apprenticeship standards. */
export interface KnownCodes {
  readonly areas: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
  readonly staffGroups: ReadonlySet<string>;
  readonly standards: ReadonlySet<string>;
}

/** Reads the codes that lines may name from the reference tables. */
export function loadKnownCodes(): KnownCodes {
  const organisations = readReferenceTable('organisations/organisations.csv', ['code', 'type']);
  const codesOf = (...types: readonly string[]): ReadonlySet<string> =>
    new Set(organisations.filter(({ type }) => types.includes(type)).map(({ code }) => code));
  const groups = readReferenceTable('staff-groups/staff-groups.csv', ['code']);
  const standards = readReferenceTable('policy/apprenticeship_standards.csv', ['reference']);
  return {
    areas: codesOf('nation', 'region', 'system'),
    regions: codesOf('region'),
    staffGroups: new Set(groups.map(({ code }) => code)),
    standards: new Set(standards.map(({ reference }) => reference)),
  };
}

/** What is wrong with lines of envelopes; nothing when they can be taken. */
export function envelopeFaults(lines: readonly EnvelopeLine[], known: KnownCodes): readonly InputFault[] {
  return faultsOf(lines, (line) => [
    ...unknownCode('organisation', line.organisation, known.areas, 'England, a region or a system'),
    ...unknownCode('staffGroup', line.staffGroup, known.staffGroups, 'a staff group'),
    ...unknownCode('standard', line.standard, known.standards, 'an apprenticeship standard'),
    ...misplacedStandard(line),
    ...partialPeople(line),
  ]).concat(repeats(lines, ['organisation', 'envelope', 'staffGroup', 'standard']));
}

/** What is wrong with lines of training supply; nothing when they can be taken. */
export function trainingSupplyFaults(
  lines: readonly TrainingSupplyLine[],
  known: KnownCodes,
): readonly InputFault[] {
  return faultsOf(lines, (line) => [
    ...unknownCode('region', line.region, known.regions, 'a region'),
    ...unknownCode('staffGroup', line.staffGroup, known.staffGroups, 'a staff group'),
  ]).concat(repeats(lines, ['region', 'staffGroup']));
}

function faultsOf<Line>(lines: readonly Line[], check: (line: Line) => readonly FieldFault[]): InputFault[] {
  return lines.flatMap((line, index) =>
    check(line).map(({ field, ...fault }) => ({ pointer: `/lines/${index}/${field}`, ...fault })),
  );
}

function unknownCode(
  field: string,
  code: string | null,
  known: ReadonlySet<string>,
  what: string,
): readonly FieldFault[] {
  if (code === null || known.has(code)) return [];
  const message = `"${code}" is not the code of ${what}.`;
  return [
    { field, rule: 'known-code', message, fix: 'Use a code of the reference tables, or leave the line out.' },
  ];
}

function misplacedStandard({ envelope, standard }: EnvelopeLine): readonly FieldFault[] {
  if (standard === null || envelope === 'apprenticeship-starts') return [];
  const message = `An envelope of ${envelope} is not by apprenticeship standard.`;
  return [{ field: 'standard', rule: 'standard-of-apprenticeship', message, fix: 'Leave "standard" out.' }];
}

function partialPeople({ envelope, amount }: EnvelopeLine): readonly FieldFault[] {
  const { unit } = ENVELOPES.find(({ code }) => code === envelope) ?? { unit: 'pounds' };
  if (unit === 'pounds' || Number.isInteger(amount)) return [];
  const message = `An envelope of ${envelope} counts people; ${amount} is not a whole number.`;
  return [{ field: 'amount', rule: 'whole-people', message, fix: 'Give a whole number.' }];
}

/** Two lines about the same thing would leave open which of them holds. */
function repeats<Line>(lines: readonly Line[], keys: readonly (keyof Line & string)[]): InputFault[] {
  const first = new Map<string, number>();
  return lines.flatMap((line, index) => {
    const identity = JSON.stringify(keys.map((key) => line[key]));
    const earlier = first.get(identity);
    first.set(identity, earlier ?? index);
    if (earlier === undefined) return [];
    const message = `The line is about the same as line ${earlier}.`;
    return [
      { pointer: `/lines/${index}`, rule: 'one-line-each', message, fix: 'Keep one of the two lines.' },
    ];
  });
}
