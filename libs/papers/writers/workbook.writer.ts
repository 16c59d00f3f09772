import { viewFile, type View, type ViewTable } from '#views';
import type { Paper, PaperBlock } from '../paper';
import { fixedZip } from './fixed-zip';

/** Everything that is written in a paper, with the headings that it stands under. */
function textTable(blocks: readonly PaperBlock[]): ViewTable {
  const path: string[] = [];
  const rows = blocks.flatMap((block) => {
    if (block.kind === 'heading') {
      path.splice(block.level - 1, path.length, block.text);
      return [];
    }
    const text = block.kind === 'paragraph' ? block.text : block.kind === 'figure' ? block.alternative : null;
    if (text === null || text === '') return [];
    const [part = '', ...within] = path;
    return [[part, within.join(', '), text].map((value) => ({ value, unit: 'text' as const }))];
  });
  const columns = ['Part', 'Section', 'Text'].map((label) => ({
    key: label.toLowerCase(),
    label,
    unit: 'text' as const,
  }));
  return { key: 'text', title: 'What is written', columns, rows };
}

/** A paper as a workbook as accessible as that of any view: its text on one sheet, each table on its own. */
export async function writeWorkbook(paper: Paper): Promise<Uint8Array> {
  const view: View = {
    key: paper.key,
    title: paper.title,
    source: paper.source,
    notes: paper.identity.map(([label, value]) => `${label}: ${value}`),
    tables: [
      textTable(paper.blocks),
      ...paper.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
    ],
  };
  return fixedZip((await viewFile(view, 'xlsx')).content, paper.madeAt);
}
