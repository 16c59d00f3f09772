import { financialYearLabel } from '#modules/report-layout';
import type { ReportTable } from '#modules/reporting';
import { namedWithCode, tableOfList, type ListColumns } from './list';
import { CROSS_CHECK_WORDS, PLAN_STATUS_WORDS, type CrossChecksAnswer } from './national-tables';

type Breach = CrossChecksAnswer['breaches'][number];
type Unit = Breach['unit'];

const UNITS = { people: 'headcount', pounds: 'pounds' } as const;
const WORDS: Readonly<Record<Unit, string>> = { people: 'people', pounds: 'pounds' };

/** Every cross-check with how often plans exceed what exists; then each excess, who drives it, what would resolve it. */
export function crossCheckTables({ breaches }: CrossChecksAnswer): ReportTable[] {
  const found = (['people', 'pounds'] as const).filter((unit) =>
    breaches.some((breach) => breach.unit === unit),
  );
  return [
    checksTable(breaches),
    ...found.flatMap((unit) => {
      const own = breaches.filter((breach) => breach.unit === unit);
      return [excessTable(own, unit), driversTable(own, unit)];
    }),
  ];
}

/** What a breach is about, in words: where, when, and of which staff group or standard. */
export function breachWords({ area, year, staffGroup, standard }: Breach): string {
  const of = [staffGroup, standard].filter((part) => part !== null);
  return [`${area}, ${financialYearLabel(year)}`, ...of].join(', ');
}

function checksTable(breaches: readonly Breach[]): ReportTable {
  const checks = Object.entries(CROSS_CHECK_WORDS).map(([code, label]) => ({
    label,
    found: breaches.filter(({ check }) => check === code),
  }));
  return tableOfList(
    { key: 'cross-checks', title: 'What plans together were held against' },
    {
      check: { heading: 'Check', value: ({ label }) => label },
      excesses: { heading: 'Excesses', unit: 'number', value: ({ found }) => found.length },
      first: {
        heading: 'The first',
        value: ({ found: [first] }) => (first === undefined ? 'Nothing found' : breachWords(first)),
      },
    } satisfies ListColumns<(typeof checks)[number]>,
    checks,
  );
}

function excessTable(breaches: readonly Breach[], unit: Unit): ReportTable {
  return tableOfList(
    { key: `excess-${unit}`, title: `By how much plans exceed what exists, in ${WORDS[unit]}` },
    {
      check: { heading: 'Check', value: ({ check }) => CROSS_CHECK_WORDS[check] ?? check },
      about: { heading: 'Where and when', value: breachWords },
      planned: { heading: 'Planned', unit: UNITS[unit], value: ({ planned }) => planned },
      available: { heading: 'Available', unit: UNITS[unit], value: ({ available }) => available },
      excess: { heading: 'Excess', unit: UNITS[unit], value: ({ excess }) => excess },
      resolution: { heading: 'What would resolve it', value: ({ resolution }) => resolution },
      basis: { heading: 'Where the limit comes from', value: ({ basis }) => basis },
    } satisfies ListColumns<Breach>,
    breaches,
  );
}

function driversTable(breaches: readonly Breach[], unit: Unit): ReportTable {
  const rows = breaches.flatMap((breach) => breach.drivers.map((driver) => ({ breach, driver })));
  return tableOfList(
    { key: `drivers-${unit}`, title: `Who drives it, in ${WORDS[unit]}` },
    {
      system: { heading: 'System', value: ({ driver }) => namedWithCode(driver.system) },
      status: {
        heading: 'Plan',
        value: ({ driver }) => PLAN_STATUS_WORDS[driver.system.status] ?? driver.system.status,
      },
      check: { heading: 'Check', value: ({ breach }) => CROSS_CHECK_WORDS[breach.check] ?? breach.check },
      about: { heading: 'Where and when', value: ({ breach }) => breachWords(breach) },
      planned: { heading: 'Planned', unit: UNITS[unit], value: ({ driver }) => driver.planned },
      share: { heading: 'Share of all', unit: 'share', value: ({ driver }) => driver.share },
      toGive: {
        heading: 'Less, if all gave the same share',
        unit: UNITS[unit],
        value: ({ driver }) => driver.toGive,
      },
    } satisfies ListColumns<(typeof rows)[number]>,
    rows,
  );
}
