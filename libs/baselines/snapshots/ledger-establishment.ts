import type { EntityManager } from 'typeorm';
import { numberToDecimal } from '#persistence';
import { readHeldLines, type HeldLine } from '../monthly/store/held-figures.repository';
import type { BaselineContent } from './snapshot.repository';

const SCALE = 6;
/** An older budget is another year's. */
const MOST_MONTHS_EARLIER = 3;

/**
 * The opening position with the funded posts of the employer's ledger: budgeted WTE of each staff group in the
 * baseline's month, else in the latest month before it, up to three earlier. A staff group that the ledger does not
 * fund has none loaded. Unchanged where there is no such month.
 */
export async function withEstablishment(
  manager: EntityManager,
  content: BaselineContent,
): Promise<BaselineContent> {
  const to = content.asAt.slice(0, 7);
  const subject = { organisationId: content.organisation.id, kind: 'ledger' } as const;
  const lines = await readHeldLines(manager, subject, { from: monthsBefore(to, MOST_MONTHS_EARLIER), to });
  const budgeted = lines.filter(({ figures }) => figures.budgetedWte !== null);
  const month = budgeted.map((line) => line.month).reduce((a, b) => (a > b ? a : b), '');
  const posts = postsByGroup(budgeted.filter((line) => line.month === month));
  if (posts.size === 0) return content;
  const cells = content.cells.map((cell) => {
    const funded = cell.bandCode === null ? posts.get(cell.staffGroupCode) : undefined;
    return funded === undefined ? cell : { ...cell, establishment: numberToDecimal(funded, SCALE) };
  });
  const total = [...posts.values()].reduce((sum, wte) => sum + wte, 0);
  const message = `Funded establishment: budgeted WTE of the ledger in ${month}.`;
  const notice = { code: 'establishment-loaded', staffGroup: null, message, amount: total };
  const files = [...new Set([...content.report.files, ...budgeted.map((line) => line.fileSha256)])].sort();
  return {
    ...content,
    source: `${content.source} Establishment: ledger, ${month}.`,
    cells,
    report: { notices: [...content.report.notices, notice], files },
  };
}

/** Funded posts above 0, by staff group. */
function postsByGroup(lines: readonly HeldLine[]): ReadonlyMap<string, number> {
  const posts = new Map<string, number>();
  for (const { staffGroup, figures } of lines) {
    if (staffGroup === null) continue;
    posts.set(staffGroup, (posts.get(staffGroup) ?? 0) + (figures.budgetedWte ?? 0));
  }
  return new Map([...posts].filter(([, wte]) => wte > 0));
}

function monthsBefore(month: string, count: number): string {
  const day = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 - count, 1));
  return day.toISOString().slice(0, 7);
}
