import type { FastifyReply } from 'fastify';
import { narrowed, viewFile, type View, type ViewFormat } from '#views';
import { sendFile } from '../edge/send-file';

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
  await sendFile(reply, await viewFile(narrowed(view, table), format));
}
