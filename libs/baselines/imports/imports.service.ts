import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FaultCollector } from './import-fault';
import { FileImporter, type ImportRequest } from './file-importer';
import { listImportReports } from './import-file.repository';
import type { ImportReport, ListedImport } from './import-report';
import { plainFileName } from './plain-file-name';

/** An upload: its content, and the rest as for a file on disk. */
export interface UploadRequest extends Omit<ImportRequest, 'path'> {
  readonly stream: Readable;
}

/** Larger than any published file by far; what is larger is refused while it arrives. */
export const LARGEST_UPLOAD_BYTES = 200 * 2 ** 20;

/** Imports what is uploaded, and lists what was imported. */
@Injectable()
export class ImportsService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Imports an upload, all or nothing; see {@link FileImporter}. It is kept on disk while it is read, and
   * removed afterwards whatever happens. An upload that breaks off is not imported.
   *
   * @throws InvalidInputError with every fault found, and nothing changed
   */
  importUpload(request: UploadRequest): Promise<ImportReport> {
    return this.whileOnDisk(request, (file) => new FileImporter(this.dataSource).importFile(file));
  }

  /**
   * The report that an import of an upload would give; nothing is changed.
   *
   * @throws InvalidInputError with every fault found
   */
  previewUpload(request: Omit<UploadRequest, 'alongside'>): Promise<ImportReport> {
    return this.whileOnDisk(request, (file) => new FileImporter(this.dataSource).previewFile(file));
  }

  private async whileOnDisk(
    { stream, ...request }: UploadRequest,
    work: (file: ImportRequest) => Promise<ImportReport>,
  ): Promise<ImportReport> {
    const folder = await mkdtemp(join(tmpdir(), 'wholetime-upload-'));
    const path = join(folder, 'upload.csv');
    const fileName = plainFileName(request.fileName);
    try {
      await pipeline(stream, refuseAbove(LARGEST_UPLOAD_BYTES, fileName), createWriteStream(path));
      return await work({ ...request, fileName, path });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** The reports of the files imported so far, newest first. */
  async list(): Promise<ListedImport[]> {
    return listImportReports(this.dataSource.manager);
  }
}

function refuseAbove(bytes: number, fileName: string): Transform {
  let received = 0;
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      received += part.length;
      if (received <= bytes) return done(null, part);
      try {
        new FaultCollector(fileName).fail({
          rule: 'not-too-large',
          message: `The file is larger than ${bytes / 2 ** 20} MiB.`,
          fix: 'Import the published files one by one.',
        });
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
