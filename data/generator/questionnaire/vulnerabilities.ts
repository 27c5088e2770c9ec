import type { Theme } from './criterion.ts';

export const vulnerabilities: Theme = {
  name: 'Vulnérabilités',
  criteria: [
    {
      code: 'Q32',
      scope: 'common',
      title: { fr: 'Veille sur les composants', en: 'Component vulnerability watch' },
      question: {
        fr: 'Les vulnérabilités publiées dans les composants du produit sont-elles suivies ?',
        en: 'Are published vulnerabilities in the product’s components followed?'
      },
      levels: [
        { fr: 'Aucune veille n’est assurée', en: 'No watch is kept' },
        { fr: 'Une veille manuelle a lieu de temps à autre', en: 'A manual watch is kept now and then' },
        {
          fr: 'Un outil compare chaque semaine les composants aux vulnérabilités publiées',
          en: 'A tool compares components with published vulnerabilities every week'
        },
        {
          fr: 'Chaque vulnérabilité relevée est de plus qualifiée en moins de cinq jours ouvrés',
          en: 'Every vulnerability found is also assessed within five working days'
        }
      ],
      target: 3
    },
    {
      code: 'Q33',
      scope: 'common',
      title: { fr: 'Délai des correctifs critiques', en: 'Time to critical fixes' },
      question: {
        fr: 'En combien de temps un correctif de vulnérabilité critique est-il mis à la disposition des clients ?',
        en: 'How soon is a fix for a critical vulnerability made available to clients?'
      },
      levels: [
        { fr: 'Aucun délai n’est fixé', en: 'No deadline is set' },
        { fr: 'En moins de 90 jours', en: 'Within 90 days' },
        {
          fr: 'En moins de 30 jours, délai inscrit au contrat',
          en: 'Within 30 days, as stated in the contract'
        },
        {
          fr: 'En moins de sept jours, avec une mesure de contournement sous 48 heures',
          en: 'Within seven days, with a workaround within 48 hours'
        }
      ],
      target: 3
    },
    {
      code: 'Q34',
      scope: 'common',
      title: { fr: 'Point de contact de signalement', en: 'Vulnerability reporting contact' },
      question: {
        fr: 'Une personne extérieure sait-elle où et comment signaler une vulnérabilité du produit ?',
        en: 'Does an outsider know where and how to report a vulnerability in the product?'
      },
      levels: [
        { fr: 'Aucune adresse de signalement n’est publiée', en: 'No reporting address is published' },
        {
          fr: 'Une adresse est publiée et chaque signalement reçoit un accusé de réception',
          en: 'An address is published and every report is acknowledged'
        },
        {
          fr: 'Une politique publiée fixe en outre les délais et protège les auteurs de signalements faits de bonne foi',
          en: 'A published policy also sets deadlines and protects good-faith reporters'
        }
      ],
      target: 2
    },
    {
      code: 'Q35',
      scope: 'common',
      title: { fr: 'Inventaire logiciel (SBOM)', en: 'Software bill of materials' },
      question: {
        fr: 'Un inventaire des composants de chaque version du produit est-il établi et remis aux clients ?',
        en: 'Is an inventory of the components of each product version drawn up and given to clients?'
      },
      levels: [
        { fr: 'Il n’existe pas d’inventaire', en: 'There is no inventory' },
        {
          fr: 'Un inventaire partiel est tenu à la main',
          en: 'A partial inventory is kept by hand'
        },
        {
          fr: 'Un inventaire complet est produit à chaque version, dans un format normalisé',
          en: 'A complete inventory is produced for every version, in a standard format'
        },
        {
          fr: 'Il est de plus remis aux clients avec chaque version',
          en: 'It is also given to clients with every version'
        }
      ],
      target: 2
    },
    {
      code: 'Q36',
      scope: 'common',
      title: { fr: 'Test d’intrusion par un tiers', en: 'Third-party penetration test' },
      question: {
        fr: 'La résistance du produit est-elle éprouvée par des tests d’intrusion confiés à un tiers ?',
        en: 'Is the product’s resistance tried by penetration tests entrusted to a third party?'
      },
      levels: [
        { fr: 'Aucun test n’a été mené par un tiers', en: 'No test has been run by a third party' },
        {
          fr: 'Un test a été mené par un tiers, il y a plus d’un an ou sur une partie du produit',
          en: 'A third party ran a test, more than a year ago or on part of the product'
        },
        {
          fr: 'Un test complet est mené chaque année par un prestataire d’audit qualifié (PASSI)',
          en: 'A full test is run every year by a qualified audit provider (PASSI)'
        },
        {
          fr: 'Ce test annuel est de plus renouvelé avant chaque version majeure',
          en: 'This yearly test is also repeated before every major release'
        }
      ],
      target: 3
    },
    {
      code: 'Q37',
      scope: 'conditional',
      condition: 'Produits qui ont fait l’objet d’au moins un test d’intrusion par un tiers',
      appliesWhen: 'Q36 >= 2',
      title: { fr: 'Correction des constats d’audit', en: 'Remediation of audit findings' },
      question: {
        fr: 'Les constats des tests d’intrusion sont-ils corrigés dans un délai fixé, puis vérifiés ?',
        en: 'Are penetration test findings fixed within a set time and then verified?'
      },
      levels: [
        { fr: 'Les constats ne sont pas suivis', en: 'Findings are not followed up' },
        {
          fr: 'Un plan d’action existe, sans échéance',
          en: 'An action plan exists, without deadlines'
        },
        {
          fr: 'Les constats critiques et majeurs sont corrigés à l’échéance fixée',
          en: 'Critical and major findings are fixed by the deadline set'
        },
        {
          fr: 'Les corrections sont en outre vérifiées par l’auditeur lui-même',
          en: 'Fixes are also verified by the auditor'
        }
      ],
      target: 3
    }
  ]
};
