import * as publications from '#lib/server/publications.ts';

/** What was published and may be read by everybody who has a role; who published it is the managers' to know. */
export async function load({ locals: { store } }) {
  return store.read(async (db) => {
    const names = await publications.fileNames(db);
    const list = await publications.list(db);
    return {
      publications: list.map(({ id, fingerprint, campaign, compared, locale, publishedAt }) => ({
        fingerprint,
        campaign,
        compared,
        language: locale,
        on: publishedAt.slice(0, 10),
        files: names.get(id) ?? []
      }))
    };
  });
}
