import type { FastifyRequest } from 'fastify';
import { ESR_FILE_ROLES, LARGEST_EXTRACT_BYTES, type EsrFile } from '#baselines';
import { InvalidRequestError } from '#platform';
import { refuseUnreadable, requireMultipart } from '../imports/uploaded-file';

/** What a request may hold: one file in each role and nothing else. */
const LIMITS = {
  fileSize: LARGEST_EXTRACT_BYTES + 1,
  files: ESR_FILE_ROLES.length,
  fields: 0,
  parts: ESR_FILE_ROLES.length,
  headerPairs: 20,
} as const;

/**
 * The files of a multipart request one after another, as they arrive: they are read from the connection
 * and never kept on disk. The name of a part is its role.
 *
 * @throws UnsupportedMediaTypeException for a body that is not multipart
 * @throws InvalidRequestError for a part of another name
 */
export async function* uploadedExtracts(request: FastifyRequest): AsyncGenerator<EsrFile> {
  requireMultipart(request);
  try {
    for await (const { fieldname, filename, file } of request.files({ limits: LIMITS })) {
      const role = ESR_FILE_ROLES.find((one) => one === fieldname);
      if (role === undefined) throw unknownPart();
      yield { role, fileName: filename, stream: file };
    }
  } catch (error) {
    refuseUnreadable(error);
  }
}

function unknownPart(): InvalidRequestError {
  return new InvalidRequestError([
    {
      pointer: '/',
      parameter: 'file',
      rule: 'known-part',
      message: 'A part of the request is none of the files of an import.',
      fix: `Name the parts ${ESR_FILE_ROLES.join(', ')}.`,
    },
  ]);
}
