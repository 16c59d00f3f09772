import type { Page } from 'playwright-core';

interface GridCell {
  readonly year: number;
  readonly version: number;
}

interface GridRow {
  readonly staffGroup: { readonly code: string; readonly name: string };
  readonly cells: readonly GridCell[];
}

interface GridOfModule {
  readonly years: readonly unknown[];
  readonly grids: readonly {
    readonly parameter: { readonly key: string };
    readonly rows: readonly GridRow[];
  }[];
}

interface Edits {
  readonly edits: readonly {
    readonly parameter: string;
    readonly staffGroup: string;
    readonly year: number;
    readonly value: number | null;
    readonly baseVersion: number;
  }[];
}

/** Rows of the first parameters that have a value of every year, under codes of their own, up to so many cells. */
function enlarged({ years, grids, ...rest }: GridOfModule, cells: number): GridOfModule {
  const full = grids
    .map(({ parameter, rows }) => ({
      parameter,
      rows: rows.filter((row) => row.cells.length === years.length),
    }))
    .filter(({ rows }) => rows.length > 0);
  const wanted = cells / years.length;
  const perGrid = Math.ceil(wanted / full.length);
  let left = wanted;
  const larger = full.map(({ parameter, rows }) => {
    const count = Math.min(perGrid, left);
    left -= count;
    return { parameter, rows: Array.from({ length: count }, (_, index) => copyOf(rows, index)) };
  });
  return { ...rest, years, grids: larger };
}

function copyOf(rows: readonly GridRow[], index: number): GridRow {
  const row = rows[index % rows.length] as GridRow;
  const copy = Math.floor(index / rows.length);
  const { code, name } = row.staffGroup;
  if (copy === 0) return row;
  return { ...row, staffGroup: { ...row.staffGroup, code: `${code}-${copy}`, name: `${name} ${copy}` } };
}

type CellsByKey = ReadonlyMap<string, GridCell>;

function cellsOf({ grids }: GridOfModule): CellsByKey {
  const cells = grids.flatMap(({ parameter, rows }) =>
    rows.flatMap(({ staffGroup, cells: own }) =>
      own.map((cell) => [`${parameter.key}|${staffGroup.code}|${cell.year}`, cell] as const),
    ),
  );
  return new Map(cells);
}

/** A saved batch as the service answers it. */
function saved({ edits }: Edits, cells: CellsByKey): object {
  const answers = edits.map(({ parameter, staffGroup, year, value, baseVersion }) => {
    const inherited = cells.get(`${parameter}|${staffGroup}|${year}`);
    const own = value === null ? {} : { value, operand: value, operation: 'set', own: true };
    return { parameter, staffGroup, year, cell: { ...inherited, ...own, version: baseVersion + 1 } };
  });
  return { cells: answers, inputVersion: 1 };
}

/**
 * Gives a page the grid of a module with so many cells, and answers its batches at once: the service's own
 * grids have as many rows as there are staff groups and parameters.
 */
export async function enlargeGrid(page: Page, cells: number): Promise<void> {
  let known: CellsByKey = new Map();
  await page.route('**/api/assumptions/module?*', async (route) => {
    const response = await route.fetch();
    const grid = enlarged((await response.json()) as GridOfModule, cells);
    known = cellsOf(grid);
    await route.fulfill({ response, json: grid });
  });
  await page.route('**/api/assumptions', async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.continue();
    return route.fulfill({ json: saved(request.postDataJSON() as Edits, known) });
  });
}
