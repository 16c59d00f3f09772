import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { AuditTrailEntry } from '#access';
import { neutralised } from '#platform';

const HEADINGS = [
  'Entry',
  'At',
  'Who',
  'Id of who',
  'Action',
  'Thing',
  'Id of thing',
  'Organisation',
  'Detail',
  'In the chain',
];

/** Sends entries as comma-separated values (RFC 4180) as they are read; texts that would be formulas are neutralised. */
export async function sendAuditCsv(
  reply: FastifyReply,
  entries: AsyncIterable<AuditTrailEntry>,
): Promise<void> {
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) raw.setHeader(name, value);
  }
  reply.hijack();
  raw.writeHead(200, {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': 'attachment; filename="audit-trail.csv"',
    'Cache-Control': 'no-store',
  });
  // Whoever leaves in the middle ends the reading too.
  await pipeline(Readable.from(lines(entries)), raw).catch(() => raw.destroy());
}

async function* lines(entries: AsyncIterable<AuditTrailEntry>): AsyncGenerator<string> {
  yield `\uFEFF${lineOf(HEADINGS)}`;
  for await (const entry of entries) {
    const { seq, at, actor, actorName, action, entity, entityId, organisation, detail, isSealed } = entry;
    yield lineOf([
      String(seq),
      at,
      actorName ?? actor,
      actor,
      action,
      entity,
      entityId,
      organisation === null ? '' : `${organisation.name} (${organisation.code})`,
      detail,
      isSealed ? 'yes' : 'not yet',
    ]);
  }
}

const lineOf = (fields: readonly string[]): string => `${fields.map(fieldOf).join(',')}\r\n`;

function fieldOf(text: string): string {
  const safe = neutralised(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
