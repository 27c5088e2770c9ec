import type { Theme } from './criterion.ts';

export const interoperability: Theme = {
  name: 'Interopérabilité',
  criteria: [
    {
      code: 'Q50',
      scope: 'conditional',
      condition: 'Produits qui référencent des données de santé de personnes prises en charge',
      obligation: 'Code de la santé publique, article L. 1111-8-1',
      title: { fr: 'Identité nationale de santé', en: 'National health identity (INS)' },
      question: {
        fr: 'Les données de santé sont-elles référencées avec l’identité nationale de santé (INS), vérifiée comme la réglementation l’exige ?',
        en: 'Are health data referenced with the national health identity (INS), verified as regulations require?'
      },
      levels: [
        {
          fr: 'Les données sont référencées sans l’INS : non conforme à la loi',
          en: 'Data are referenced without the INS: in breach of the law'
        },
        {
          fr: 'L’INS est enregistrée sans vérification par le téléservice INSi : conformité incomplète',
          en: 'The INS is recorded without verification by the INSi service: compliance is incomplete'
        },
        {
          fr: 'L’INS est récupérée ou vérifiée par le téléservice INSi et rattachée à une identité validée',
          en: 'The INS is retrieved or verified through the INSi service and tied to a validated identity'
        }
      ],
      target: 3
    },
    {
      code: 'Q51',
      scope: 'conditional',
      condition: 'Produits qui envoient ou reçoivent des documents de santé entre professionnels',
      title: { fr: 'Messagerie sécurisée MSSanté', en: 'MSSanté secure messaging' },
      question: {
        fr: 'Les documents de santé échangés entre professionnels passent-ils par une messagerie MSSanté ?',
        en: 'Are health documents exchanged between professionals sent through MSSanté messaging?'
      },
      levels: [
        {
          fr: 'Le produit n’est raccordé à aucune messagerie MSSanté',
          en: 'The product is connected to no MSSanté messaging'
        },
        {
          fr: 'L’envoi et la réception se font par MSSanté depuis le produit',
          en: 'Sending and receiving take place through MSSanté from within the product'
        },
        {
          fr: 'Les documents reçus sont de plus classés automatiquement dans le bon dossier',
          en: 'Documents received are also filed automatically in the right record'
        }
      ],
      target: 2
    },
    {
      code: 'Q52',
      scope: 'conditional',
      condition: 'Produits qui créent des documents destinés au DMP',
      obligation:
        'Code de la santé publique, article L. 1111-15 (obligation des professionnels et des établissements)',
      title: { fr: 'Alimentation du DMP', en: 'Filing documents in the DMP' },
      question: {
        fr: 'Le produit permet-il aux professionnels de déposer dans le DMP les documents qu’ils doivent y verser ?',
        en: 'Does the product let professionals place in the DMP the documents that they must file there?'
      },
      levels: [
        {
          fr: 'Aucun dépôt n’est possible : les utilisateurs ne peuvent remplir leur obligation avec le produit',
          en: 'No filing is possible: users cannot meet their obligation with the product'
        },
        {
          fr: 'Tous les documents concernés sont déposés depuis le produit',
          en: 'All the documents concerned are filed from within the product'
        },
        {
          fr: 'Le dépôt est en outre automatique, et tout rejet est signalé puis repris',
          en: 'Filing is also automatic, and any rejection is reported and then retried'
        }
      ],
      target: 2
    },
    {
      code: 'Q53',
      scope: 'conditional',
      condition: 'Produits qui ouvrent une API à d’autres logiciels',
      title: { fr: 'API authentifiées et contrôlées', en: 'Authenticated, controlled APIs' },
      question: {
        fr: 'Les appels aux API du produit sont-ils authentifiés, limités au nécessaire et enregistrés ?',
        en: 'Are calls to the product’s APIs authenticated, limited to what is needed and recorded?'
      },
      levels: [
        {
          fr: 'Une API au moins répond sans authentification',
          en: 'At least one API answers without authentication'
        },
        {
          fr: 'Toutes demandent une authentification, avec une clé commune à plusieurs appelants',
          en: 'All require authentication, with one key common to several callers'
        },
        {
          fr: 'Chaque appelant a ses propres identifiants et des droits limités à son besoin',
          en: 'Each caller has its own credentials and rights limited to its needs'
        },
        {
          fr: 'Les appels sont de plus enregistrés, et les volumes anormaux bloqués',
          en: 'Calls are also recorded, and abnormal volumes blocked'
        }
      ],
      target: 3
    },
    {
      code: 'Q54',
      scope: 'conditional',
      condition: 'Produits qui reçoivent des fichiers de l’extérieur',
      title: { fr: 'Contrôle des fichiers reçus', en: 'Checks on incoming files' },
      question: {
        fr: 'Les fichiers reçus de l’extérieur sont-ils contrôlés avant d’être ouverts ou intégrés ?',
        en: 'Are files received from outside checked before they are opened or loaded?'
      },
      levels: [
        { fr: 'Les fichiers sont acceptés sans contrôle', en: 'Files are accepted without checks' },
        { fr: 'Leur type et leur taille sont contrôlés', en: 'Their type and size are checked' },
        {
          fr: 'Leur contenu est en outre vérifié et analysé contre les programmes malveillants',
          en: 'Their content is also validated and scanned for malicious software'
        },
        {
          fr: 'Ils sont de plus ouverts dans un environnement isolé avant d’être intégrés',
          en: 'In addition, they are opened in an isolated environment before being loaded'
        }
      ],
      target: 3
    }
  ]
};
