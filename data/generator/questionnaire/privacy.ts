import type { Theme } from './criterion.ts';

export const privacy: Theme = {
  name: 'Données personnelles',
  criteria: [
    {
      code: 'Q55',
      scope: 'common',
      obligation: 'RGPD, article 30',
      title: { fr: 'Registre des traitements', en: 'Record of processing activities' },
      question: {
        fr: 'Les traitements de données personnelles que l’éditeur mène pour ce produit figurent-ils dans son registre ?',
        en: 'Is the personal data processing that the vendor carries out for this product entered in its record?'
      },
      levels: [
        {
          fr: 'Aucun registre n’est tenu : non conforme au RGPD',
          en: 'No record is kept: in breach of the GDPR'
        },
        {
          fr: 'Le registre est incomplet : conformité à rétablir',
          en: 'The record is incomplete: compliance has to be restored'
        },
        {
          fr: 'Le registre est complet et mis à jour à chaque nouveau traitement',
          en: 'The record is complete and updated with every new processing activity'
        }
      ],
      target: 3
    },
    {
      code: 'Q56',
      scope: 'conditional',
      condition: 'Produits dont l’usage peut présenter un risque élevé pour les droits des personnes',
      obligation: 'RGPD, articles 28 et 35',
      title: { fr: 'Analyse d’impact', en: 'Data protection impact assessment' },
      question: {
        fr: 'L’éditeur mène-t-il l’analyse d’impact qui lui revient, ou aide-t-il le client à mener la sienne ?',
        en: 'Does the vendor carry out the impact assessment that falls to it, or help the client with its own?'
      },
      levels: [
        {
          fr: 'Ni analyse ni aide au client : non conforme au RGPD',
          en: 'Neither an assessment nor help to the client: in breach of the GDPR'
        },
        {
          fr: 'L’analyse, ou le dossier d’aide au client, est établie pour la version en service',
          en: 'The assessment, or the file that helps the client, is drawn up for the version in use'
        },
        {
          fr: 'Elle est en outre revue à chaque évolution qui touche les données personnelles',
          en: 'It is also reviewed with every change that affects personal data'
        }
      ],
      target: 2
    },
    {
      code: 'Q57',
      scope: 'common',
      obligation: 'RGPD, articles 12 à 22',
      title: { fr: 'Droits des personnes', en: 'Data subjects’ rights' },
      question: {
        fr: 'Le produit permet-il de répondre dans les délais aux demandes d’accès, de rectification, de limitation et d’effacement ?',
        en: 'Does the product make it possible to answer requests for access, rectification, restriction and erasure in time?'
      },
      levels: [
        {
          fr: 'Certaines demandes ne peuvent être satisfaites : non conforme au RGPD',
          en: 'Some requests cannot be met: in breach of the GDPR'
        },
        {
          fr: 'Toutes peuvent l’être, avec l’intervention de l’éditeur et dans le délai d’un mois',
          en: 'All of them can be met, with the vendor’s help and within one month'
        },
        {
          fr: 'Le client y répond lui-même dans le produit, qui garde la trace de chaque demande',
          en: 'The client answers them in the product itself, which keeps a record of each request'
        }
      ],
      target: 2
    },
    {
      code: 'Q58',
      scope: 'common',
      obligation: 'RGPD, article 33',
      title: { fr: 'Notification des violations', en: 'Breach notification' },
      question: {
        fr: 'L’éditeur sait-il avertir ses clients d’une violation de données assez vite pour qu’ils tiennent le délai de 72 heures ?',
        en: 'Can the vendor alert its clients to a data breach fast enough for them to meet the 72-hour deadline?'
      },
      levels: [
        {
          fr: 'Rien n’est organisé : non conforme au RGPD',
          en: 'Nothing is in place: in breach of the GDPR'
        },
        {
          fr: 'Une procédure et des modèles de notification sont prêts, et chaque violation est consignée',
          en: 'A procedure and notification templates are ready, and every breach is recorded'
        },
        {
          fr: 'L’alerte part en outre en moins de 24 heures, ce qu’un exercice annuel vérifie',
          en: 'The alert also goes out within 24 hours, as a yearly exercise verifies'
        }
      ],
      target: 2
    },
    {
      code: 'Q59',
      scope: 'common',
      obligation: 'RGPD, article 5',
      title: { fr: 'Durées de conservation', en: 'Retention periods' },
      question: {
        fr: 'Les données personnelles sont-elles effacées ou archivées au terme de leur durée de conservation ?',
        en: 'Are personal data erased or archived at the end of their retention period?'
      },
      levels: [
        {
          fr: 'Les données sont gardées sans limite : non conforme au RGPD',
          en: 'Data are kept without limit: in breach of the GDPR'
        },
        {
          fr: 'Les durées sont fixées mais pas appliquées : conformité à rétablir',
          en: 'Periods are set but not applied: compliance has to be restored'
        },
        {
          fr: 'Les données arrivées à terme sont effacées ou archivées à chaque échéance',
          en: 'Data that have reached their term are erased or archived on each due date'
        },
        {
          fr: 'L’opération est de plus automatique et une preuve en est remise au client',
          en: 'The operation is also automatic, and the client is given proof of it'
        }
      ],
      target: 3
    }
  ]
};
