import { parameterByKey, type ParameterDefault } from '../registry';
import type { PeerEvidence } from './calibration-evidence';

/** The figures that local evidence on leaving and sickness is shrunk towards. */
export interface PeerFigures {
  /** Annual leaver rate, snapshot basis. */
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
