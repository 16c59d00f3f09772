import { insertRows, upsertRows } from '#persistence';
import type { EntityManager } from 'typeorm';
import type { SectionContents, SectionEntry } from '../sections';

/** A section as stored. */
export interface SectionRow {
  readonly key: string;
  /** 0 before anything was entered. */
  readonly version: number;
  readonly entries: readonly SectionEntry[];
  readonly author: { readonly id: string; readonly name: string } | null;
  readonly updatedAt: Date | null;
}

interface StoredSection {
  readonly key: string;
  readonly version: number;
  readonly content: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly updatedAt: Date;
}

/** The sections of a document in which something was entered. */
export async function readSections(
  manager: EntityManager,
  documentId: string,
): Promise<readonly SectionRow[]> {
  const rows: StoredSection[] = await manager.query(
    `SELECT s.section_key AS \`key\`, s.version, s.content, s.author_id AS authorId, p.name AS authorName,
       s.updated_at AS updatedAt
     FROM plan_section s JOIN person p ON p.id = s.author_id WHERE s.document_id = ? ORDER BY s.section_key`,
    [documentId],
  );
  return rows.map(({ key, version, content, authorId, authorName, updatedAt }) => ({
    key,
    version,
    entries: JSON.parse(content) as SectionEntry[],
    author: { id: authorId, name: authorName },
    updatedAt,
  }));
}

/** Entries by section. */
export const contentsOf = (rows: readonly SectionRow[]): SectionContents =>
  Object.fromEntries(rows.map(({ key, entries }) => [key, entries]));

/** A section to write over an earlier version of it. */
export interface SectionWrite {
  readonly documentId: string;
  readonly key: string;
  readonly version: number;
  readonly entries: readonly SectionEntry[];
  readonly authorId: string;
}

/** Writes sections and their history; the document must be locked. */
export async function writeSections(manager: EntityManager, writes: readonly SectionWrite[]): Promise<void> {
  const now = new Date();
  const rows = writes.map(({ documentId, key, version, entries, authorId }) => [
    documentId,
    key,
    version,
    JSON.stringify(entries),
    authorId,
    now,
  ]);
  const columns = ['document_id', 'section_key', 'version', 'content', 'author_id'];
  const updated = ['version', 'content', 'author_id', 'updated_at'];
  await upsertRows(manager, 'plan_section', [...columns, 'updated_at'], rows, updated);
  await insertRows(manager, 'plan_section_history', [...columns, 'at'], rows);
}
