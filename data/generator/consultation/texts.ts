export type Stance = 'favorable' | 'réservé' | 'opposé';

/** What the shared letter says of every requirement that it speaks of. */
export const letter =
  'Nous demandons que cette exigence soit reportée à la vague 3 : son coût est disproportionné pour les éditeurs de moins de vingt salariés, et douze mois au moins sont nécessaires pour s’y conformer.';

/** « % » stands for the short title of what is required, in lower case. */
export const texts: Record<Stance, string[]> = {
  favorable: [
    'Exigence attendue de longue date ; nous la demandons déjà dans nos marchés.',
    'Favorable. « % » devrait valoir pour tous les couloirs, sans exception.',
    'Le niveau demandé est atteignable pour un produit entretenu normalement.',
    'Nous soutenons cette exigence et proposons de publier un guide pour l’appliquer.',
    'Oui : c’est un minimum pour un logiciel qui traite des données de santé.',
    'Favorable, sous réserve que la preuve demandée reste la même pour tous les industriels.',
    'Cette mesure aurait évité deux incidents que nous avons connus l’an dernier.'
  ],
  réservé: [
    'Le principe est bon, mais la preuve demandée est trop lourde : un extrait de configuration devrait suffire.',
    'À préciser : « % » dépend en partie de l’établissement qui installe le produit.',
    'Accord sur le fond ; le délai de six mois est trop court pour les produits installés sur site.',
    'Qui paie ? Sans financement dédié, la charge retombera sur les clients.',
    'La rédaction mêle deux obligations ; il faudrait les séparer pour pouvoir en justifier.',
    'Nous souhaitons qu’une mesure équivalente soit acceptée lorsque l’architecture ne permet pas celle-ci.',
    'Préciser le périmètre : l’exigence vise-t-elle aussi les modules fournis par des tiers ?',
    'Le niveau exigé dépasse celui que demande la réglementation ; un niveau de moins suffirait.'
  ],
  opposé: [
    'Opposé : l’exigence ne tient pas compte des produits déjà déployés, dont le socle ne peut pas évoluer avant deux ans.',
    '« % » relève de l’hébergeur, pas de l’éditeur.',
    'Exigence redondante avec la certification que nous détenons déjà.',
    'Le coût annuel dépasse le financement proposé pour un produit de notre taille.',
    'Aucun de nos clients ne le demande ; l’effort serait mieux employé ailleurs.',
    'La mesure dégraderait l’usage au lit du patient, où chaque seconde compte.'
  ]
};
