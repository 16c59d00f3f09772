import { once } from 'node:events';
import type { Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { ChunkSink, type StoreChunk } from './chunk-sink';
import type { FileEncoding } from './release-file';

const GZIP_LEVEL = 6;
/** Higher qualities take many times as long for a few hundredths. */
const BROTLI_QUALITY = 5;

const ENCODERS: Readonly<Record<FileEncoding, () => Transform | null>> = {
  identity: () => null,
  gzip: () => createGzip({ level: GZIP_LEVEL }),
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
};

/** Writes a file in one encoding as it comes, holding no more than a few pieces. */
export class RepresentationWriter {
  private readonly sink: ChunkSink;
  private readonly encoder: Transform | null;
  private readonly encoded: Promise<void>;

  constructor(encoding: FileEncoding, store: StoreChunk) {
    this.sink = new ChunkSink(store);
    this.encoder = ENCODERS[encoding]();
    this.encoded = this.encoder === null ? Promise.resolve() : this.pump(this.encoder);
    // Whoever writes next, or finishes, is told.
    this.encoded.catch(() => undefined);
  }

  async write(part: Buffer): Promise<void> {
    if (this.encoder === null) return this.sink.write(part);
    if (!this.encoder.write(part)) await Promise.race([once(this.encoder, 'drain'), this.encoded]);
  }

  /** @returns size and hash of the bytes as they are sent */
  async finish(): Promise<{ readonly bytes: number; readonly sha256: string }> {
    this.encoder?.end();
    await this.encoded;
    return this.sink.finish();
  }

  /** Gives up: nothing more is stored. */
  abandon(): void {
    this.encoder?.destroy();
  }

  private async pump(encoder: Transform): Promise<void> {
    for await (const part of encoder) await this.sink.write(part as Buffer);
  }
}
