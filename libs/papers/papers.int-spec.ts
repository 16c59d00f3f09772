import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { planSnapshot } from '../../test/support/plan-snapshot.fixture';
import { planPaper } from './content/plan-paper';
import { paperFile } from './paper-file';

describe('papers as files', () => {
  const paper = planPaper(planSnapshot());

  it('are made of the paper alone: two processes write the same bytes in every format', () => {
    const author = join(__dirname, '../../test/support/paper-author.mjs');
    const write = () =>
      execFileSync(process.execPath, [author], { encoding: 'utf8', input: JSON.stringify(paper) });
    const first = write();
    expect(first.trim().split('\n')).toHaveLength(4);
    expect(write()).toBe(first);
  });

  it('hold every table in the workbook, and no text that a spreadsheet would calculate', async () => {
    const { content } = await paperFile(paper, 'xlsx');
    const workbook = new Workbook();
    await workbook.xlsx.load(content.buffer as ArrayBuffer);
    const names = workbook.worksheets.map(({ name }) => name);
    for (const block of paper.blocks) {
      if (block.kind === 'table') expect(names).toContain(block.table.key.replaceAll('-', '_').slice(0, 28));
    }
    const checks = workbook.getWorksheet('checks');
    const texts = checks?.getSheetValues().flat().map(String) ?? [];
    expect(texts).toContain("'=cmd: the new wing opens in 2027.");
  });
});
