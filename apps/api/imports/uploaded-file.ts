import type { MultipartFile } from '@fastify/multipart';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { ApiBodyOptions } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { LARGEST_UPLOAD_BYTES } from '#baselines';
import { InvalidRequestError } from '#platform';

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
  if (!request.isMultipart()) {
    throw new UnsupportedMediaTypeException('Send the file as multipart/form-data.');
  }
  const part = await request.file({ limits: { ...LIMITS, fileSize } });
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
