import type { NationalInputKind, NationalInputLines, NationalInputsService } from '#national-inputs';
import { NotFoundError } from '#platform';
import { isNotModified } from '../edge/conditional-response';
import type { Exchange } from '../edge/exchange';

/** Answers with what holds for a year. @throws NotFoundError while nothing was sent */
export async function answerCurrent(
  inputs: NationalInputsService,
  kind: NationalInputKind,
  year: number,
  { request, reply }: Exchange,
): Promise<void> {
  const current = await inputs.read(kind, year);
  if (current === null) throw new NotFoundError(`Nothing was sent for ${year}. PUT it to this address.`);
  const { id: _id, ...submission } = current.submission;
  const etag = submission.contentSha256;
  if (isNotModified({ request, reply }, { etag, freshness: 'revalidate' })) return void (await reply.send());
  await reply.send({ ...submission, lines: current.lines });
}

/** Adds a version and answers with what holds now: 201 for the first, 200 after it. */
export async function answerSubmission<K extends NationalInputKind>(
  inputs: NationalInputsService,
  sent: { readonly kind: K; readonly year: number; readonly lines: readonly NationalInputLines[K][] },
  { request, reply }: Exchange,
): Promise<void> {
  const { submission, isNew } = await inputs.submit({
    ...sent,
    knownSha256: knownHash(request.headers['if-match']),
    clientId: request.tokenHolder?.clientId ?? '',
    requestId: request.id.slice(0, 80),
  });
  const { id: _id, ...answer } = submission;
  reply.header('ETag', `"${submission.contentSha256}"`);
  reply.status(isNew && submission.version === 1 ? 201 : 200);
  await reply.send({ ...answer, isNew });
}

/** The content hash in an If-Match header; a text that is no hash matches nothing. */
function knownHash(ifMatch: string | undefined): string | null {
  return ifMatch === undefined ? null : ifMatch.trim().replaceAll('"', '');
}
