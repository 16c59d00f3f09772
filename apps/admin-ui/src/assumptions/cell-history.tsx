import { useQuery } from '@tanstack/react-query';
import type { ParameterDefinition } from '#modules/registry';
import { historyQuery, type CellAddress, type Unit } from '../api/queries';
import type { AssumptionHistoryEntry } from '../api/types';
import { ViewLinks } from '../downloads/view-links';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { formatMoment } from '../words/dates';
import { sentenceCase } from '#views/lists';
import { valueInWords } from './grid/cell-text';

function entryInWords(entry: AssumptionHistoryEntry, definition: ParameterDefinition): string {
  if (entry.operation === 'reset' || entry.value === null) return 'Reset to the inherited value';
  if (entry.operation === 'multiply') return `Multiplied by ${entry.value}`;
  const value = valueInWords(entry.value, definition);
  return entry.operation === 'add' ? `Added ${value}` : value;
}

const ORIGIN_WORDS: Readonly<Record<string, string>> = { web: 'Web', import: 'Excel', api: 'API' };

/** Where an entry was made. */
export function originName(origin: string): string {
  return ORIGIN_WORDS[origin] ?? sentenceCase(origin);
}

function HistoryTable({ entries, definition, address }: HistoryTableProps) {
  return (
    <>
      <div className="wt-scroll" role="region" aria-label="History of the cell, table" tabIndex={0}>
        <table className="wt-table">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">Value</th>
              <th scope="col">Reason</th>
              <th scope="col">From</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.version}>
                <th scope="row">{formatMoment(entry.at)}</th>
                <td>{entry.author ?? 'Calibration'}</td>
                <td>{entryInWords(entry, definition)}</td>
                <td>{entry.reason ?? entry.note ?? entry.basis ?? ''}</td>
                <td>{originName(entry.origin)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ViewLinks title="the history" view="history" cell={address} />
    </>
  );
}

interface HistoryTableProps {
  readonly address: CellAddress;
  readonly entries: readonly AssumptionHistoryEntry[];
  readonly definition: ParameterDefinition;
}

interface CellHistoryProps {
  readonly unit: Unit;
  readonly address: CellAddress;
  readonly definition: ParameterDefinition;
}

/** Every version that was saved in a cell: when, who, what, why and from where. */
export function CellHistory({ unit, address, definition }: CellHistoryProps) {
  const history = useQuery(historyQuery(unit, address));
  if (history.isPending) return <Loading what="the history" rows={2} />;
  if (history.isError) {
    return <Failure error={history.error} what="the history" onRetry={() => void history.refetch()} />;
  }
  if (history.data.length === 0)
    return <p className="wt-secondary">Nothing has been entered in this cell.</p>;
  return <HistoryTable entries={history.data} definition={definition} address={address} />;
}
