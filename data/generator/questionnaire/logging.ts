import type { Theme } from './criterion.ts';

export const logging: Theme = {
  name: 'Journalisation',
  criteria: [
    {
      code: 'Q22',
      scope: 'common',
      title: { fr: 'Journal des accès aux données', en: 'Data access log' },
      question: {
        fr: 'Le produit enregistre-t-il qui a consulté ou modifié les données d’un patient, et quand ?',
        en: 'Does the product record who viewed or changed a patient’s data, and when?'
      },
      levels: [
        { fr: 'Seules les connexions sont enregistrées', en: 'Only sign-ins are recorded' },
        { fr: 'Les modifications sont enregistrées', en: 'Changes are recorded' },
        {
          fr: 'Les consultations, modifications et exports sont enregistrés, avec leur auteur et leur date',
          en: 'Views, changes and exports are recorded, with their author and date'
        },
        {
          fr: 'Ces enregistrements peuvent en outre être recherchés par patient et par professionnel',
          en: 'These records can also be searched by patient and by professional'
        }
      ],
      target: 3
    },
    {
      code: 'Q23',
      scope: 'common',
      title: { fr: 'Protection des journaux', en: 'Log protection' },
      question: {
        fr: 'Les journaux sont-ils protégés contre l’effacement et la modification, y compris par un administrateur ?',
        en: 'Are logs protected against deletion and alteration, including by an administrator?'
      },
      levels: [
        { fr: 'Tout administrateur peut les modifier', en: 'Any administrator can alter them' },
        {
          fr: 'Leur accès est restreint à quelques personnes désignées',
          en: 'Access to them is restricted to a few named persons'
        },
        {
          fr: 'Ils sont copiés au fil de l’eau sur un système que ces personnes n’administrent pas',
          en: 'They are continuously copied to a system that these persons do not administer'
        },
        {
          fr: 'Leur intégrité est de plus scellée et vérifiée automatiquement',
          en: 'Their integrity is also sealed and verified automatically'
        }
      ],
      target: 3
    },
    {
      code: 'Q24',
      scope: 'common',
      title: { fr: 'Horodatage synchronisé', en: 'Synchronised time stamps' },
      question: {
        fr: 'Les horloges de tous les composants du produit sont-elles réglées sur une même source de temps ?',
        en: 'Are the clocks of all the product’s components set from the same time source?'
      },
      levels: [
        { fr: 'Chaque composant garde sa propre horloge', en: 'Each component keeps its own clock' },
        {
          fr: 'Toutes les horloges suivent une même source, et les écarts déclenchent une alerte',
          en: 'All clocks follow the same source, and deviations raise an alert'
        }
      ],
      target: 2
    },
    {
      code: 'Q25',
      scope: 'conditional',
      condition: 'Produits destinés à des structures qui centralisent leurs journaux de sécurité',
      title: { fr: 'Export des journaux vers un SIEM', en: 'Log export to a SIEM' },
      question: {
        fr: 'Les journaux de sécurité peuvent-ils être envoyés au système de supervision de la structure ?',
        en: 'Can security logs be sent to the organisation’s monitoring system?'
      },
      levels: [
        { fr: 'Les journaux ne se lisent que dans le produit', en: 'Logs can only be read in the product' },
        {
          fr: 'Ils sont envoyés en continu, dans un format ouvert et documenté',
          en: 'They are sent continuously, in an open, documented format'
        },
        {
          fr: 'Des règles de détection propres au produit sont fournies en outre',
          en: 'Detection rules specific to the product are also provided'
        }
      ],
      target: 2
    },
    {
      code: 'Q26',
      scope: 'conditional',
      condition: 'Produits proposés uniquement en mode SaaS et qui enregistrent les modifications de données',
      appliesWhen: 'hosting = SaaS and Q22 >= 2',
      title: { fr: 'Journaux remis au client', en: 'Logs made available to the client' },
      question: {
        fr: 'Le client obtient-il les journaux des accès à ses données lorsqu’il les demande ?',
        en: 'Does the client obtain the logs of access to its data when it asks for them?'
      },
      levels: [
        {
          fr: 'Aucune remise au client n’est organisée',
          en: 'Nothing is in place to provide them to the client'
        },
        {
          fr: 'Ils sont remis sur demande en moins de cinq jours ouvrés',
          en: 'They are provided on request within five working days'
        },
        {
          fr: 'Le client les consulte et les exporte lui-même à tout moment',
          en: 'The client views and exports them by itself at any time'
        }
      ],
      target: 2
    }
  ]
};
