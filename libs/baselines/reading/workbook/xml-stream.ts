import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { notAWorkbook } from './workbook-archive';

/** Told of the elements of an XML part in their order; prefixes of names are left out. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads an XML part piece by piece; after each piece the caller may take what has come together.
 *
 * @throws WorkbookFault when it is not well formed
 */
export async function* readXml(stream: Readable, handler: XmlHandler): AsyncGenerator<void, void> {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => handler.open(localName(name), attributes));
  parser.on('closetag', ({ name }) => handler.close(localName(name)));
  parser.on('text', (text) => handler.text(text));
  parser.on('error', () => {
    throw notAWorkbook();
  });
  const decoder = new TextDecoder('utf-8');
  for await (const part of checked(stream)) {
    parser.write(decoder.decode(part, { stream: true }));
    yield;
  }
  parser.write(decoder.decode());
  parser.close();
  yield;
}

/** What cannot be unpacked, or is longer than the archive says, is no workbook. */
async function* checked(stream: Readable): AsyncGenerator<Buffer, void> {
  const parts = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  try {
    for (;;) {
      const part = await parts.next().catch(() => {
        throw notAWorkbook();
      });
      if (part.done === true) return;
      yield part.value;
    }
  } finally {
    stream.destroy();
  }
}

/** Reads a whole part. */
export async function readWholeXml(stream: Readable, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(stream, handler)) continue;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
