import type { StagedOutcome } from '#lib/commands/staged-import.ts';
import type { StagedView } from '#lib/commands/staged-view.ts';
import { integer } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { counted, say } from '#lib/i18n/wording.ts';
import type { ImportRecord } from '#lib/server/imports.ts';

type Noun = Record<Locale, readonly [string, string]>;

const errors: Noun = { fr: ['erreur', 'erreurs'], en: ['error', 'errors'] };
const warnings: Noun = { fr: ['avertissement', 'avertissements'], en: ['warning', 'warnings'] };
const added: Noun = { fr: ['nouveau produit', 'nouveaux produits'], en: ['new product', 'new products'] };
const changed: Noun = {
  fr: ['produit modifié', 'produits modifiés'],
  en: ['changed product', 'changed products']
};
const products: Noun = { fr: ['produit', 'produits'], en: ['product', 'products'] };

function countOf(problems: StagedView['problems'], severity: 'error' | 'warning'): number {
  return problems.reduce((sum, group) => sum + (group.severity === severity ? group.count : 0), 0);
}

/** What is wrong and what is merely to be looked at, told apart: a warning stands in nobody's way. */
export function problemsTitle(problems: StagedView['problems'], locale: Locale): string {
  const parts = [
    [countOf(problems, 'error'), errors] as const,
    [countOf(problems, 'warning'), warnings] as const
  ].filter(([count]) => count > 0);
  if (parts.length === 0) return say(locale, 'Aucun problème', 'No problem');
  return parts.map(([count, noun]) => counted(count, noun[locale], locale)).join(', ');
}

/** The finding of the check. */
export function stagedTitle(staged: StagedView, locale: Locale): string {
  const count = countOf(staged.problems, 'error');
  if (!staged.isRead)
    return say(locale, 'Ces fichiers ne peuvent pas encore être lus', 'These files can’t be read yet');
  if (!staged.isFit && count === 0)
    return say(locale, 'Aucune réponse dans ces fichiers', 'No answers in these files');
  if (!staged.isFit) {
    const words = counted(count, errors[locale], locale);
    const isOne = words.endsWith(errors[locale][0]);
    return say(
      locale,
      `${words} ${isOne ? 'empêche' : 'empêchent'} l’import`,
      `${words} ${isOne ? 'stands' : 'stand'} in the way of the import`
    );
  }
  return willChange(staged, locale);
}

function willChange({ changes }: StagedView, locale: Locale): string {
  const parts = [
    changes.added.count > 0 ? counted(changes.added.count, added[locale], locale) : '',
    changes.changed.count > 0 ? counted(changes.changed.count, changed[locale], locale) : ''
  ].filter((part) => part !== '');
  if (parts.length > 0)
    return say(locale, `Prêt à importer\u00a0: ${parts.join(', ')}`, `Ready to import: ${parts.join(', ')}`);
  return changes.older.count > 0
    ? say(
        locale,
        'Prêt à importer\u00a0: rien ne change dans les réponses en vigueur',
        'Ready to import: nothing changes in the answers in force'
      )
    : say(
        locale,
        'Tout est déjà enregistré\u00a0: rien ne changerait',
        'All is stored already: nothing would change'
      );
}

/** Sentences in pieces, every second one stressed. */
export function stagedLede({ campaign, isNew, sent }: StagedView, locale: Locale): string[] {
  const files = sent.length;
  return locale === 'fr'
    ? [
        `Rien n’est enregistré. ${files > 1 ? `Les ${integer(files, locale)} fichiers attendent` : 'Le fichier attend'} ici 24 heures, pour la campagne `,
        campaign,
        isNew ? ', qui sera créée.' : '.'
      ]
    : [
        `Nothing is stored. The ${files > 1 ? `${integer(files, locale)} files wait` : 'file waits'} here for 24 hours, for campaign `,
        campaign,
        isNew ? ', which will be created.' : '.'
      ];
}

export type Result = StagedOutcome & { record?: ImportRecord | undefined };

/** What became of an upload. */
export function resultTitle({ record, campaign }: Result, locale: Locale): string {
  if (!record)
    return say(locale, 'Déjà importé\u00a0: rien n’a changé', 'Already imported: nothing has changed');
  if (record.undone) return say(locale, 'Import annulé', 'Import undone');
  const count = counted(record.accepted.products, products[locale], locale);
  return say(
    locale,
    `Import enregistré\u00a0: ${count} dans la campagne ${campaign}`,
    `Import stored: ${count} in campaign ${campaign}`
  );
}
