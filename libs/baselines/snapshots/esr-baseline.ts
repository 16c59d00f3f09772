import type { EntityManager } from 'typeorm';
import type { ProjectionNotice } from '#modules/projection';
import { numberToDecimal } from '#persistence';
import type { EsrReport } from '../esr/esr-report';
import type { ExtractCell } from '../esr/extract/cells';
import { findEsrBaseline, readEsrCells } from '../esr/store/esr-extract.repository';
import type { BaselineCell, BaselineContent, BaselineReport } from './snapshot.repository';

const SCALE = 6;
const BASIS = 'esr-extract';
const OWN_PROFILE = 'Own staff by band, age and ethnicity (ESR extract)';

/**
 * The opening position from the organisation's own extract of that day; null when none is imported, or
 * values of it are not mapped yet.
 */
export async function readEsrBaseline(
  manager: EntityManager,
  organisationId: string,
  asAt: string,
): Promise<Omit<BaselineContent, 'organisation' | 'asAt'> | null> {
  const report = await findEsrBaseline(manager, organisationId, asAt);
  if (report === null) return null;
  const cells = await readEsrCells(manager, report.id);
  if (cells.length === 0) return null;
  return { source: sourceOf(report), cells: toBaselineCells(cells), report: toReport(report, cells) };
}

/** The group's own row, then its people by band, age band and ethnicity. */
function toBaselineCells(cells: readonly ExtractCell[]): BaselineCell[] {
  const codes = [...new Set(cells.map(({ staffGroupCode }) => staffGroupCode))];
  return codes.flatMap((code): BaselineCell[] => {
    const own = cells.filter(({ staffGroupCode }) => staffGroupCode === code);
    const whole = { bandCode: null, ageBand: null, ethnicity: null, profileSource: null };
    return [
      toCell({ ...whole, staffGroupCode: code, ...sumOf(own) }),
      ...own.map((cell) => toCell({ ...cell, profileSource: OWN_PROFILE })),
    ];
  });
}

type Figures = { readonly headcount: number; readonly fte: number };

function toCell(
  cell: Omit<BaselineCell, 'headcount' | 'fte' | 'establishment' | 'basis'> & Figures,
): BaselineCell {
  return {
    ...cell,
    headcount: numberToDecimal(cell.headcount, SCALE),
    fte: numberToDecimal(cell.fte, SCALE),
    establishment: null,
    basis: BASIS,
  };
}

function sumOf(cells: readonly ExtractCell[]): Figures {
  return cells.reduce(
    (sum, { headcount, fte }) => ({ headcount: sum.headcount + headcount, fte: sum.fte + fte }),
    { headcount: 0, fte: 0 },
  );
}

function sourceOf({ position, coverage }: EsrReport): string {
  const { headcount, fte } = position;
  return `ESR extract: ${headcount} people, ${fte.toFixed(1)} WTE. ${coverage}`;
}

function toReport({ files, position, coverage }: EsrReport, cells: readonly ExtractCell[]): BaselineReport {
  const notices: ProjectionNotice[] = [
    { code: 'esr-extract', staffGroup: null, message: coverage, amount: position.fte },
  ];
  const unknownAge = cells
    .filter(({ ageBand }) => ageBand === null)
    .reduce((sum, { headcount }) => sum + headcount, 0);
  if (unknownAge > 0) {
    notices.push({
      code: 'age-not-known',
      staffGroup: null,
      message:
        'Age is not known for some people: they are spread as those of their staff group whose age is.',
      amount: unknownAge,
    });
  }
  return { notices, files: [...new Set(files.map(({ sha256 }) => sha256))].sort() };
}
