import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ProjectionInput, ProjectionNotice } from '#modules/projection';
import type { UnitOfWork } from '#persistence';
import { NotFoundError, canonicalJson, sha256Hex } from '#platform';
import type { EntityManager } from 'typeorm';
import { storeProvenance, type InputProvenance } from './input-provenance';
import type { ClaimedRun } from './run-claim.repository';
import type { UnitInputs } from './unit-inputs';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** A projection's input as its bytes: canonical JSON, known by its hash. */
export interface StoredInput {
  readonly sha256: string;
  readonly text: string;
}

/** A run's input as read, with what a planner must know about how it came about. */
export interface ReadInput extends StoredInput {
  readonly notices: readonly ProjectionNotice[];
  readonly provenance: InputProvenance;
}

/** Reads the input of a run and keeps it under its hash, so that the run can be computed again. */
export class RunInputRepository {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inputs: UnitInputs,
  ) {}

  /**
   * Reads everything that the run depends on as of one moment.
   *
   * @returns null when the unit's input has moved on since the run was claimed
   */
  async read(run: ClaimedRun): Promise<ReadInput | null> {
    const built = await this.unitOfWork.run(async (manager) => {
      const { inputVersion } = await this.inputs.layers(manager, run.unit);
      return inputVersion === run.inputVersion ? this.inputs.build(manager, run.unit) : null;
    });
    if (built === null) {
      return null;
    }
    const { input, notices, provenance } = built;
    const text = canonicalJson({
      ...input,
      seed: run.identity.seed,
      draws: run.identity.draws,
    } satisfies ProjectionInput);
    return { text, sha256: sha256Hex(text), notices, provenance };
  }

  /** Stores the input, unless the same is there, and notes it on the run with where its values come from. */
  async store(run: ClaimedRun, input: ReadInput): Promise<void> {
    const content = await compress(input.text);
    await this.unitOfWork.run(async (manager) => {
      await manager.query(
        `INSERT IGNORE INTO projection_input (sha256, content, byte_count, stored_at)
         VALUES (?, ?, ?, UTC_TIMESTAMP(6))`,
        [input.sha256, content, Buffer.byteLength(input.text)],
      );
      await manager.query('UPDATE projection_run SET input_sha256 = ? WHERE id = ? AND worker = ?', [
        input.sha256,
        run.id,
        run.worker,
      ]);
      await storeProvenance(manager, run.id, input.provenance);
    });
  }
}

/**
 * A stored input, checked against its hash.
 *
 * @throws NotFoundError when it is not stored; Error when it is not what its hash says
 */
export async function loadStoredInput(manager: EntityManager, sha256: string): Promise<StoredInput> {
  const [row]: { content: Buffer }[] = await manager.query(
    'SELECT content FROM projection_input WHERE sha256 = ?',
    [sha256],
  );
  if (row === undefined) {
    throw new NotFoundError('No input with this hash is stored.', { sha256 });
  }
  const text = (await decompress(row.content)).toString('utf8');
  if (sha256Hex(text) !== sha256) {
    throw new Error(`The input stored as ${sha256} has another hash.`);
  }
  return { sha256, text };
}
