import { readFaces } from '../charts/faces';
import type { Paper, PaperBlock, PaperFigure, PaperHeading, PaperParagraph } from '../paper';
import {
  bytesOf,
  COLOURS,
  makeRoom,
  MARGINS,
  openPdf,
  widthOf,
  writeFeet,
  type Pdf,
  type Structure,
  type StructureOptions,
} from './pdf-page';
import { writeTable } from './pdf-table';
import type { PictureOf } from './word.writer';

interface TextStyle {
  readonly tag: string;
  readonly face: 'regular' | 'bold';
  readonly size: number;
  readonly colour: string;
  readonly before: number;
  readonly after: number;
  /** Points below it without which it would stand alone at the end of a page. */
  readonly keeps: number;
}

const HEADINGS: Readonly<Record<PaperHeading['level'], TextStyle>> = {
  1: { tag: 'H2', face: 'bold', size: 17, colour: COLOURS.text, before: 16, after: 7, keeps: 130 },
  2: { tag: 'H3', face: 'bold', size: 13, colour: COLOURS.text, before: 10, after: 5, keeps: 100 },
  3: { tag: 'H4', face: 'bold', size: 11, colour: COLOURS.text, before: 6, after: 3, keeps: 50 },
};

const PLAIN = { tag: 'P', face: 'regular', before: 0, keeps: 20 } as const;
const TONES: Readonly<Record<PaperParagraph['tone'], TextStyle>> = {
  lead: { ...PLAIN, size: 13, colour: COLOURS.text, after: 9 },
  plain: { ...PLAIN, size: 10.5, colour: COLOURS.text, after: 7 },
  note: { ...PLAIN, size: 9, colour: COLOURS.secondary, after: 7, keeps: 60 },
};
const TITLE: TextStyle = {
  tag: 'H1',
  face: 'bold',
  size: 24,
  colour: COLOURS.title,
  before: 0,
  after: 4,
  keeps: 0,
};

function writeText(pdf: Pdf, parent: Structure, text: string, style: TextStyle): void {
  makeRoom(pdf, style.before + style.size + style.keeps);
  if (pdf.y > MARGINS.top) pdf.y += style.before;
  const structure = pdf.struct(style.tag);
  parent.add(structure);
  structure.add(() => {
    pdf.font(style.face).fontSize(style.size).fillColor(style.colour);
    pdf.text(text, MARGINS.left, pdf.y, { width: widthOf(pdf), lineGap: style.size * 0.12 });
  });
  structure.end();
  pdf.y += style.after;
}

function writeFigure(pdf: Pdf, parent: Structure, figure: PaperFigure, pictureOf: PictureOf): void {
  const picture = pictureOf(figure);
  const scale = Math.min(1, widthOf(pdf) / picture.width);
  const [width, height] = [picture.width * scale, picture.height * scale];
  makeRoom(pdf, height + 30);
  writeText(pdf, parent, figure.title, { ...TONES.plain, face: 'bold', size: 10, after: 3, keeps: 0 });
  const [left, top] = [MARGINS.left, pdf.y];
  const structure = pdf.struct('Figure', {
    alt: figure.alternative,
    bbox: [left, top, left + width, top + height],
  } as StructureOptions);
  parent.add(structure);
  structure.add(() => void pdf.image(picture.png, left, top, { width, height }));
  structure.end();
  pdf.y = top + height + 10;
}

function writeBlock(pdf: Pdf, parent: Structure, block: PaperBlock, pictureOf: PictureOf): void {
  switch (block.kind) {
    case 'heading':
      writeText(pdf, parent, block.text, HEADINGS[block.level]);
      // Bookmarks for the parts: a long paper is not read from end to end.
      if (block.level === 1) pdf.outline.addItem(block.text);
      return;
    case 'paragraph':
      return writeText(pdf, parent, block.text, TONES[block.tone]);
    case 'table':
      return writeTable(pdf, parent, block);
    case 'figure':
      return writeFigure(pdf, parent, block, pictureOf);
  }
}

/**
 * A paper as a tagged PDF in the manner of PDF/UA: title, language, headings, tables with heading cells,
 * words for pictures, bookmarks, embedded faces; what is no content is marked as such.
 */
export async function writePdf(paper: Paper, pictureOf: PictureOf): Promise<Uint8Array> {
  const pdf = openPdf(paper, await readFaces());
  pdf.addPage();
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  writeText(pdf, root, paper.title, TITLE);
  writeText(pdf, root, paper.subtitle, TONES.lead);
  for (const [label, value] of paper.identity) {
    writeText(pdf, root, `${label}: ${value}`, { ...TONES.note, after: 1, keeps: 0 });
  }
  pdf.y += 6;
  for (const block of paper.blocks) writeBlock(pdf, root, block, pictureOf);
  root.end();
  writeFeet(pdf, paper);
  return bytesOf(pdf);
}
