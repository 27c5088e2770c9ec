import type { Theme } from './criterion.ts';

export const continuity: Theme = {
  name: 'Sauvegarde et continuité',
  criteria: [
    {
      code: 'Q27',
      scope: 'common',
      obligation: 'RGPD, article 32',
      title: { fr: 'Sauvegarde des données', en: 'Data backup' },
      question: {
        fr: 'Les données du produit sont-elles sauvegardées à une fréquence convenue avec le client ?',
        en: 'Are the product’s data backed up at a frequency agreed with the client?'
      },
      levels: [
        {
          fr: 'Aucune sauvegarde n’est assurée ni outillée : non conforme à l’obligation de sécurité',
          en: 'Backup is neither performed nor supported: in breach of the duty of security'
        },
        {
          fr: 'Une sauvegarde a lieu à la main ou sans fréquence convenue',
          en: 'Backups are made by hand or at no agreed frequency'
        },
        {
          fr: 'La sauvegarde est automatique, à la fréquence convenue',
          en: 'Backups are automatic, at the agreed frequency'
        },
        {
          fr: 'Elle est de plus surveillée : tout échec déclenche une alerte et une reprise',
          en: 'They are also monitored: any failure raises an alert and a new attempt'
        }
      ],
      target: 3
    },
    {
      code: 'Q28',
      scope: 'common',
      title: { fr: 'Restauration testée', en: 'Tested restore' },
      question: {
        fr: 'La restauration complète du produit à partir de ses sauvegardes est-elle essayée, et son résultat mesuré ?',
        en: 'Is a full restore of the product from its backups rehearsed, and its outcome measured?'
      },
      levels: [
        { fr: 'La restauration n’a jamais été essayée', en: 'A restore has never been rehearsed' },
        {
          fr: 'Un essai partiel a eu lieu dans les trois dernières années',
          en: 'A partial rehearsal took place in the last three years'
        },
        {
          fr: 'Un essai complet a lieu au moins une fois par an, avec un compte rendu',
          en: 'A full rehearsal takes place at least once a year, with a report'
        },
        {
          fr: 'Le délai mesuré à chaque essai est en outre comparé à l’engagement pris envers les clients',
          en: 'The time measured at each rehearsal is also compared with the commitment made to clients'
        }
      ],
      target: 3
    },
    {
      code: 'Q29',
      scope: 'conditional',
      condition: 'Produits proposés uniquement en mode SaaS',
      appliesWhen: 'hosting = SaaS',
      title: { fr: 'Sauvegarde hors ligne', en: 'Offline backup' },
      question: {
        fr: 'Une copie des sauvegardes est-elle hors d’atteinte d’un attaquant qui aurait pris la main sur la production ?',
        en: 'Is a copy of the backups out of reach of an attacker who has taken over production?'
      },
      levels: [
        {
          fr: 'Toutes les copies sont accessibles depuis la production',
          en: 'All copies can be reached from production'
        },
        {
          fr: 'Une copie est déconnectée ou non modifiable pendant au moins 30 jours',
          en: 'One copy is disconnected or cannot be altered for at least 30 days'
        },
        {
          fr: 'Cette copie est de plus conservée sur un autre site et relue chaque trimestre',
          en: 'This copy is also kept on another site and read back every quarter'
        }
      ],
      target: 2
    },
    {
      code: 'Q30',
      scope: 'conditional',
      condition: 'Produits utilisés pour des soins ou des actes qui ne peuvent pas attendre',
      title: { fr: 'Mode dégradé documenté', en: 'Documented downtime procedure' },
      question: {
        fr: 'Les utilisateurs savent-ils comment continuer leur activité quand le produit est indisponible ?',
        en: 'Do users know how to carry on with their work when the product is unavailable?'
      },
      levels: [
        { fr: 'Rien n’est prévu en cas d’arrêt', en: 'Nothing is planned in case of an outage' },
        {
          fr: 'Une procédure dégradée est écrite et remise à chaque client',
          en: 'A downtime procedure is written down and given to every client'
        },
        {
          fr: 'Le produit fournit en outre un accès de secours aux données essentielles',
          en: 'The product also provides fallback access to essential data'
        }
      ],
      target: 2
    },
    {
      code: 'Q31',
      scope: 'conditional',
      condition: 'Produits proposés uniquement en mode SaaS',
      appliesWhen: 'hosting = SaaS',
      title: { fr: 'Plan de reprise éprouvé', en: 'Proven recovery plan' },
      question: {
        fr: 'Un plan permet-il de reprendre le service après la perte du site d’hébergement, dans un délai éprouvé ?',
        en: 'Is there a plan to resume the service after loss of the hosting site, within a proven time?'
      },
      levels: [
        { fr: 'Aucun plan de reprise n’est écrit', en: 'No recovery plan is written down' },
        {
          fr: 'Un plan est écrit, sans essai',
          en: 'A plan is written down but has not been rehearsed'
        },
        {
          fr: 'Le plan est essayé chaque année et tient le délai annoncé aux clients',
          en: 'The plan is rehearsed every year and meets the time announced to clients'
        },
        {
          fr: 'L’essai annuel comprend de plus une bascule réelle sur un second site',
          en: 'The yearly rehearsal also includes an actual switch to a second site'
        }
      ],
      target: 3
    }
  ]
};
