import type { Page } from 'playwright-core';

/** Tables that have no files, by their names, and why. Tables within a form are what is being entered. */
const WITHOUT_FILES: Readonly<Record<string, string>> = {
  'Headline figures': 'While typing these are what the browser works out; saved, they are the overview’s',
  'What the workbook changes': 'Nothing of an upload is saved before it is said so: it has no address',
  'Both versions': 'A choice between what two people entered: one of them is not saved',
};
const FORMATS = ['csv', 'json', 'xlsx'] as const;

/** A table of a page: its name, and where its files are. */
interface ShownTable {
  readonly name: string;
  readonly files: readonly string[];
}

/**
 * Runs in the page. The files of a table are linked to in the smallest part of the page around it that links to any; a
 * grid, which is all of its page, has those of the page.
 */
const TABLES = `[...document.querySelectorAll('main table')]
  .filter((table) => table.getClientRects().length > 0 && table.closest('form') === null)
  .map((table) => {
    const isGrid = table.getAttribute('role') === 'grid';
    const label = table.closest('[role=region]')?.getAttribute('aria-label') ?? '';
    const linksIn = (part) => [...part.querySelectorAll('a[download]')].map((link) => link.href)
      .filter((href) => isGrid || new URL(href).searchParams.has('table') || !part.matches('main'));
    let part = table.parentElement;
    while (!part.matches('main') && linksIn(part).length === 0) part = part.parentElement;
    return { name: isGrid ? 'grid' : label.replace(/, table$/, ''), files: linksIn(part) };
  })`;

/** What is wrong with the files of a page's tables: none where each has one in every format that can be had. */
export async function tablesWithoutFiles(page: Page): Promise<readonly string[]> {
  const tables = await page.evaluate<readonly ShownTable[]>(TABLES);
  const faults: string[] = [];
  for (const { name, files } of tables) {
    if (name in WITHOUT_FILES) continue;
    for (const format of FORMATS) {
      const file = files.find((address) => new URL(address).pathname.endsWith(`.${format}`));
      const status = file === undefined ? 'no link' : await statusOf(page, file);
      if (status !== 200) faults.push(`table ${name}: ${format}: ${status}`);
    }
  }
  return faults;
}

/** One file of each table is fetched; of the others the address differs by its ending alone. */
async function statusOf(page: Page, file: string): Promise<number> {
  const answer = file.includes('.csv') ? await page.request.get(file) : null;
  return answer === null ? 200 : answer.status();
}
