import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
} from 'docx';
import type { ChartPicture } from '../charts/chart-picture';
import { cellText } from '../content/words';
import { PAPER_LANGUAGE, type Paper, type PaperBlock, type PaperFigure, type PaperTable } from '../paper';
import { columnShares, isRightAligned } from './column-widths';
import { fixedZip } from './fixed-zip';

const FACE = 'Arial';
const DARK = '212B32';
const BLUE = '005EB8';
/** Twentieths of a point: an A4 page with margins of 2 cm. */
const PAGE = { width: 11906, height: 16838, margin: 1134 } as const;
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
/** Half-points. */
const SIZES = { text: 21, note: 18, cell: 17, lead: 25 } as const;
/** Word counts pictures in pixels of a 96th of an inch. */
const PIXELS_PER_POINT = 96 / 72;
const WIDEST_PICTURE = TEXT_WIDTH / 20;

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** The picture of a figure. */
export type PictureOf = (figure: PaperFigure) => ChartPicture;

function cell(text: string, isRight: boolean, options: { width: number; isHeading: boolean }): TableCell {
  const { width, isHeading } = options;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    ...(isHeading ? { shading: { type: ShadingType.CLEAR, fill: 'E8EDEE', color: 'auto' } } : {}),
    children: [
      new Paragraph({
        alignment: isRight ? AlignmentType.RIGHT : AlignmentType.LEFT,
        spacing: { before: 0, after: 0 },
        children: [new TextRun({ text, size: SIZES.cell, bold: isHeading })],
      }),
    ],
  });
}

function tableBlocks({ table }: PaperTable): readonly (Paragraph | Table)[] {
  const widths = columnShares(table).map((share) => Math.round(share * TEXT_WIDTH));
  const row = (texts: readonly string[], isHeading: boolean) =>
    new TableRow({
      ...(isHeading ? { tableHeader: true } : {}),
      cantSplit: texts.join('').length < 1500,
      children: texts.map((text, place) =>
        cell(text, isRightAligned(table, place), { width: widths[place] ?? 0, isHeading }),
      ),
    });
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'AEB7BD' } as const;
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  return [
    new Paragraph({
      style: 'Caption',
      keepNext: true,
      children: [new TextRun({ text: table.title, bold: true })],
    }),
    new Table({
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      borders: {
        top: line,
        bottom: line,
        insideHorizontal: line,
        left: none,
        right: none,
        insideVertical: none,
      },
      rows: [
        row(
          table.columns.map(({ label }) => label),
          true,
        ),
        ...table.rows.map((cells) => row(cells.map(cellText), false)),
      ],
    }),
    new Paragraph({ spacing: { before: 0, after: 80 }, children: [] }),
  ];
}

function figureBlocks(figure: PaperFigure, picture: ChartPicture, id: number): readonly Paragraph[] {
  const scale = Math.min(1, WIDEST_PICTURE / picture.width) * PIXELS_PER_POINT;
  return [
    new Paragraph({
      style: 'Caption',
      keepNext: true,
      children: [new TextRun({ text: figure.title, bold: true })],
    }),
    new Paragraph({
      spacing: { after: 160 },
      children: [
        new ImageRun({
          type: 'png',
          data: picture.png,
          transformation: {
            width: Math.round(picture.width * scale),
            height: Math.round(picture.height * scale),
          },
          altText: {
            id: String(id),
            name: `Figure ${id}`,
            title: figure.title,
            description: figure.alternative,
          },
        }),
      ],
    }),
  ];
}

const TONES: Readonly<Record<'lead' | 'plain' | 'note', IRunOptions>> = {
  lead: { size: SIZES.lead, color: DARK },
  plain: {},
  note: { size: SIZES.note, color: '4C6272' },
};

function blocksOf(paper: Paper, pictureOf: PictureOf): readonly (Paragraph | Table)[] {
  let figures = 0;
  const oneOf = (block: PaperBlock): readonly (Paragraph | Table)[] => {
    switch (block.kind) {
      case 'heading':
        return [new Paragraph({ text: block.text, heading: LEVELS[block.level], keepNext: true })];
      case 'paragraph':
        return [new Paragraph({ children: [new TextRun({ text: block.text, ...TONES[block.tone] })] })];
      case 'table':
        return tableBlocks(block);
      case 'figure':
        figures += 1;
        return figureBlocks(block, pictureOf(block), figures);
    }
  };
  return paper.blocks.flatMap(oneOf);
}

const headingStyle = (size: number, before: number) => ({
  run: { font: FACE, size, bold: true, color: DARK },
  paragraph: { spacing: { before, after: 100 } },
});

const STYLES = {
  default: {
    document: {
      run: { font: FACE, size: SIZES.text, color: DARK, language: { value: PAPER_LANGUAGE } },
      paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { font: FACE, size: 44, bold: true, color: BLUE }, paragraph: { spacing: { after: 100 } } },
    heading1: headingStyle(32, 440),
    heading2: headingStyle(26, 300),
    heading3: headingStyle(22, 220),
  },
  paragraphStyles: [
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { font: FACE, size: 19, color: DARK },
      paragraph: { spacing: { before: 180, after: 80 } },
    },
  ],
};

function footerOf({ title, identity }: Paper): Footer {
  const version = identity.find(([label]) => label === 'Version')?.[1] ?? '';
  const size = SIZES.cell;
  return new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ text: `${title}, version ${version}. Page `, size }),
          new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size }),
        ],
      }),
    ],
  });
}

/** A paper as a Word document: styles for headings, heading rows for tables, words for pictures, a language. */
export async function writeWord(paper: Paper, pictureOf: PictureOf): Promise<Uint8Array> {
  const { margin, ...size } = PAGE;
  const document = new Document({
    title: paper.title,
    subject: paper.subtitle,
    creator: 'Wholetime',
    lastModifiedBy: 'Wholetime',
    description: paper.identity.map(([label, value]) => `${label}: ${value}`).join('; '),
    styles: STYLES,
    sections: [
      {
        properties: {
          page: { size, margin: { top: margin, bottom: margin, left: margin, right: margin } },
        },
        footers: { default: footerOf(paper) },
        children: [
          new Paragraph({ text: paper.title, heading: HeadingLevel.TITLE }),
          new Paragraph({ children: [new TextRun({ text: paper.subtitle, size: SIZES.lead })] }),
          new Paragraph({
            children: paper.identity.map(
              ([label, value], place) =>
                new TextRun({
                  text: `${label}: ${value}`,
                  size: SIZES.note,
                  ...(place === 0 ? {} : { break: 1 }),
                }),
            ),
          }),
          ...blocksOf(paper, pictureOf),
        ],
      },
    ],
  });
  return fixedZip(await Packer.toBuffer(document), paper.madeAt);
}
