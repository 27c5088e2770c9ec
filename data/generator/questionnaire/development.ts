import type { Theme } from './criterion.ts';

export const development: Theme = {
  name: 'Développement sécurisé',
  criteria: [
    {
      code: 'Q38',
      scope: 'common',
      title: { fr: 'Revue de code', en: 'Code review' },
      question: {
        fr: 'Les modifications du code sont-elles relues par une autre personne que leur auteur ?',
        en: 'Are code changes reviewed by someone other than their author?'
      },
      levels: [
        { fr: 'Le code n’est pas relu', en: 'Code is not reviewed' },
        { fr: 'La relecture est laissée au choix de l’auteur', en: 'Review is left to the author’s choice' },
        {
          fr: 'Aucune modification n’entre dans une version sans relecture enregistrée',
          en: 'No change enters a release without a recorded review'
        },
        {
          fr: 'De plus, les parties sensibles sont relues d’après une grille de sécurité',
          en: 'In addition, sensitive parts are reviewed against a security checklist'
        }
      ],
      target: 3
    },
    {
      code: 'Q39',
      scope: 'common',
      title: { fr: 'Analyse statique', en: 'Static analysis' },
      question: {
        fr: 'Un outil recherche-t-il automatiquement les défauts de sécurité dans le code ?',
        en: 'Does a tool search the code for security defects automatically?'
      },
      levels: [
        { fr: 'Aucun outil n’est employé', en: 'No tool is used' },
        {
          fr: 'Un outil examine chaque version avant sa livraison',
          en: 'A tool examines every release before delivery'
        },
        {
          fr: 'Un outil examine chaque modification et un défaut grave bloque la livraison',
          en: 'A tool examines every change and a serious defect blocks delivery'
        }
      ],
      target: 2
    },
    {
      code: 'Q40',
      scope: 'common',
      title: { fr: 'Secrets hors du code', en: 'Secrets kept out of the code' },
      question: {
        fr: 'Les mots de passe et les clés techniques sont-ils tenus hors du code et des fichiers livrés ?',
        en: 'Are technical passwords and keys kept out of the code and of delivered files?'
      },
      levels: [
        {
          fr: 'Des secrets figurent dans le code ou les livrables',
          en: 'The code or deliverables contain secrets'
        },
        {
          fr: 'Tous les secrets sont dans un coffre, et le code est contrôlé à chaque version',
          en: 'All secrets are in a vault, and the code is checked at every release'
        }
      ],
      target: 2
    },
    {
      code: 'Q41',
      scope: 'common',
      title: { fr: 'Environnements séparés', en: 'Separate environments' },
      question: {
        fr: 'Le développement, les essais et la production se font-ils dans des environnements séparés ?',
        en: 'Are development, testing and production carried out in separate environments?'
      },
      levels: [
        {
          fr: 'Un même environnement sert à plusieurs usages',
          en: 'One environment serves several purposes'
        },
        {
          fr: 'Les environnements sont séparés, avec des comptes et des secrets distincts',
          en: 'Environments are separate, with distinct accounts and secrets'
        }
      ],
      target: 2
    },
    {
      code: 'Q42',
      scope: 'conditional',
      condition: 'Produits dont l’éditeur reçoit des données de clients pour ses essais ou son assistance',
      obligation: 'RGPD, article 5',
      title: { fr: 'Données de test anonymisées', en: 'Anonymised test data' },
      question: {
        fr: 'Les essais se passent-ils de données qui permettraient d’identifier un patient ?',
        en: 'Is testing done without data that would make it possible to identify a patient?'
      },
      levels: [
        {
          fr: 'Des données identifiantes servent aux essais : non conforme au principe de minimisation',
          en: 'Identifying data are used in tests: in breach of the principle of data minimisation'
        },
        {
          fr: 'Les données sont anonymisées ou fictives avant tout essai',
          en: 'Data are anonymised or made up before any test'
        },
        {
          fr: 'La qualité de l’anonymisation est en outre contrôlée à chaque jeu de données',
          en: 'The quality of anonymisation is also checked for every data set'
        }
      ],
      target: 2
    },
    {
      code: 'Q43',
      scope: 'conditional',
      condition: 'Produits dont un composant est installé sur les postes ou les serveurs du client',
      title: { fr: 'Signature des livrables', en: 'Signed deliverables' },
      question: {
        fr: 'Le client peut-il vérifier l’origine et l’intégrité de ce qu’il installe ?',
        en: 'Can the client verify the origin and integrity of what it installs?'
      },
      levels: [
        { fr: 'Les livrables ne sont pas signés', en: 'Deliverables are not signed' },
        {
          fr: 'Tous les livrables sont signés et la signature est vérifiée à l’installation',
          en: 'All deliverables are signed and the signature is verified on installation'
        }
      ],
      target: 2
    }
  ]
};
