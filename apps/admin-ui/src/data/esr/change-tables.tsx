import type { EsrChange, EsrFlows, EsrVocabulary } from '../../api/esr-types';
import { Listing, type ListingColumn } from '../../listings/listing';
import { formatChange, formatCount } from '../../words/numbers';
import { sentenceCase } from '#views/lists';
import { bandName, groupName, MEASURES, PLACES, rateText } from './extract-words';

interface ChangeProps {
  readonly change: EsrChange;
  readonly vocabulary: EsrVocabulary | undefined;
}

type FlowRow = EsrFlows & { readonly staffGroupCode: string };
type Stocks = 'opening' | 'joiners' | 'leavers' | 'movedIn' | 'movedOut' | 'closing';

const STOCKS: readonly (readonly [Stocks, string])[] = [
  ['opening', 'Opening'],
  ['joiners', 'Joiners'],
  ['leavers', 'Leavers'],
  ['movedIn', 'Moved in'],
  ['movedOut', 'Moved out'],
];

const wte = (key: Stocks, label: string): ListingColumn<FlowRow> => ({
  heading: `${label}, WTE`,
  kind: 'number',
  cell: (row) => formatCount(row[key].fte),
  value: (row) => row[key].fte,
});
const people = (key: Stocks, label: string): ListingColumn<FlowRow> => ({
  heading: `${label}, people`,
  kind: 'number',
  cell: (row) => row[key].headcount.toLocaleString('en-GB'),
  value: (row) => row[key].headcount,
});

/** Opening + joiners - leavers + moved in - moved out + changed hours = closing, by staff group. */
export function FlowsTable({ change, vocabulary }: ChangeProps) {
  const name = ({ staffGroupCode }: FlowRow) => groupName(vocabulary, staffGroupCode);
  const rows = [{ staffGroupCode: 'all-staff', ...change.flows.all }, ...change.flows.byGroup];
  return (
    <Listing
      title="Joiners, leavers and moves"
      columns={[
        { heading: 'Staff group', kind: 'wide', cell: name, value: name },
        ...STOCKS.map(([key, label]) => wte(key, label)),
        {
          heading: 'Changed hours, WTE',
          kind: 'number',
          cell: ({ changedHoursFte }) => formatChange(changedHoursFte),
          value: ({ changedHoursFte }) => changedHoursFte,
        },
        wte('closing', 'Closing'),
        ...STOCKS.map(([key, label]) => people(key, label)),
        people('closing', 'Closing'),
      ]}
      rows={rows}
      rowKey={({ staffGroupCode }) => staffGroupCode}
      empty=""
    />
  );
}

/** People whose main assignment went from one line to another. */
export function MovesTable({ change, vocabulary }: ChangeProps) {
  const line = ({
    staffGroupCode,
    bandCode,
  }: {
    readonly staffGroupCode: string;
    readonly bandCode: string;
  }) => `${groupName(vocabulary, staffGroupCode)}, ${bandName(vocabulary, bandCode)}`;
  return (
    <Listing
      title="Internal moves"
      columns={[
        { heading: 'From', kind: 'wide', cell: ({ from }) => line(from), value: ({ from }) => line(from) },
        { heading: 'To', kind: 'wide', cell: ({ to }) => line(to), value: ({ to }) => line(to) },
        {
          heading: 'People',
          kind: 'number',
          cell: ({ headcount }) => headcount.toLocaleString('en-GB'),
          value: ({ headcount }) => headcount,
        },
        {
          heading: 'WTE there',
          kind: 'number',
          cell: ({ fteBefore }) => formatCount(fteBefore),
          value: ({ fteBefore }) => fteBefore,
        },
        {
          heading: 'WTE here',
          kind: 'number',
          cell: ({ fteAfter }) => formatCount(fteAfter),
          value: ({ fteAfter }) => fteAfter,
        },
      ]}
      rows={change.flows.moves}
      rowKey={({ from, to }) => `${line(from)} ${line(to)}`}
      empty="Nobody moved from one planning line to another."
    />
  );
}

interface TurnoverRow {
  readonly staffGroupCode: string;
  /** Rate by measure and unit. */
  readonly rates: ReadonlyMap<string, { readonly low: number; readonly high: number } | null>;
}

/** Turnover in four measures, in headcount and WTE, over the time between the extracts. */
export function TurnoverTable({ change, vocabulary }: ChangeProps) {
  const codes = [...new Set(change.turnover.map(({ staffGroupCode }) => staffGroupCode))];
  const rows = codes.map((staffGroupCode): TurnoverRow => {
    const own = change.turnover.filter((figure) => figure.staffGroupCode === staffGroupCode);
    return {
      staffGroupCode,
      rates: new Map(own.map((figure) => [`${figure.measure} ${figure.unit}`, figure.rate])),
    };
  });
  const units = [
    ['headcount', 'headcount'],
    ['fte', 'WTE'],
  ] as const;
  const name = ({ staffGroupCode }: TurnoverRow) => groupName(vocabulary, staffGroupCode);
  const measures = Object.entries(MEASURES).flatMap(([measure, label]) =>
    units.map(([unit, words]): ListingColumn<TurnoverRow> => {
      const text = ({ rates }: TurnoverRow) => rateText(rates.get(`${measure} ${unit}`) ?? null);
      return { heading: `${label}, ${words}`, kind: 'number', cell: text, value: text };
    }),
  );
  return (
    <Listing
      title={`Turnover over ${change.months} months`}
      columns={[{ heading: 'Staff group', kind: 'wide', cell: name, value: name }, ...measures]}
      rows={rows}
      rowKey={({ staffGroupCode }) => staffGroupCode}
      empty=""
    />
  );
}

/** Leavers by cause and by where they went. */
export function LeaversTables({ change }: Pick<ChangeProps, 'change'>) {
  const { byCause, byPlace } = change.leaverReasons;
  const rows = [
    ...byCause.map(({ cause, people: count }) => ({ kind: 'Cause', what: sentenceCase(cause), count })),
    ...byPlace.map(({ place, people: count }) => ({ kind: 'Went to', what: PLACES[place] ?? place, count })),
  ];
  return (
    <Listing
      title="Leavers by cause and destination"
      columns={[
        { heading: 'What', kind: 'words', cell: ({ what }) => what, value: ({ what }) => what },
        { heading: 'Kind', cell: ({ kind }) => kind, value: ({ kind }) => kind },
        {
          heading: 'People',
          kind: 'number',
          cell: ({ count }) => count.toLocaleString('en-GB'),
          value: ({ count }) => count,
        },
      ]}
      rows={rows}
      rowKey={({ kind, what }) => `${kind} ${what}`}
      empty="Nobody left."
    />
  );
}
