import {
  flowColumns,
  flowRows,
  groupName,
  LEAVER_COLUMNS,
  leaverRows,
  moveColumns,
  TURNOVER_MEASURES,
} from '#views/lists';
import type { EsrChange, EsrVocabulary } from '../../api/esr-types';
import { Listing, type ListingColumn } from '../../listings/listing';
import { shownColumns } from '../../listings/shown-columns';
import { formatChange } from '../../words/numbers';
import { rateText } from './extract-words';

interface ChangeProps {
  readonly change: EsrChange;
  readonly vocabulary: EsrVocabulary | undefined;
}

/** Opening + joiners - leavers + moved in - moved out + changed hours = closing, by staff group. */
export function FlowsTable({ change, vocabulary }: ChangeProps) {
  const declared = flowColumns(vocabulary);
  const columns = shownColumns(declared, { group: 'wide' }).map((column) =>
    column.heading === declared['changedHours']?.heading
      ? {
          ...column,
          cell: ({ changedHoursFte }: EsrChange['flows']['all']) => formatChange(changedHoursFte),
        }
      : column,
  );
  return (
    <Listing
      title="Joiners, leavers and moves"
      table="flows"
      columns={columns}
      rows={flowRows(change.flows)}
      rowKey={({ staffGroupCode }) => staffGroupCode}
      empty=""
    />
  );
}

/** People whose main assignment went from one line to another. */
export function MovesTable({ change, vocabulary }: ChangeProps) {
  return (
    <Listing
      title="Internal moves"
      table="moves"
      columns={shownColumns(moveColumns(vocabulary), { from: 'wide', to: 'wide' })}
      rows={change.flows.moves}
      rowKey={({ from, to }) =>
        [from.staffGroupCode, from.bandCode, to.staffGroupCode, to.bandCode].join(' ')
      }
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
  const measures = Object.entries(TURNOVER_MEASURES).flatMap(([measure, label]) =>
    units.map(([unit, words]): ListingColumn<TurnoverRow> => {
      const text = ({ rates }: TurnoverRow) => rateText(rates.get(`${measure} ${unit}`) ?? null);
      return { heading: `${label}, ${words}`, kind: 'number', cell: text, value: text };
    }),
  );
  return (
    <Listing
      title={`Turnover over ${change.months} months`}
      table="turnover"
      columns={[{ heading: 'Staff group', kind: 'wide', cell: name, value: name }, ...measures]}
      rows={rows}
      rowKey={({ staffGroupCode }) => staffGroupCode}
      empty=""
    />
  );
}

/** Leavers by cause and by where they went. */
export function LeaversTables({ change }: Pick<ChangeProps, 'change'>) {
  return (
    <Listing
      title="Leavers by cause and destination"
      table="leavers"
      columns={shownColumns(LEAVER_COLUMNS, { what: 'words' })}
      rows={leaverRows(change.leaverReasons)}
      rowKey={({ kind, what }) => `${kind} ${what}`}
      empty="Nobody left."
    />
  );
}
