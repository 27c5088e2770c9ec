import { createHash } from 'node:crypto';
import { campaignEyebrow } from '#lib/i18n/campaign.ts';
import { longDate, percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { counted, say } from '#lib/i18n/wording.ts';
import type { Dossier, DossierFigure } from '../dossier/dossier.ts';
import { attainedRule, dossierTags } from '../dossier/write-dossier.ts';
import type { ExportedProduct } from './export-data.ts';
import { answersTable, correctionsTable } from './product-tables.ts';

/** « Déclaré par l'éditeur le 5 mars 2026 ». */
export function declaredWords({ declaredAt }: ExportedProduct, locale: Locale): string {
  if (declaredAt === null)
    return say(locale, 'Déclaré par l’éditeur, sans date', 'Declared by the vendor, without a date');
  return say(
    locale,
    `Déclaré par l’éditeur le ${longDate(declaredAt, 'fr')}`,
    `Declared by the vendor on ${longDate(declaredAt, 'en')}`
  );
}

function caveat(locale: Locale): string {
  return say(
    locale,
    'Ces réponses sont celles de l’éditeur, que personne n’a vérifiées. Elles décrivent ce qu’il déclare d’un produit à une date, non la sécurité d’une installation ; un niveau sous la cible n’est pas une faille, et un niveau à la cible n’est pas une garantie. Elles ne permettent pas, à elles seules, de classer des produits : les critères qui s’appliquent diffèrent de l’un à l’autre.',
    'These answers are the vendor’s own, which nobody has verified. They describe what it declares of a product on a date, not the security of an installation; a level below target is no vulnerability, and a level at target no guarantee. They don’t by themselves rank products: the criteria that apply differ from one to another.'
  );
}

function headlineOf(
  { product: { product, attained, applicable, rate } }: ExportedProduct,
  locale: Locale
): string {
  if (rate === null)
    return say(locale, `${product} : aucun critère ne s’applique`, `${product}: no criterion applies`);
  const share = percent(rate, locale);
  return say(
    locale,
    `${product} : ${attained} sur ${counted(applicable, ['critère applicable', 'critères applicables'], 'fr')} à la cible (${share})`,
    `${product}: ${attained} of ${counted(applicable, ['applicable criterion', 'applicable criteria'], 'en')} at target (${share})`
  );
}

function figures(exported: ExportedProduct, locale: Locale): DossierFigure[] {
  const { product, corrections } = exported;
  const missing = counted(
    product.effort,
    locale === 'fr' ? ['niveau manquant', 'niveaux manquants'] : ['missing level', 'missing levels'],
    locale
  );
  const answers: DossierFigure = {
    id: say(locale, 'reponses', 'answers'),
    title: `${say(locale, 'Réponses, niveaux, cibles et écarts', 'Answers, levels, targets and gaps')} (${missing})`,
    subline: declaredWords(exported, locale),
    caption: caveat(locale),
    table: answersTable(exported, locale)
  };
  if (corrections.length === 0) return [answers];
  const words = say(locale, 'Corrections et contestations', 'Corrections and contests');
  return [
    answers,
    {
      id: 'corrections',
      title: words,
      subline: '',
      caption: say(
        locale,
        'Une correction compte à la place de la réponse déclarée ; une réponse contestée compte telle quelle.',
        'A correction counts in the place of the declared answer; a contested answer counts as it stands.'
      ),
      table: correctionsTable(exported, locale)
    }
  ];
}

/** 16 hex digits over all that the export tells, whatever its format and language. */
function fingerprintOf({ campaign, product, answers, declaredAt, corrections }: ExportedProduct): string {
  const told = JSON.stringify([campaign.code, product, answers, declaredAt, corrections]);
  return createHash('sha256').update(told).digest('hex').slice(0, 16);
}

/** One product's export in one language, for the writers of paged files and workbooks. */
export function productDossier(exported: ExportedProduct, marking: string, locale: Locale): Dossier {
  const { campaign, product, declaredAt } = exported;
  return {
    audience: 'internal',
    locale,
    campaign,
    title: `${product.product}, ${product.vendor}`,
    state: campaignEyebrow(campaign, locale),
    version: say(locale, 'export d’un produit', 'product export'),
    marking,
    tags: dossierTags(campaign, locale),
    dataDate: declaredAt ?? undefined,
    fingerprint: fingerprintOf(exported),
    headline: headlineOf(exported, locale),
    sample: `${declaredWords(exported, locale)}.`,
    rule: attainedRule(locale),
    sections: [
      {
        id: 'criteria',
        title: say(locale, 'Réponses du produit', 'The product’s answers'),
        figures: figures(exported, locale),
        notes: []
      }
    ]
  };
}
