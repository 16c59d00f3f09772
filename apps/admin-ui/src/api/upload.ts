import { adoptedCsrfToken, apiAddress } from './api-client';
import { ApiError, type Problem } from './api-error';

export interface Upload {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Files by the name of their part. */
  readonly parts: Readonly<Record<string, File>>;
  /** Told the share that has been sent, 0 to 1. */
  readonly onSent: (share: number) => void;
  readonly signal: AbortSignal;
}

function bodyOf({ responseText }: XMLHttpRequest): unknown {
  try {
    return JSON.parse(responseText);
  } catch {
    return {};
  }
}

/**
 * Sends files, with progress and a way out: what is aborted is not kept by the server.
 *
 * @throws ApiError for every answer but 2xx
 * @throws DOMException `AbortError` when it was aborted
 */
export function uploadFiles<T>({ path, query = {}, parts, onSent, signal }: Upload): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', apiAddress(path, query));
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-CSRF-Token', adoptedCsrfToken());
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
    request.onload = () => {
      const body = bodyOf(request);
      if (request.status >= 200 && request.status < 300) resolve(body as T);
      else reject(new ApiError(request.status, body as Problem));
    };
    request.onerror = () => reject(new ApiError(0, { title: 'The service can’t be reached.' }));
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    for (const [name, file] of Object.entries(parts)) form.append(name, file);
    request.send(form);
  });
}
