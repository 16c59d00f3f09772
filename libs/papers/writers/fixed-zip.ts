import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** The earliest day that a zip can hold: files in it have no time of their own. */
const ZIP_EPOCH = new Date(1980, 0, 1);
const CORE_PROPERTIES = 'docProps/core.xml';

/**
 * Packs an Office file again so that it depends on its content alone: entries in order of name, without
 * times, and with the moment of the paper as that of its creation.
 *
 * @param madeAt ISO 8601
 */
export function fixedZip(content: Uint8Array, madeAt: string): Uint8Array {
  const entries = unzipSync(content);
  const fixed: Zippable = {};
  for (const name of Object.keys(entries).sort()) {
    const bytes = entries[name] ?? new Uint8Array();
    const own = name === CORE_PROPERTIES ? strToU8(withMoment(strFromU8(bytes), madeAt)) : bytes;
    fixed[name] = [own, { mtime: ZIP_EPOCH, level: 6 }];
  }
  return zipSync(fixed);
}

function withMoment(properties: string, madeAt: string): string {
  const moment = `${new Date(madeAt).toISOString().slice(0, 19)}Z`;
  return properties.replace(
    /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g,
    (_, open: string, __: string, close: string) => `${open}${moment}${close}`,
  );
}
