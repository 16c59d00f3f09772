import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { planSnapshot } from '../../test/support/plan-snapshot.fixture';
import { planPaper } from './content/plan-paper';
import { publicSummary } from './content/public-summary';
import { cellText } from './content/words';
import type { Paper } from './paper';
import { writePaper } from './write-paper';

/** Text without the line breaks that a format puts into it. */
const flat = (text: string): string => text.replace(/\s+/g, '');

function textsOf({ blocks }: Paper): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [block.table.title, ...block.table.rows.flat().map(cellText)];
    return block.kind === 'figure' ? [block.title] : [block.text];
  });
}

interface ReadPdf {
  readonly isMarked: boolean;
  readonly language: string;
  readonly title: string;
  readonly pdfUa: boolean;
  readonly text: string;
  /** How many elements of the structure tree there are, by role. */
  readonly roles: Readonly<Record<string, number>>;
  readonly alternatives: readonly string[];
  readonly outline: readonly string[];
}

/** Reads a PDF in a process of its own: the reader is an ES module. */
function readPdf(content: Uint8Array): ReadPdf {
  const reader = join(__dirname, '../../test/support/pdf-reader.mjs');
  const options = { input: content, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  return JSON.parse(execFileSync(process.execPath, [reader], options)) as ReadPdf;
}

const unescaped = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('the paper of a plan', () => {
  const paper = planPaper(planSnapshot());

  it('begins with the finding and tells every part of the plan', () => {
    expect(textsOf(paper)).toContain(
      'By 31 March 2031, West Yorkshire plans 10,876 WTE in post, 630 WTE (6.1%) more than at 31 March 2026, 492 WTE below the requirement of 11,368 WTE.',
    );
    const parts = paper.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [block.text] : [],
    );
    expect(parts).toEqual([
      'In brief',
      'What the plan covers',
      'Staff in post and what the work needs',
      'Gap',
      'What changes staff in post',
      'Moves between the system’s own organisations',
      'Contingent lines',
      'Service commitments',
      'Leadership and culture',
      'Best place to work',
      'Workforce transformation',
      'Productivity and money',
      'Devolution and maturity',
      'Engagement and risk',
      'Checks',
      'Sign-off',
      'Where the figures come from',
      'Appendix: assumptions',
    ]);
  });

  it('does not tell shares of a pool of fewer than 20 people, whatever was entered', () => {
    const snapshot = planSnapshot();
    const [pool] = snapshot.document.content.sections['talent-pool-diversity'] ?? [];
    const small = {
      ...pool,
      id: 'small',
      values: { ...pool?.values, size: 'under-20', bme: 33, disabled: 33 },
    };
    const sections = { ...snapshot.document.content.sections, 'talent-pool-diversity': [small] };
    const content = { ...snapshot.document.content, sections };
    const told = textsOf(planPaper({ ...snapshot, document: { ...snapshot.document, content } }));
    expect(told).toContain('Fewer than 20 people');
    expect(told.filter((text) => /3[35] %/.test(text))).toEqual([]);
  });

  it('is Word whose text survives, with styles, heading rows, words for pictures and a language', async () => {
    const files = unzipSync(await writePaper(paper, 'docx'));
    const body = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    const text = flat(unescaped(body));
    for (const each of textsOf(paper)) expect(text).toContain(flat(each));
    const tables = paper.blocks.filter(({ kind }) => kind === 'table').length;
    const figures = paper.blocks.filter(({ kind }) => kind === 'figure').length;
    expect(body.match(/<w:tblHeader/g)).toHaveLength(tables);
    expect(body.match(/<wp:docPr [^>]*descr="[^"]+"/g)).toHaveLength(figures);
    expect(body).toContain('w:val="Heading1"');
    expect(strFromU8(files['word/styles.xml'] ?? new Uint8Array())).toContain('w:lang w:val="en-GB"');
    expect(strFromU8(files['docProps/core.xml'] ?? new Uint8Array())).toContain('2026-11-23T09:00:00Z');
  });

  it('is a tagged PDF whose text survives, with title, language, heading cells and words for pictures', async () => {
    const pdf = readPdf(await writePaper(paper, 'pdf'));
    expect(pdf).toMatchObject({ isMarked: true, language: 'en-GB', title: paper.title, pdfUa: true });
    const text = flat(pdf.text);
    for (const each of textsOf(paper)) expect(text).toContain(flat(each));
    const tables = paper.blocks.filter(({ kind }) => kind === 'table').length;
    const figures = paper.blocks.flatMap((block) => (block.kind === 'figure' ? [block.alternative] : []));
    expect(pdf.roles['Document']).toBeGreaterThan(0);
    expect(pdf.roles['Caption']).toBe(tables);
    expect(pdf.roles['TH']).toBeGreaterThan(tables);
    expect(pdf.alternatives).toEqual(figures);
    expect(pdf.outline).toContain('Appendix: assumptions');
  });
});

describe('the public summary', () => {
  const paper = publicSummary(planSnapshot());
  const texts = textsOf(paper).join('\n');

  it('rounds every figure to the nearest 5 and withholds those under 5', () => {
    const staff = paper.blocks.find((block) => block.kind === 'table' && block.table.key === 'staff');
    const rows = staff?.kind === 'table' ? staff.table.rows.map((row) => row.map(cellText)) : [];
    expect(rows).toContainEqual(['Senior managers', 'c', 'c', 'c']);
    expect(rows).toContainEqual(['Midwives', '300', '320', '335']);
    const figures = rows.flatMap((row) => row.slice(1)).filter((text) => text !== 'c');
    expect(figures.filter((text) => Number(text.replaceAll(',', '')) % 5 !== 0)).toEqual([]);
  });

  it('names no person, and says that it can still change', () => {
    expect(texts).not.toMatch(/Lindqvist|Marsh|Khan|Leeds|Calderdale/);
    expect(texts).toContain('not agreed yet');
  });

  it('is a web page that needs nothing else, with what was written escaped', async () => {
    const html = Buffer.from(await writePaper(paper, 'html')).toString('utf8');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(html).toContain('&lt;Nobody&gt; is left out &amp; nothing is hidden');
    expect(html).not.toMatch(/<script|https?:\/\//);
    const text = flat(unescaped(html));
    for (const each of textsOf(paper)) expect(text).toContain(flat(each));
  });
});
