import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import { defaultThresholds, tightened, type Thresholds } from '#lib/maturity/publication/thresholds.ts';
import * as settings from '#lib/server/settings.ts';
import type { Db } from '#lib/server/sql.ts';
import type { Store } from '#lib/server/store.ts';

/** By which every publication is protected from then on, and the legal ground that its method note prints. */
export interface DisclosureSettings {
  thresholds: Thresholds;
  /** In words, by language; where there is none, the usual one. */
  ground: Partial<Record<Locale, string>>;
}

const name = 'publication.disclosure';

async function stored(db: Db): Promise<DisclosureSettings> {
  const text = await settings.read(db, name);
  const { thresholds = {}, ground = {} } = (text ? JSON.parse(text) : {}) as Partial<DisclosureSettings>;
  return { thresholds: tightened(defaultThresholds, thresholds), ground };
}

/** Definition 10's own where nothing was set; never looser. */
export function read(store: Store): Promise<DisclosureSettings> {
  return store.read(stored);
}

/** What is changed; everything else stays, also where somebody else changes it meanwhile. */
export interface DisclosureChange {
  thresholds?: Partial<Thresholds>;
  ground?: DisclosureSettings['ground'];
}

export function change(store: Store, { thresholds, ground }: DisclosureChange): Promise<DisclosureSettings> {
  return store.write(async (db) => {
    const known = await stored(db);
    const set = {
      thresholds: { ...known.thresholds, ...thresholds },
      ground: { ...known.ground, ...ground }
    };
    await settings.update(db, name, JSON.stringify(set));
    return set;
  });
}

export function groundWords({ ground }: DisclosureSettings, locale: Locale): string {
  const usual = say(
    locale,
    "secret des affaires et sécurité des systèmes d'information",
    'trade secrets and the security of information systems'
  );
  return ground[locale] || usual;
}
