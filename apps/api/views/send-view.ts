import type { FastifyReply } from 'fastify';
import { narrowed, viewFile, type View, type ViewFormat } from '#views';

/** How a view is to be handed out. */
export interface WantedFile {
  readonly format: ViewFormat;
  /** Key of one table; undefined for all of the view. */
  readonly table?: string | undefined;
}

/** Hands out a view as a file. What the figures are of stands in it; only the person's own browser keeps it. */
export async function sendView(
  reply: FastifyReply,
  view: View,
  { format, table }: WantedFile,
): Promise<void> {
  const { name, mediaType, content } = await viewFile(narrowed(view, table), format);
  await reply
    .type(mediaType)
    .header('Content-Disposition', `attachment; filename="${name}"`)
    .header('Cache-Control', 'private, no-cache')
    .header('Vary', 'Cookie')
    .send(Buffer.from(content));
}
