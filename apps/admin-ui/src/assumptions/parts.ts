import { lazy } from 'react';

// What the page does without until someone works in its grid.
const attention = () => import('./attention-panel');
const details = () => import('./cell-details');
const retention = () => import('./retention-form');
const history = () => import('./cell-history');
const help = () => import('./parameter-help');
const workbook = () => import('./workbook-panel');

/** Reads what a spreadsheet copies. */
export const blockReader = () => import('./grid/parse-block');

export const AttentionPanel = lazy(async () => ({ default: (await attention()).AttentionPanel }));
export const CellDetails = lazy(async () => ({ default: (await details()).CellDetails }));
export const RetentionForm = lazy(async () => ({ default: (await retention()).RetentionForm }));
export const CellHistory = lazy(async () => ({ default: (await history()).CellHistory }));
export const ParameterHelp = lazy(async () => ({ default: (await help()).ParameterHelp }));
export const WorkbookPanel = lazy(async () => ({ default: (await workbook()).WorkbookPanel }));

/** Fetches all of it before it is needed, so that whoever is at work loses none of it with the connection. */
export function fetchParts(): void {
  if (!navigator.onLine) return;
  void Promise.allSettled(
    [attention, details, retention, history, help, workbook, blockReader].map((fetch) => fetch()),
  );
}
