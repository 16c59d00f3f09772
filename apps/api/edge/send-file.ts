import type { FastifyReply } from 'fastify';

/** A file to be handed out. */
export interface FileToSend {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array | string;
}

/** Hands out a file of what a person may see: only their own browser keeps it. */
export async function sendFile(reply: FastifyReply, { name, mediaType, content }: FileToSend): Promise<void> {
  await reply
    .type(mediaType)
    .header('Content-Disposition', `attachment; filename="${name}"`)
    .header('Cache-Control', 'private, no-cache')
    .header('Vary', 'Cookie')
    .send(Buffer.from(content));
}
