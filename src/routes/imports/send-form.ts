import { deserialize } from '$app/forms';
import type { ActionResult } from '@sveltejs/kit';

/** Sends a form and says how far it has come, which `fetch` cannot. Throws where the connection breaks. */
export function sendForm(
  action: string,
  body: FormData,
  onProgress: (share: number) => void
): Promise<ActionResult> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0)
    );
    request.upload.addEventListener('load', () => onProgress(1));
    request.addEventListener('load', () => {
      try {
        resolve(deserialize(request.responseText));
      } catch (error) {
        // the server answers with a page where it could not run the action at all
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    for (const end of ['error', 'abort', 'timeout'])
      request.addEventListener(end, () => reject(new Error(end)));
    request.open('POST', action);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('x-sveltekit-action', 'true');
    request.send(body);
  });
}
