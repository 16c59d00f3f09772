import { HistoryReader } from '#baselines';
import type { PeerEvidence } from '#modules/calibration';
import { parameterByKey, type ParameterDefault } from '#modules/registry';
import type { EntityManager } from 'typeorm';
import { monthEnd } from './month-ends';

/** The figures that local evidence is shrunk towards. */
export interface PeerFigures {
  readonly leaverRate: PeerEvidence;
  readonly sickness: PeerEvidence;
}

/** Peer figures of a staff group. */
export type PeerSource = (staffGroup: string) => PeerFigures;

/** The registry's national defaults as peers: for rounds of today. */
export const nationalDefaultsAsPeers: PeerSource = (staffGroup) => ({
  leaverRate: defaultOf('retention.leaver-rate', staffGroup),
  sickness: defaultOf('sickness-absence.rate', staffGroup),
});

function defaultOf(key: string, staffGroup: string): PeerEvidence {
  const definition = parameterByKey(key);
  if (definition === undefined) throw new RangeError(`There is no parameter ${key}`);
  return evidenceOf(definition.defaultByStaffGroup?.[staffGroup] ?? definition.default);
}

function evidenceOf({ value, low, high, source }: ParameterDefault): PeerEvidence {
  return {
    value,
    source,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
  };
}

/** How far back the last month with a figure may lie: national statistics appear months later. */
const LONGEST_LAG_MONTHS = 18;

/**
 * Growth of England's FTE by staff group over the last 12 months published by a day, as a fraction; no
 * growth where nothing was.
 *
 * @param nationId the organisation whose history holds the national series.
 */
export async function nationalGrowth(
  manager: EntityManager,
  nationId: string,
  upTo: string,
): Promise<(staffGroup: string) => PeerEvidence> {
  const series = await new HistoryReader(manager).monthly([nationId], 'fte', {
    from: monthEnd(upTo, -LONGEST_LAG_MONTHS - 12),
    to: monthEnd(upTo),
  });
  const growth = new Map<string, PeerEvidence>();
  for (const { staffGroupCode, values } of series) {
    const byMonth = new Map(values.map((month) => [month.monthEnd, month.value]));
    const last = values.findLast(({ value }) => value !== null);
    const before = last === undefined ? null : byMonth.get(monthEnd(last.monthEnd, -12));
    if (last?.value === null || last === undefined || before === null || before === undefined || before <= 0)
      continue;
    growth.set(staffGroupCode, {
      value: last.value / before - 1,
      source: `England, NHS Workforce Statistics, year to ${last.monthEnd.slice(0, 7)}`,
    });
  }
  return (staffGroup) => growth.get(staffGroup) ?? { value: 0, source: 'no national figure; no growth' };
}
