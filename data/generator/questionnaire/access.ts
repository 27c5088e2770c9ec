import type { Theme } from './criterion.ts';

export const access: Theme = {
  name: 'Gestion des accès',
  criteria: [
    {
      code: 'Q12',
      scope: 'common',
      title: { fr: 'Comptes nominatifs', en: 'Personal accounts' },
      question: {
        fr: 'Chaque utilisateur du produit dispose-t-il d’un compte qui lui est propre ?',
        en: 'Does every user of the product have an account of their own?'
      },
      levels: [
        { fr: 'Des comptes partagés sont en usage', en: 'Shared accounts are in use' },
        { fr: 'Tous les comptes sont nominatifs', en: 'All accounts are personal' }
      ],
      target: 2
    },
    {
      code: 'Q13',
      scope: 'common',
      title: { fr: 'Moindre privilège', en: 'Least privilege' },
      question: {
        fr: 'Les droits donnés dans le produit sont-ils limités à ce que la fonction de chacun demande ?',
        en: 'Are rights granted in the product limited to what each person’s role requires?'
      },
      levels: [
        { fr: 'Tous les utilisateurs ont les mêmes droits', en: 'All users have the same rights' },
        { fr: 'Quelques profils fixes sont proposés', en: 'A few fixed profiles are available' },
        {
          fr: 'Les profils se règlent droit par droit et sont fermés par défaut',
          en: 'Profiles are set right by right and closed by default'
        },
        {
          fr: 'Les droits tiennent compte en outre du service, de l’équipe ou du lien avec le patient',
          en: 'Rights also take into account the ward, the team or the link with the patient'
        }
      ],
      target: 3
    },
    {
      code: 'Q14',
      scope: 'common',
      title: { fr: 'Revue périodique des droits', en: 'Periodic review of rights' },
      question: {
        fr: 'Le produit aide-t-il à revoir les comptes et les droits à intervalles réguliers ?',
        en: 'Does the product help to review accounts and rights at regular intervals?'
      },
      levels: [
        { fr: 'Les droits en vigueur ne peuvent pas être listés', en: 'Rights in force cannot be listed' },
        {
          fr: 'Une liste des comptes et des droits peut être exportée',
          en: 'A list of accounts and rights can be exported'
        },
        {
          fr: 'La liste signale aussi les comptes inactifs et les droits inhabituels',
          en: 'The list also points out inactive accounts and unusual rights'
        },
        {
          fr: 'La revue se mène dans le produit, avec relances et trace des décisions',
          en: 'The review is carried out in the product, with reminders and a record of decisions'
        }
      ],
      target: 3
    },
    {
      code: 'Q15',
      scope: 'common',
      title: { fr: 'Verrouillage de session', en: 'Session locking' },
      question: {
        fr: 'La session se verrouille-t-elle après un délai d’inactivité que l’administrateur peut régler ?',
        en: 'Does the session lock after a period of inactivity that the administrator can set?'
      },
      levels: [
        { fr: 'La session reste ouverte sans limite', en: 'The session stays open without limit' },
        {
          fr: 'La session se verrouille après le délai réglé, avec une valeur par défaut',
          en: 'The session locks after the period set, with a default value'
        }
      ],
      target: 2
    },
    {
      code: 'Q16',
      scope: 'common',
      title: { fr: 'Comptes à privilèges séparés', en: 'Separate privileged accounts' },
      question: {
        fr: 'Les tâches d’administration du produit passent-elles par des comptes distincts des comptes d’usage courant ?',
        en: 'Are administration tasks carried out from accounts distinct from those of everyday use?'
      },
      levels: [
        {
          fr: 'Les mêmes comptes servent à l’usage courant et à l’administration',
          en: 'The same accounts serve everyday use and administration'
        },
        {
          fr: 'L’administration exige un compte nominatif distinct',
          en: 'Administration requires a distinct personal account'
        },
        {
          fr: 'Ce compte distinct n’a en outre de droits que pour une durée limitée et enregistrée',
          en: 'This distinct account also holds its rights for a limited, recorded time only'
        }
      ],
      target: 2
    },
    {
      code: 'Q17',
      scope: 'conditional',
      condition: 'Produits qui donnent accès à des dossiers de patients suivis par plusieurs équipes',
      title: { fr: 'Bris de glace tracé', en: 'Logged break-glass access' },
      question: {
        fr: 'L’accès exceptionnel au dossier d’un patient, en urgence, est-il motivé, enregistré puis contrôlé ?',
        en: 'Is exceptional emergency access to a patient’s record justified, recorded and then checked?'
      },
      levels: [
        {
          fr: 'L’accès exceptionnel ne se distingue pas d’un accès ordinaire',
          en: 'Exceptional access cannot be told from ordinary access'
        },
        {
          fr: 'Il est enregistré, sans motif demandé',
          en: 'It is recorded, without a reason being asked for'
        },
        {
          fr: 'Il est enregistré avec un motif, et le responsable désigné en est averti',
          en: 'It is recorded with a reason, and the person in charge is notified'
        },
        {
          fr: 'Chaque accès exceptionnel est en outre contrôlé après coup, et le contrôle est consigné',
          en: 'Every exceptional access is also checked afterwards, and the check is recorded'
        }
      ],
      target: 3
    }
  ]
};
