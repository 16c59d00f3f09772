import PDFDocument from 'pdfkit';
import type { Faces } from '../charts/faces';
import { PAPER_LANGUAGE, type Paper } from '../paper';

/** Points: A4 with margins of 2 cm, and room for the foot of the page. */
export const MARGINS = { top: 54, bottom: 64, left: 48, right: 48 } as const;

export const COLOURS = {
  text: '#212b32',
  title: '#005eb8',
  secondary: '#4c6272',
  rule: '#aeb7bd',
  shade: '#e8edee',
} as const;

export type Pdf = PDFKit.PDFDocument;
export type Structure = PDFKit.PDFStructureElement;

export type StructureOptions = Parameters<Pdf['struct']>[1];

/** Where the text of a page ends. */
export const bottomOf = (pdf: Pdf): number => pdf.page.height - MARGINS.bottom;
/** The width of the text. */
export const widthOf = (pdf: Pdf): number => pdf.page.width - MARGINS.left - MARGINS.right;

/** Goes on to the next page where so many points are not left on this one. */
export function makeRoom(pdf: Pdf, points: number): void {
  if (pdf.y + points > bottomOf(pdf) && pdf.y > MARGINS.top) pdf.addPage();
}

/** Draws what is no content: assistive technology passes it over. */
export function asArtifact(pdf: Pdf, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}

/** A tagged PDF with its title, language and embedded faces; the same bytes for the same paper. */
export function openPdf(paper: Paper, { regular, bold }: Faces): Pdf {
  const made = new Date(paper.madeAt);
  const pdf = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: PAPER_LANGUAGE,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    info: {
      Title: paper.title,
      Subject: paper.subtitle,
      Author: 'Wholetime',
      Creator: 'Wholetime',
      CreationDate: made,
      ModDate: made,
    },
    // The types know the archival subsets only.
  } as unknown as PDFKit.PDFDocumentOptions);
  pdf.registerFont('regular', regular);
  pdf.registerFont('bold', bold);
  return pdf;
}

/** Everything that a PDF writes, once it has ended. */
export function bytesOf(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    pdf.on('error', reject);
    pdf.end();
  });
}

/** Title, version and page number at the foot of each page. */
export function writeFeet(pdf: Pdf, { title, identity }: Paper): void {
  const version = identity.find(([label]) => label === 'Version')?.[1] ?? '';
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Text below the margin would begin a page of its own.
    pdf.page.margins.bottom = 0;
    asArtifact(
      pdf,
      () => {
        const options = { width: widthOf(pdf), lineBreak: false };
        const y = pdf.page.height - 40;
        pdf.font('regular').fontSize(8.5).fillColor(COLOURS.secondary);
        pdf.text(`${title}, version ${version}`, MARGINS.left, y, { ...options, align: 'left' });
        pdf.text(`Page ${page + 1} of ${count}`, MARGINS.left, y, { ...options, align: 'right' });
      },
      'Pagination',
    );
  }
}
