import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** The engine as one file, known by the hash of its bytes. */
export interface EngineBundle {
  /** SHA-256 of the file, in hex: the engine version. */
  readonly version: string;
  readonly path: string;
  readonly content: Buffer;
}

/** Reads the built engine. @throws Error naming the file when it has not been built */
export async function readEngineBundle(path: string): Promise<EngineBundle> {
  try {
    const content = await readFile(path);
    return { version: createHash('sha256').update(content).digest('hex'), path, content };
  } catch (error) {
    throw new Error(`The engine bundle ${path} cannot be read; build it with npm run build:engine.`, {
      cause: error,
    });
  }
}
