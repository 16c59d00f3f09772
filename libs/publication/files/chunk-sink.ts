import { createHash } from 'node:crypto';
import { CHUNK_BYTES } from './release-file';

/** Where the pieces of one stored file go, in their order. */
export type StoreChunk = (content: Buffer, chunk: number) => Promise<void>;

/** Cuts bytes into pieces of 1 MiB and stores each as soon as it is full; holds less than two of them. */
export class ChunkSink {
  private readonly hash = createHash('sha256');
  private readonly pending: Buffer[] = [];
  private pendingBytes = 0;
  private chunks = 0;
  private bytes = 0;

  constructor(private readonly store: StoreChunk) {}

  async write(part: Buffer): Promise<void> {
    this.hash.update(part);
    this.bytes += part.length;
    this.pending.push(part);
    this.pendingBytes += part.length;
    while (this.pendingBytes >= CHUNK_BYTES) await this.storeFirst(CHUNK_BYTES);
  }

  /** Stores what is left. @returns size and hash of all */
  async finish(): Promise<{ readonly bytes: number; readonly sha256: string }> {
    if (this.pendingBytes > 0) await this.storeFirst(this.pendingBytes);
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  private async storeFirst(size: number): Promise<void> {
    const all = this.pending.length === 1 ? (this.pending[0] as Buffer) : Buffer.concat(this.pending);
    this.pending.length = 0;
    if (all.length > size) this.pending.push(all.subarray(size));
    this.pendingBytes -= size;
    const chunk = this.chunks;
    this.chunks += 1;
    await this.store(all.subarray(0, size), chunk);
  }
}
