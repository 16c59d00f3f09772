import { useRef, useState } from 'react';
import { uploadFiles, type Upload } from '../api/upload';
import { useAnnounce } from '../shell/announcer';

/** How far an upload is; null while there is none. */
export interface UploadProgress {
  readonly label: string;
  /** Share sent, 0 to 1; all of it is sent while the server still reads. */
  readonly sent: number;
}

function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Sends files one request at a time, shows how far it is, and can stop. */
export function useUpload() {
  const announce = useAnnounce();
  const running = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<UploadProgress | null>(null);
  /** @returns the answer, or null when it was cancelled */
  const send = async <T>(upload: Omit<Upload, 'onSent' | 'signal'>, label: string): Promise<T | null> => {
    const controller = new AbortController();
    running.current = controller;
    setProgress({ label, sent: 0 });
    try {
      const onSent = (sent: number) => setProgress({ label, sent });
      return await uploadFiles<T>({ ...upload, onSent, signal: controller.signal });
    } catch (error) {
      if (!isCancelled(error)) throw error;
      announce('Cancelled. Nothing was kept.');
      return null;
    } finally {
      running.current = null;
      setProgress(null);
    }
  };
  return { progress, send, cancel: () => running.current?.abort() };
}
