import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import { PayloadTooLargeException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InvalidRequestError } from '#platform';

/** A file that was sent, on disk for as long as it is needed. */
export interface UploadedFile {
  readonly path: string;
  /** The name it had where it was sent from, without folders. */
  readonly fileName: string;
}

/** The largest monthly file published so far has 3 MB. */
const MOST_BYTES = 64 * 1_048_576;
const LONGEST_FILE_NAME = 255;

/** What a request may hold: one file and nothing else. */
const LIMITS = { fileSize: MOST_BYTES, files: 1, fields: 0, parts: 1, headerPairs: 20 } as const;

/**
 * Streams the one file of a multipart request to disk, hands it on, and removes it whatever happens.
 *
 * @throws UnsupportedMediaTypeException for a body that is not multipart
 * @throws PayloadTooLargeException for a file of more than 64 MiB
 * @throws InvalidRequestError for a body without a file
 */
export async function withUploadedFile<T>(
  request: FastifyRequest,
  work: (file: UploadedFile) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) {
    throw new UnsupportedMediaTypeException('Send the file as multipart/form-data.');
  }
  const part = await request.file({ limits: LIMITS });
  if (part === undefined) throw NO_FILE;
  const folder = await mkdtemp(join(tmpdir(), 'wholetime-upload-'));
  try {
    const path = join(folder, 'upload');
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
    if (part.file.truncated) throw new PayloadTooLargeException('The file has more than 64 MiB.');
    return await work({ path, fileName: fileNameOf(part) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function fileNameOf({ filename }: MultipartFile): string {
  const name = basename(filename.replaceAll('\\', '/')).replaceAll(/\p{Cc}/gu, '');
  return name.slice(-LONGEST_FILE_NAME) || 'unnamed';
}

const NO_FILE = new InvalidRequestError([
  {
    pointer: '/file',
    parameter: 'file',
    rule: 'required',
    message: 'There is no file in the request.',
    fix: 'Send one file as the part named file.',
  },
]);
