import { goto } from '$app/navigation';
import type { Progress } from '#lib/maturity/frontier/frontier.ts';

/** A search that a page waits for: how far it is, and a way to end it. */
export class LongSearch {
  progress = $state.raw<Progress | undefined>();
  #under: AbortController | undefined;

  /** Watches the search, then goes to the page that shows its result, or says what can't be. */
  async run(address: string, search: string): Promise<void> {
    this.stop();
    const under = new AbortController();
    this.#under = under;
    this.progress = { line: 'admitted', done: 0 };
    try {
      const response = await fetch(search, { signal: under.signal });
      for await (const progress of lines(response)) this.progress = progress;
    } catch {
      if (under.signal.aborted) return;
    }
    await goto(address, { noScroll: true, keepFocus: true });
    this.progress = undefined;
  }

  stop(): void {
    this.#under?.abort();
    this.progress = undefined;
  }
}

/** The last line of each piece that arrives: those before it are old news. */
async function* lines(response: Response): AsyncGenerator<Progress> {
  const reader = response.ok ? response.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined;
  let rest = '';
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    const whole = (rest + read.value).split('\n');
    rest = whole.pop() ?? '';
    const last = whole.pop();
    if (last) yield JSON.parse(last) as Progress;
  }
}
