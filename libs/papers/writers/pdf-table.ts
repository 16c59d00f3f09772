import { cellText } from '../content/words';
import type { PaperTable } from '../paper';
import { columnShares, isRightAligned } from './column-widths';
import {
  asArtifact,
  bottomOf,
  COLOURS,
  makeRoom,
  MARGINS,
  widthOf,
  type Pdf,
  type Structure,
  type StructureOptions,
} from './pdf-page';

const SIZE = 8.5;
const PADDING = { x: 4, y: 3 } as const;

/** A table as it lies on the page. */
interface Layout {
  readonly widths: readonly number[];
  readonly lefts: readonly number[];
  readonly isRight: readonly boolean[];
  readonly headings: readonly string[];
}

interface RowStyle {
  readonly isHeading: boolean;
  /** The row of the structure tree; null for headings that are repeated on a further page. */
  readonly structure: Structure | null;
}

function layoutOf(pdf: Pdf, table: PaperTable['table']): Layout {
  const widths = columnShares(table).map((share) => share * widthOf(pdf));
  const lefts = widths.map((_, place) =>
    widths.slice(0, place).reduce((sum, width) => sum + width, MARGINS.left),
  );
  return {
    widths,
    lefts,
    isRight: widths.map((_, place) => isRightAligned(table, place)),
    headings: table.columns.map(({ label }) => label),
  };
}

function heightOf(pdf: Pdf, { widths }: Layout, texts: readonly string[], isHeading: boolean): number {
  pdf.font(isHeading ? 'bold' : 'regular').fontSize(SIZE);
  const heights = texts.map((text, place) =>
    pdf.heightOfString(text, { width: (widths[place] ?? 0) - 2 * PADDING.x }),
  );
  return Math.max(...heights) + 2 * PADDING.y;
}

function drawRow(pdf: Pdf, layout: Layout, texts: readonly string[], style: RowStyle): void {
  const { structure, isHeading } = style;
  const height = heightOf(pdf, layout, texts, isHeading);
  const top = pdf.y;
  asArtifact(pdf, () => {
    if (isHeading) pdf.rect(MARGINS.left, top, widthOf(pdf), height).fill(COLOURS.shade);
    pdf
      .moveTo(MARGINS.left, top + height)
      .lineTo(MARGINS.left + widthOf(pdf), top + height)
      .lineWidth(0.5)
      .stroke(COLOURS.rule);
  });
  texts.forEach((text, place) => {
    const draw = (): void => {
      pdf
        .font(isHeading ? 'bold' : 'regular')
        .fontSize(SIZE)
        .fillColor(COLOURS.text)
        .text(text, (layout.lefts[place] ?? 0) + PADDING.x, top + PADDING.y, {
          width: (layout.widths[place] ?? 0) - 2 * PADDING.x,
          align: layout.isRight[place] === true ? 'right' : 'left',
        });
    };
    if (structure === null) asArtifact(pdf, draw, 'Pagination');
    else drawCell(pdf, structure, draw, { isHeading, isFirst: place === 0 });
  });
  pdf.x = MARGINS.left;
  pdf.y = top + height;
}

function drawCell(
  pdf: Pdf,
  row: Structure,
  draw: () => void,
  { isHeading, isFirst }: { readonly isHeading: boolean; readonly isFirst: boolean },
): void {
  const isHead = isHeading || isFirst;
  const scope = isHead ? { scope: isHeading ? 'Column' : 'Row' } : {};
  const cell = pdf.struct(isHead ? 'TH' : 'TD', scope as StructureOptions);
  row.add(cell);
  cell.add(draw);
  cell.end();
}

/**
 * A table under its title: heading cells with their scope, headings repeated on every page that it goes on
 * to, and no row broken over two pages unless it is longer than one.
 */
export function writeTable(pdf: Pdf, parent: Structure, { table }: PaperTable): void {
  const layout = layoutOf(pdf, table);
  const texts = table.rows.map((row) => row.map(cellText));
  const head = heightOf(pdf, layout, layout.headings, true);
  const first = texts[0] === undefined ? 0 : heightOf(pdf, layout, texts[0], false);
  makeRoom(pdf, 26 + head + Math.min(first, 300));
  const structure = pdf.struct('Table');
  parent.add(structure);
  const caption = pdf.struct('Caption');
  structure.add(caption);
  caption.add(() => {
    pdf.font('bold').fontSize(10).fillColor(COLOURS.text);
    pdf.text(table.title, MARGINS.left, pdf.y, { width: widthOf(pdf) });
  });
  caption.end();
  pdf.y += 3;
  const row = (cells: readonly string[], isHeading: boolean): void => {
    const own = pdf.struct('TR');
    structure.add(own);
    drawRow(pdf, layout, cells, { isHeading, structure: own });
    own.end();
  };
  row(layout.headings, true);
  for (const cells of texts) {
    if (pdf.y + heightOf(pdf, layout, cells, false) > bottomOf(pdf)) {
      pdf.addPage();
      drawRow(pdf, layout, layout.headings, { isHeading: true, structure: null });
    }
    row(cells, false);
  }
  structure.end();
  pdf.y += 12;
}
