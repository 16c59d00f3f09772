import type { EsrChange, EsrPosition, LeaverReasons } from './esr-report';
import type { EsrReading, EsrReadingContext } from './esr-reading';
import type { Extract } from './extract/extract';
import { compareExtracts, countedAtEitherEnd } from './flows/extract-flows';
import { reconcileLists, type ListedPeople } from './flows/list-reconciliation';
import { turnoverMeasures } from './flows/turnover-measures';
import type { LeaverFacts, PeopleListReader } from './reading/people-list.reader';
import { NOT_IN_POST_RULES, rulesWith } from './reference/assignment-rules';
import type { LeavingPlace } from './reference/esr-reference';

/** What every total of an extract covers. */
export const EXTRACT_COVERAGE =
  'Staff employed by the organisation on contract; not bank, honorary contracts, non-executives, people on career break, people seconded in or out unpaid, hosted staff, learners before registration, or agency.';

/** Joiners, leavers, moves, turnover and reconciliation; null without an earlier extract. */
export function toChange(
  reading: EsrReading,
  { tables, days }: Pick<EsrReadingContext, 'tables' | 'days'>,
): EsrChange | null {
  const [earlier, later] = [reading.extracts.get('earlier'), reading.extracts.get('extract')];
  if (earlier === undefined || later === undefined || days.earlierAsAt === null) return null;
  const facts = leaverFactsOf(later, reading.lists.get('leavers'));
  const people = { earlier: earlier.people, later: later.people };
  return {
    earlierAsAt: days.earlierAsAt,
    months: monthsBetween(days.earlierAsAt, days.asAt),
    flows: compareExtracts(earlier.people, later.people, tables.axes, days.earlierAsAt),
    turnover: turnoverMeasures({
      ...people,
      axes: tables.axes,
      places: new Map([...facts].map(([pseudonym, { place }]): [string, LeavingPlace] => [pseudonym, place])),
      traineeRules: rulesWith(tables.rules, ({ effect }) => effect === 'trainee'),
      fixedTermRules: rulesWith(tables.rules, ({ effect }) => effect === 'fixed-term'),
    }),
    leaverReasons: toReasons(earlier, later, facts),
    reconciliation: reconcileLists({
      ...people,
      starters: toListed(reading.lists.get('starters')),
      leavers: toListed(reading.lists.get('leavers')),
      outsideRules: rulesWith(
        tables.rules,
        ({ effect, code }) =>
          (effect === 'apart' || effect === 'left-out') && !NOT_IN_POST_RULES.includes(code),
      ),
    }),
  };
}

/** What the later extract says of those who ended, and above it what the leavers list says. */
function leaverFactsOf(later: Extract, list: PeopleListReader | undefined): Map<string, LeaverFacts> {
  return new Map([...later.leavers, ...(list?.people ?? [])]);
}

function toListed(list: PeopleListReader | undefined): ListedPeople | null {
  if (list === undefined) return null;
  return { pseudonyms: new Set(list.people.keys()), outsidePeriod: list.outsidePeriod };
}

/** Leavers of the extracts by cause and place. */
function toReasons(earlier: Extract, later: Extract, facts: ReadonlyMap<string, LeaverFacts>): LeaverReasons {
  const causes = new Map<string, number>();
  const places = new Map<string, number>();
  const unknown: LeaverFacts = { place: 'not-known', cause: 'not-known' };
  for (const one of countedAtEitherEnd(earlier.people, later.people)) {
    if (one.earlier === null || one.later !== null) continue;
    const { cause, place } = facts.get(one.pseudonym) ?? unknown;
    causes.set(cause, (causes.get(cause) ?? 0) + 1);
    places.set(place, (places.get(place) ?? 0) + 1);
  }
  return {
    byCause: sorted(causes).map(([cause, people]) => ({ cause, people })),
    byPlace: sorted(places).map(([place, people]) => ({ place, people })),
  };
}

const sorted = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort(([a], [b]) => (a < b ? -1 : 1));

/** Why an extract cannot serve as a baseline yet. */
export function blockersOf(position: EsrPosition): string[] {
  return position.unmapped.map(({ field, value, assignments, fte }) => {
    const what = value === null ? 'texts that are no code' : value === '' ? '(blank)' : `“${value}”`;
    return `${UNMAPPED_LABELS[field]} ${what} is not mapped: ${assignments} assignments, ${fte.toFixed(2)} WTE. Add it to the saved mapping.`;
  });
}

const UNMAPPED_LABELS: Readonly<Record<EsrPosition['unmapped'][number]['field'], string>> = {
  'occupation-code': 'Occupation code',
  'assignment-category': 'Assignment category',
  'assignment-status': 'Assignment status',
};

function monthsBetween(from: string, to: string): number {
  const index = (day: string): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  return index(to) - index(from);
}
