import type { Message, Words } from './problem-words.ts';

/** The sentences on answers that are read without error and still deserve a look, and on conditions that check them. */
export const qualityMessages = {
  bad_condition: {
    fr: (words) =>
      `La condition ${words.value} ne peut pas servir à vérifier les réponses\u00a0: ${conditionFlawFr(words)}.`,
    en: (words) => `The condition ${words.value} can’t be used to check answers: ${conditionFlawEn(words)}.`
  },
  straight_lined: {
    fr: ({ value, of }) =>
      of('count')
        ? `${of('count')} réponses sont toutes au niveau 1, ou toutes au niveau le plus haut (${of('who')}…). Vérifiez qu’elles ne sont pas de complaisance.`
        : `Les ${of('cells')} réponses de ${value} sont toutes ${of('reason') === 'highest' ? 'au niveau le plus haut' : 'au niveau 1'}. Vérifiez auprès de l’éditeur qu’il a bien lu chaque question.`,
    en: ({ value, of }) =>
      of('count')
        ? `${of('count')} responses are all at level 1, or all at the highest level (${of('who')}…). Check that each question was read.`
        : `The ${of('cells')} answers of ${value} are all at ${of('reason') === 'highest' ? 'the highest level' : 'level 1'}. Check with the vendor that each question was read.`
  },
  identical_responses: {
    fr: ({ value, of }) =>
      of('count')
        ? `${of('count')} groupes d’éditeurs différents répondent exactement de même (${of('who')}…). Vérifiez qu’aucune réponse n’a été recopiée.`
        : `${value} répond exactement comme ${of('others')}${furtherFr(of)} aux ${of('cells')} critères où un niveau est choisi, et ce n’est pas le même éditeur. Vérifiez qu’aucune réponse n’a été recopiée.`,
    en: ({ value, of }) =>
      of('count')
        ? `${of('count')} groups of different vendors answer exactly alike (${of('who')}…). Check that no response was copied.`
        : `${value} answers exactly as ${of('others')}${furtherEn(of)} on the ${of('cells')} criteria with a level chosen, and it is not the same vendor. Check that no response was copied.`
  },
  near_product: {
    fr: ({ value, quoted, of }) =>
      of('count')
        ? `${of('count')} produits portent presque le nom d’un autre du même éditeur (${of('who')}…). S’il s’agit du même produit, fusionnez-les une fois l’import fait, sinon il compte deux fois.`
        : `${value} porte presque le même nom que ${quoted('other')} (${of('vendor')}). S’il s’agit du même produit, fusionnez-les une fois l’import fait, sinon il compte deux fois.`,
    en: ({ value, quoted, of }) =>
      of('count')
        ? `${of('count')} products are named almost as another of their vendor (${of('who')}…). Where it is one product, merge them once imported, or it counts twice.`
        : `${value} is named almost as ${quoted('other')} (${of('vendor')}). If it is the same product, merge them once the import is done, or it counts twice.`
  },
  names_not_compared: {
    fr: ({ of }) =>
      `La campagne aurait ${of('products')} produits\u00a0: au-delà de ${of('most')}, leurs noms ne sont pas comparés entre eux, ceux des éditeurs le sont.`,
    en: ({ of }) =>
      `The campaign would have ${of('products')} products: beyond ${of('most')}, their names are not compared with each other; those of vendors are.`
  },
  near_vendor: {
    fr: ({ value, quoted, of }) =>
      of('count')
        ? `${of('count')} éditeurs portent presque le nom d’un autre (${of('who')}…). S’il s’agit du même, renommez-le une fois l’import fait.`
        : `L’éditeur ${value} ressemble à ${quoted('other')}. S’il s’agit du même, renommez-le une fois l’import fait, sinon il compte deux fois.`,
    en: ({ value, quoted, of }) =>
      of('count')
        ? `${of('count')} vendors are named almost as another (${of('who')}…). Where it is one vendor, rename it once imported.`
        : `Vendor ${value} looks like ${quoted('other')}. If it is the same vendor, rename it once the import is done, or it counts twice.`
  },
  against_condition: {
    fr: ({ of, quoted }) =>
      of('reason') === 'waived'
        ? `${of('criterion')} est dit «\u00a0non applicable\u00a0» alors que sa condition, ${quoted('condition')}, est remplie${concernedFr(of)}. La réponse est gardée telle quelle.`
        : `${of('criterion')} a un niveau alors que sa condition, ${quoted('condition')}, n’est pas remplie${concernedFr(of)}. La réponse est gardée telle quelle.`,
    en: ({ of, quoted }) =>
      of('reason') === 'waived'
        ? `${of('criterion')} is said not to apply although its condition, ${quoted('condition')}, holds${concernedEn(of)}. The answer is kept as it is.`
        : `${of('criterion')} has a level although its condition, ${quoted('condition')}, does not hold${concernedEn(of)}. The answer is kept as it is.`
  },
  blank_conditional: {
    fr: ({ value, of }) =>
      of('count')
        ? `${of('count')} produits laissent en tout ${of('cells')} critères conditionnels vides (${of('who')}…), comptés comme non applicables. Mieux vaut le faire dire que le supposer.`
        : `${value} laisse ${of('cells') === '1' ? 'vide 1 critère conditionnel, compté comme non applicable' : `vides ${of('cells')} critères conditionnels, comptés comme non applicables`}. Mieux vaut le faire dire que le supposer.`,
    en: ({ value, of }) =>
      of('count')
        ? `${of('count')} products leave ${of('cells')} conditional criteria blank in all (${of('who')}…), counted as not applicable. Better have it said than assumed.`
        : `${value} leaves ${of('cells') === '1' ? '1 conditional criterion' : `${of('cells')} conditional criteria`} blank, counted as not applicable. Better have it said than assumed.`
  },
  unchosen_level: {
    fr: ({ of }) =>
      of('count')
        ? `Pour ${of('count')} critères, un niveau au moins n’est choisi par aucun produit (${of('who')}…). Relisez son libellé et la lecture de ses réponses.`
        : `Aucun des ${of('answered')} produits qui répondent à ${of('criterion')} ne choisit le niveau ${of('unchosen')}. Relisez son libellé et la lecture de ses réponses.`,
    en: ({ of }) =>
      of('count')
        ? `For ${of('count')} criteria, one level at least is chosen by no product (${of('who')}…). Read its label again, and how its answers were read.`
        : `None of the ${of('answered')} products that answer ${of('criterion')} chooses level ${of('unchosen')}. Read its label again, and how its answers were read.`
  }
} satisfies Record<string, Message>;

function conditionFlawFr({ of, quoted }: Words): string {
  if (of('reason') === 'criterion') return `${quoted('code')} n’est le code d’aucun critère`;
  if (of('reason') === 'level') return `${of('code')} a les niveaux 1 à ${of('levels')}`;
  return 'écrivez «\u00a0attribut = valeur\u00a0» ou «\u00a0CODE >= niveau\u00a0», reliés par «\u00a0and\u00a0»';
}

function conditionFlawEn({ of, quoted }: Words): string {
  if (of('reason') === 'criterion') return `${quoted('code')} is no criterion’s code`;
  if (of('reason') === 'level') return `${of('code')} has levels 1 to ${of('levels')}`;
  return 'write “attribute = value” or “CODE >= level”, joined by “and”';
}

function furtherFr(of: Words['of']): string {
  return Number(of('more')) > 0 ? ` et ${of('more')} de plus` : '';
}

function furtherEn(of: Words['of']): string {
  return Number(of('more')) > 0 ? ` and ${of('more')} more` : '';
}

function concernedFr(of: Words['of']): string {
  const count = Number(of('count'));
  if (count < 2) return of('who') ? ` (${of('who')})` : '';
  return ` pour ${count} produits (${of('who')}${count > 3 ? '…' : ''})`;
}

function concernedEn(of: Words['of']): string {
  const count = Number(of('count'));
  if (count < 2) return of('who') ? ` (${of('who')})` : '';
  return ` for ${count} products (${of('who')}${count > 3 ? '…' : ''})`;
}
