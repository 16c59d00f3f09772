import type { MultipartFile } from '@fastify/multipart';
import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { ApiBodyOptions } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { LARGEST_UPLOAD_BYTES } from '#baselines';
import { DomainError, InvalidRequestError } from '#platform';

/** What a request may hold: one file and nothing else. The importer itself refuses what is too large. */
const LIMITS = {
  files: 1,
  fields: 0,
  parts: 1,
  headerPairs: 20,
} as const;

/** The body of such a request, for the API's description. */
export const UPLOADED_FILE: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', format: 'binary' } },
  },
};

/** @throws UnsupportedMediaTypeException for a body that is not multipart, or does not say what parts it */
export function requireMultipart(request: FastifyRequest): void {
  const type = request.headers['content-type'] ?? '';
  if (request.isMultipart() && /boundary="?[^";\s]/i.test(type)) return;
  throw new UnsupportedMediaTypeException('Send files as multipart/form-data, with a boundary.');
}

/**
 * The reader of multipart bodies throws plain errors for what is no such body: they are the client's.
 *
 * @throws BadRequestException unless the error says itself what it is
 */
export function refuseUnreadable(error: unknown): never {
  const isTold = error instanceof DomainError || (error instanceof Error && 'statusCode' in error);
  if (isTold) throw error;
  throw new BadRequestException('The multipart body is cut off, or not what its header says.');
}

/**
 * The one file of a multipart request, as it arrives.
 *
 * @param fileSize bytes after which the file is cut off: more than the importer takes
 * @throws UnsupportedMediaTypeException for a body that is not multipart
 * @throws InvalidRequestError for a body without a file
 */
export async function uploadedFile(
  request: FastifyRequest,
  fileSize = LARGEST_UPLOAD_BYTES + 1,
): Promise<MultipartFile> {
  requireMultipart(request);
  const part = await request.file({ limits: { ...LIMITS, fileSize } }).catch(refuseUnreadable);
  if (part !== undefined) return part;
  throw new InvalidRequestError([
    {
      pointer: '/file',
      parameter: 'file',
      rule: 'required',
      message: 'There is no file in the request.',
      fix: 'Send one file as the part named file.',
    },
  ]);
}
