import { readBaseline } from '#baselines';
import {
  calibrate,
  calibratedRows,
  nationalJoinerShares,
  type CalibratedRow,
  type PeerSource,
} from '#modules/calibration';
import { insertRows, numberToDecimal } from '#persistence';
import { newId } from '#platform';
import type { EntityManager } from 'typeorm';
import { assumptionScope, bumpLayer } from '../input-layers';
import { LocalHistories, type HistoryWindow } from './local-history';
import { monthsToYearStart } from './month-ends';
import { PeerGrowth } from './peer-growth';

/** A scenario to fill with calibrated defaults. */
export interface ScenarioCalibration {
  readonly scenarioId: string;
  /** The organisations of the round, each with its frozen opening position. */
  readonly organisations: readonly { readonly organisationId: string; readonly snapshotId: string }[];
  /** The organisation whose history holds the national series. */
  readonly nationId: string;
  /** First year of the round, and how many it has. */
  readonly firstYear: number;
  readonly years: number;
  /** The months that may be looked at: nothing after them is. */
  readonly window: HistoryWindow;
  readonly peers: PeerSource;
}

/**
 * Writes calibrated defaults, with their evidence and history, at each organisation of an empty
 * scenario, in the caller's transaction.
 *
 * @returns how many assumptions were written.
 */
export async function calibrateScenario(
  manager: EntityManager,
  calibration: ScenarioCalibration,
): Promise<number> {
  const { organisations, scenarioId, window, firstYear, years, peers } = calibration;
  const ids = organisations.map(({ organisationId }) => organisationId);
  const histories = await LocalHistories.read(manager, ids, window);
  const peerGrowth = await PeerGrowth.read(manager, calibration.nationId, window);
  const monthsToStart = monthsToYearStart(window.upTo, firstYear);
  const at = new Date();
  let written = 0;
  for (const { organisationId, snapshotId } of organisations) {
    const { staffGroups } = await readBaseline(manager, snapshotId);
    const rows = staffGroups.flatMap(({ code, headcount }) => {
      const figures = calibrate({
        history: histories.of(organisationId, code, headcount),
        peers: { ...peers(code), netGrowth: peerGrowth.of(organisationId, code) },
        years: years + 1,
        joinerShares: nationalJoinerShares(code),
      });
      return calibratedRows(figures, { firstYear, monthsToStart });
    });
    await storeRows(manager, { scenarioId, organisationId }, rows, at);
    written += rows.length;
  }
  return written;
}

async function storeRows(
  manager: EntityManager,
  place: { readonly scenarioId: string; readonly organisationId: string },
  rows: readonly CalibratedRow[],
  at: Date,
): Promise<void> {
  const stored = rows.map((row) => ({ id: newId(), row }));
  await bumpLayer(manager, 'assumptions', assumptionScope(place.scenarioId, place.organisationId));
  const columns = ['id', 'scenario_id', 'organisation_id', 'staff_group_code', 'parameter_key', 'first_year'];
  await insertRows(
    manager,
    'assumption',
    [...columns, ...VALUE_COLUMNS, 'updated_at'],
    stored.map(({ id, row }) => [
      id,
      place.scenarioId,
      place.organisationId,
      row.staffGroup,
      row.parameter,
      row.firstYear,
      ...valuesOf(row),
      at,
    ]),
  );
  await insertRows(
    manager,
    'assumption_history',
    ['assumption_id', ...VALUE_COLUMNS, 'origin', 'at'],
    stored.map(({ id, row }) => [id, ...valuesOf(row), 'calibration', at]),
  );
  await insertRows(
    manager,
    'calibration_evidence',
    ['assumption_id', 'local_value', 'peer_value', 'weight'],
    stored.flatMap(({ id, row: { evidence } }) =>
      evidence === null
        ? []
        : [[id, decimalOf(evidence.value), decimalOf(evidence.peer), decimalOf(evidence.weight)]],
    ),
  );
}

const VALUE_COLUMNS = ['version', 'operation', 'value', 'low', 'high', 'basis', 'note'] as const;

function valuesOf({ value, low, high, basis, note }: CalibratedRow) {
  return [1, 'set', decimalOf(value), decimalOf(low), decimalOf(high), basis, note] as const;
}

/** Decimals of a stored value. */
const SCALE = 8;

function decimalOf(value: number | null): string | null {
  return value === null ? null : numberToDecimal(value, SCALE);
}
