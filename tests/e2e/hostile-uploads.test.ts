import { expect, test } from 'vitest';
import { hostile } from '#tests/commands/hostile.ts';
import { questionnaire } from './import-steps.ts';
import { withServer } from './served.ts';

const most = { seconds: 30, megabytes: 1_200 };

/** Sends the import page's form as a browser without scripts does, and follows to the page that answers. */
async function upload(address: string, name: string, content: string | Uint8Array<ArrayBuffer>) {
  const form = new FormData();
  form.set('campaign', 'essai');
  form.set('questionnaire', new File([questionnaire], 'questionnaire.csv'));
  form.set('answers', new File([content], name));
  const headers = { origin: address, accept: 'text/html' };
  const sent = await fetch(`${address}/imports?/upload&lang=fr`, { method: 'POST', body: form, headers });
  return { status: sent.status, page: await sent.text() };
}

const campaigns = async (address: string) => (await fetch(`${address}/api/v1/campaigns`)).json();

test('every hostile file is refused in words within seconds, and the server goes on with its memory bounded', () =>
  withServer(async ({ address, peakMegabytes }) => {
    for (const [what, , make] of hostile) {
      const begun = performance.now();
      const { status, page } = await upload(address, 'réponses.xlsx', Buffer.from(make()));
      const seconds = (performance.now() - begun) / 1000;
      expect(status, what).toBe(200);
      expect(page, what).toContain('Fichier illisible');
      expect(page, what).not.toContain('Prêt à importer');
      expect(seconds, what).toBeLessThan(most.seconds);
      expect(await campaigns(address), what).toEqual([]);
    }
    const peak = await peakMegabytes();
    console.info(`${hostile.length} hostile files: the server's peak ${peak.toFixed(0)} MB`);
    expect(peak).toBeLessThan(most.megabytes);
  }));

test('more than an upload may hold is refused in words', () =>
  withServer(
    async ({ address }) => {
      const { status, page } = await upload(address, 'a.csv', 'x'.repeat(3_000_000));
      expect(status).toBe(413);
      expect(page).toContain('Ces fichiers dépassent 2,0\u00a0Mo en tout.');
    },
    { settings: { PALIER_UPLOAD_MB: '2', BODY_SIZE_LIMIT: 'Infinity' } }
  ));

test('a disk that is full is said so, and nothing is kept', () =>
  withServer(
    async ({ address }) => {
      const { status, page } = await upload(address, 'a.csv', 'x'.repeat(9_000_000));
      expect(status).toBe(507);
      expect(page).toContain('Le disque du serveur est plein\u00a0: rien n’a été gardé.');
      expect(await campaigns(address)).toEqual([]);
      const after = await (await fetch(`${address}/imports?lang=fr`)).text();
      expect(after).not.toContain('En attente de votre décision');
    },
    { mostFileKibibytes: 6_000 }
  ));
