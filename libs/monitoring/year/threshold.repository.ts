import type { EntityManager } from 'typeorm';
import { DEFAULT_THRESHOLDS, type Thresholds } from '../flags/flags';

/** The thresholds that hold for a year; version 0 where those shipped do. */
export interface StoredThresholds {
  readonly version: number;
  readonly lines: Thresholds;
  /** Who set them, and when; null of those shipped. */
  readonly author: string | null;
  readonly at: string | null;
}

export async function readThresholds(manager: EntityManager, yearId: string): Promise<StoredThresholds> {
  const [row]: { version: number; content: string; author: string; at: Date }[] = await manager.query(
    `SELECT t.version, t.content, p.name AS author, t.at FROM variance_threshold t
       JOIN person p ON p.id = t.author_id WHERE t.year_id = ? ORDER BY t.version DESC LIMIT 1`,
    [yearId],
  );
  if (row === undefined) return { version: 0, lines: DEFAULT_THRESHOLDS, author: null, at: null };
  const { version, content, author, at } = row;
  return { version, author, lines: JSON.parse(content) as Thresholds, at: at.toISOString() };
}

/** Thresholds to store over the version before. */
export interface ThresholdsToStore {
  readonly yearId: string;
  readonly version: number;
  readonly lines: Thresholds;
  readonly authorId: string;
}

/** @throws the driver's duplicate-key error where someone else stored that version */
export async function insertThresholds(
  manager: EntityManager,
  { yearId, version, lines, authorId }: ThresholdsToStore,
): Promise<void> {
  await manager.query(
    `INSERT INTO variance_threshold (year_id, version, content, author_id, at)
     VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))`,
    [yearId, version, JSON.stringify(lines), authorId],
  );
}
