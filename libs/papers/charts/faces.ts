import { readFile } from 'node:fs/promises';

/** Source Sans 3 under the SIL Open Font License: regular and bold, as TrueType. */
export interface Faces {
  readonly regular: Buffer;
  readonly bold: Buffer;
}

const PACKAGE = '@expo-google-fonts/source-sans-3';

let read: Promise<Faces> | null = null;

/** The faces that papers are set in. They come with the product: no machine's own fonts are used. */
export function readFaces(): Promise<Faces> {
  read ??= Promise.all([
    readFile(require.resolve(`${PACKAGE}/400Regular/SourceSans3_400Regular.ttf`)),
    readFile(require.resolve(`${PACKAGE}/700Bold/SourceSans3_700Bold.ttf`)),
  ]).then(([regular, bold]) => ({ regular, bold }));
  return read;
}
