import { chartPicture, type ChartPicture } from './charts/chart-picture';
import type { Paper, PaperFigure } from './paper';
import { writePdf } from './writers/pdf.writer';
import { writeWebPage } from './writers/web-page.writer';
import { writeWord } from './writers/word.writer';

/** The formats that are written in a thread of their own; workbooks have one already. */
export type DrawnFormat = 'docx' | 'pdf' | 'html';

/** Writes a paper; the bytes depend on the paper alone. */
export async function writePaper(paper: Paper, format: DrawnFormat): Promise<Uint8Array> {
  const pictures = new Map<PaperFigure, ChartPicture>();
  for (const block of paper.blocks) {
    if (block.kind === 'figure') pictures.set(block, await chartPicture(block.chart));
  }
  const pictureOf = (figure: PaperFigure): ChartPicture => {
    const picture = pictures.get(figure);
    if (picture === undefined) throw new RangeError(`the figure ${figure.title} is not of this paper`);
    return picture;
  };
  if (format === 'docx') return writeWord(paper, pictureOf);
  return format === 'pdf' ? writePdf(paper, pictureOf) : writeWebPage(paper, pictureOf);
}
