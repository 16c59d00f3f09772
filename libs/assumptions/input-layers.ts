import type { EntityManager } from 'typeorm';

/** Kinds of versioned input that a projection reads. */
export type LayerKind = 'assumptions' | 'baseline' | 'policy';

/** One versioned layer of input: what it is, of what, and how often it has changed. */
export interface InputLayer {
  readonly kind: LayerKind;
  /** `<scenarioId>:<organisationId>`, `<roundId>:<organisationId>` or `current`. */
  readonly scope: string;
  readonly version: number;
}

/** The layers that a unit reads, in reading order, and their sum: the unit's input version. */
export interface InputLayers {
  readonly layers: readonly InputLayer[];
  readonly inputVersion: number;
}

/** The only policy layer: all rounds read the facts in force, each with its own dates. */
export const POLICY_SCOPE = 'current';

/** Scope of the assumptions entered in one scenario at one organisation node. */
export function assumptionScope(scenarioId: string, organisationId: string): string {
  return `${scenarioId}:${organisationId}`;
}

/** Scope of the opening position of one organisation in one round. */
export function baselineScope(roundId: string, organisationId: string): string {
  return `${roundId}:${organisationId}`;
}

/**
 * Raises the version of a layer by one and holds its row lock until the transaction ends, so that two
 * changes of one layer never commit under the same version. A layer never loses versions.
 */
export async function bumpLayer(manager: EntityManager, kind: LayerKind, scope: string): Promise<void> {
  await manager.query(
    `INSERT INTO input_layer (kind, scope, version, changed_at) VALUES (?, ?, 1, UTC_TIMESTAMP(6))
     ON DUPLICATE KEY UPDATE version = version + 1, changed_at = UTC_TIMESTAMP(6)`,
    [kind, scope],
  );
}

/** The layers read by a unit: each scenario of its chain at each node of its ancestry, baseline, policy. */
export function layersOfUnit(
  chain: readonly string[],
  ancestry: readonly string[],
  roundId: string,
): readonly Omit<InputLayer, 'version'>[] {
  const organisationId = ancestry[0] ?? '';
  return [
    ...chain.flatMap((scenarioId) =>
      ancestry.map((nodeId) => ({
        kind: 'assumptions' as const,
        scope: assumptionScope(scenarioId, nodeId),
      })),
    ),
    { kind: 'baseline', scope: baselineScope(roundId, organisationId) },
    { kind: 'policy', scope: POLICY_SCOPE },
  ];
}

/**
 * Versions of the given layers, read by one statement. A layer that nobody has touched is at 0. The
 * input version is their sum: it rises with each change of any layer, whichever it is.
 */
export async function readLayers(
  manager: EntityManager,
  wanted: readonly Omit<InputLayer, 'version'>[],
): Promise<InputLayers> {
  const rows: { kind: string; scope: string; version: string | number }[] = await manager.query(
    `SELECT kind, scope, version FROM input_layer WHERE ${wanted.map(() => '(kind = ? AND scope = ?)').join(' OR ')}`,
    wanted.flatMap(({ kind, scope }) => [kind, scope]),
  );
  const versions = new Map(rows.map((row) => [`${row.kind} ${row.scope}`, Number(row.version)]));
  const layers = wanted.map((layer) => ({
    ...layer,
    version: versions.get(`${layer.kind} ${layer.scope}`) ?? 0,
  }));
  return { layers, inputVersion: layers.reduce((sum, layer) => sum + layer.version, 0) };
}
