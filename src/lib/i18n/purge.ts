import type { Locale } from './locale.ts';
import { counted, say } from './wording.ts';

/** What a purge did and what it leaves to do, a sentence each. */
export function purgedWords(
  done: {
    responses: number;
    auditForms: number;
    comments: number;
    uploads: number;
    remaining: string[];
    replaced: string[];
  },
  locale: Locale
): string[] {
  const parts = [
    counted(done.responses, locale === 'fr' ? ['réponse', 'réponses'] : ['response', 'responses'], locale),
    counted(
      done.auditForms,
      locale === 'fr' ? ['fiche d’audit', 'fiches d’audit'] : ['audit form', 'audit forms'],
      locale
    ),
    counted(
      done.comments,
      locale === 'fr' ? ['commentaire', 'commentaires'] : ['comment', 'comments'],
      locale
    ),
    counted(
      done.uploads,
      locale === 'fr' ? ['envoi en attente', 'envois en attente'] : ['waiting upload', 'waiting uploads'],
      locale
    )
  ].join(', ');
  const list = done.remaining.join(', ');
  return [
    say(locale, `Retirés pour de bon : ${parts}.`, `Taken out for good: ${parts}.`),
    say(
      locale,
      'Les sauvegardes déjà faites contiennent encore ce produit : supprimez-les ou laissez-les expirer.',
      'Backups made before still hold this product: delete them or let them expire.'
    ),
    ...(done.replaced.length === 0
      ? []
      : [
          say(
            locale,
            `Des dossiers gardés par une restauration le contiennent peut-être encore : ${done.replaced.join(', ')}.`,
            `Folders kept by a restore may still hold it: ${done.replaced.join(', ')}.`
          )
        ]),
    ...(list === ''
      ? []
      : [
          say(
            locale,
            `Son nom se trouve encore dans des textes que quelqu’un a écrits : ${list}.`,
            `Its name still stands in texts that somebody wrote: ${list}.`
          )
        ])
  ];
}

export function purgeForm(product: string, locale: Locale) {
  return {
    title: say(locale, `Retirer ${product} pour de bon`, `Take ${product} out for good`),
    eyebrow: say(locale, 'Retrait d’un produit', 'Withdrawal of a product'),
    explanation: [
      say(
        locale,
        'Ses réponses de toutes les campagnes et de tous les imports, ses corrections, ses fiches d’audit, les commentaires qui le nomment et les envois en attente sont effacés, et le fichier des données est réécrit. Rien ne permet d’y revenir.',
        'Its responses of every campaign and import, its corrections, its audit forms, comments that name it and waiting uploads are erased, and the data file is written anew. Nothing brings them back.'
      ),
      say(
        locale,
        'Les publications figées restent : elles ne contiennent que des comptages. Le journal garde que le retrait a eu lieu.',
        'Frozen publications stay: they hold counts alone. The trail keeps that the withdrawal took place.'
      )
    ],
    label: say(locale, 'Pour confirmer, écrivez le nom du produit', 'To confirm, type the product’s name'),
    wrong: say(
      locale,
      'Ce n’est pas le nom du produit : rien n’a été effacé.',
      'This is not the product’s name: nothing was erased.'
    ),
    submit: say(locale, 'Effacer ce produit', 'Erase this product'),
    done: say(locale, 'Produit retiré', 'Product withdrawn'),
    back: say(locale, 'Produits', 'Products')
  };
}
