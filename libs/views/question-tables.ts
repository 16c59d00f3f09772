import { MODULE_NAMES } from '#modules';
import { shownEffects, shownParts, type Change, type Effects } from '#modules/report-layout';
import { OTHER_SOURCES } from './lists';
import type { ViewTable } from './view';
import { column, tableOf } from './view-rows';

/** A figure with each assumption at its low and at its high, the widest effect first. */
export function mattersTable(answer: Effects, nameOf: (staffGroup: string) => string): ViewTable {
  const rows = shownEffects(answer).map(({ label, staffGroup, atLow, atHigh }) => ({
    assumption: label,
    staffGroup: nameOf(staffGroup),
    low: atLow,
    high: atHigh,
    swing: Math.abs(atHigh - atLow),
  }));
  const columns = [
    column('assumption', 'Assumption'),
    column('staffGroup', 'Staff group'),
    column('low', 'At its low', 'fte'),
    column('high', 'At its high', 'fte'),
    column('swing', 'Between the two', 'fte'),
  ];
  return tableOf(['matters', 'What matters most'], columns, rows);
}

const SOURCES: Readonly<Record<string, string>> = { ...MODULE_NAMES, ...OTHER_SOURCES };

/** A change of a figure from one projection to another, part by part. */
export function changedTable(
  change: Change,
  { from, to }: { readonly from: string; readonly to: string },
): ViewTable {
  const rows = [
    { part: from, fte: change.from },
    ...shownParts(change).map(({ sources, value }) => ({
      part: sources.map((source) => SOURCES[source] ?? source).join(', '),
      fte: value,
    })),
    { part: to, fte: change.to },
  ];
  return tableOf(
    ['changed', 'What changed it'],
    [column('part', 'Part'), column('fte', 'Amount', 'fte')],
    rows,
  );
}
