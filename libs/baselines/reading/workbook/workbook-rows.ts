import { posix } from 'node:path';
import type { CsvRow } from '../../imports/csv-rows';
import { WorkbookArchive, notAWorkbook, type WorkbookLimits } from './workbook-archive';
import { WorkbookFault } from './workbook-fault';
import { readWholeXml, readXml, type XmlHandler } from './xml-stream';

const SHARED_STRINGS = 'xl/sharedStrings.xml';
/** Columns that are read; those of an extract are far fewer. */
const MOST_COLUMNS = 400;

/**
 * The rows of the first sheet, as the rows of a CSV file: numbers as they are stored (dates as day numbers),
 * texts, the stored results of formulas. Only the texts of the workbook are held in memory.
 *
 * @throws WorkbookFault
 */
export async function* readWorkbookRows(bytes: Buffer, limits: WorkbookLimits): AsyncGenerator<CsvRow, void> {
  const archive = await WorkbookArchive.open(bytes, limits);
  const sheet = await findFirstSheet(archive);
  const texts = await readSharedTexts(archive, limits);
  const reader = new SheetReader(texts);
  const stream = await archive.openPart(sheet);
  for await (const _ of readXml(stream, reader)) yield* reader.take();
}

async function findFirstSheet(archive: WorkbookArchive): Promise<string> {
  let relation: string | undefined;
  let isFrom1904 = false;
  await readWholeXml(await archive.openPart('xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'sheet') relation ??= attributes['r:id'] ?? attributes['d3p1:id'];
      if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (isFrom1904) {
    throw new WorkbookFault({
      rule: 'dates-from-1900',
      message: 'The workbook counts its days from 1904.',
      fix: 'Copy the sheet into a new workbook, or save it as “CSV UTF-8”.',
    });
  }
  let target: string | undefined;
  await readWholeXml(await archive.openPart('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id === relation) target = Target;
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (relation === undefined || target === undefined) throw notAWorkbook();
  return target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
}

/** Texts are stored once and named by number. */
async function readSharedTexts(archive: WorkbookArchive, limits: WorkbookLimits): Promise<readonly string[]> {
  if (!archive.has(SHARED_STRINGS)) return [];
  const reader = new SharedTextReader(limits.textCharacters);
  await readWholeXml(await archive.openPart(SHARED_STRINGS), reader);
  return reader.texts;
}

class SharedTextReader implements XmlHandler {
  readonly texts: string[] = [];
  private text_ = '';
  private characters = 0;
  /** Inside the text of an entry; readings of characters (`rPh`) are no part of it. */
  private isText = false;
  private isReading = false;

  constructor(private readonly mostCharacters: number) {}

  open(name: string): void {
    if (name === 'si') this.text_ = '';
    if (name === 'rPh') this.isReading = true;
    this.isText = name === 't' && !this.isReading;
  }

  close(name: string): void {
    if (name === 'si') this.texts.push(this.text_);
    if (name === 'rPh') this.isReading = false;
    if (name === 't') this.isText = false;
  }

  text(text: string): void {
    if (!this.isText) return;
    this.characters += text.length;
    if (this.characters > this.mostCharacters) {
      throw new WorkbookFault({
        rule: 'not-too-large',
        message: 'The workbook holds more text than an extract does.',
        fix: 'Export the columns that are needed only, as “CSV UTF-8”.',
      });
    }
    this.text_ += text;
  }
}

class SheetReader implements XmlHandler {
  private rows: CsvRow[] = [];
  private fields: string[] = [];
  private line = 0;
  private column = 0;
  private type = '';
  private value = '';
  private isValue = false;

  constructor(private readonly sharedTexts: readonly string[]) {}

  /** The rows that have come together since the last time. */
  take(): readonly CsvRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.openRow(attributes['r']);
    if (name === 'c') this.openCell(attributes);
    this.isValue = name === 'v' || name === 't';
  }

  close(name: string): void {
    this.isValue = false;
    if (name === 'c') this.closeCell();
    if (name === 'row' && this.fields.some((field) => field !== '')) {
      this.rows.push({ line: this.line, fields: this.fields });
    }
  }

  text(text: string): void {
    if (this.isValue) this.value += text;
  }

  private openRow(number: string | undefined): void {
    this.line = number === undefined ? this.line + 1 : Number(number);
    this.fields = [];
    this.column = -1;
  }

  private openCell({ r: reference, t: type }: Readonly<Record<string, string>>): void {
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    this.type = type ?? 'n';
    this.value = '';
  }

  /** Cells may be left out: they are blank. */
  private closeCell(): void {
    if (this.column >= MOST_COLUMNS || this.column < 0) return;
    while (this.fields.length < this.column) this.fields.push('');
    this.fields[this.column] = this.cellText();
  }

  private cellText(): string {
    switch (this.type) {
      case 's':
        return this.sharedTexts[Number(this.value)] ?? '';
      case 'b':
        return this.value === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        return '';
      default:
        return this.value;
    }
  }
}

/** Position of the column of a reference such as `AB12`, the first being 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const place = letter.charCodeAt(0) - 64;
    if (place < 1 || place > 26) break;
    column = column * 26 + place;
  }
  return column - 1;
}
