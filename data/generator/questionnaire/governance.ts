import type { Theme } from './criterion.ts';

export const governance: Theme = {
  name: 'Gouvernance',
  criteria: [
    {
      code: 'Q01',
      scope: 'common',
      title: { fr: 'Politique de sécurité du produit', en: 'Product security policy' },
      question: {
        fr: 'Le produit est-il couvert par une politique de sécurité écrite, approuvée par la direction et connue des équipes ?',
        en: 'Is the product covered by a written security policy, approved by management and known to the teams?'
      },
      levels: [
        { fr: 'Aucune politique de sécurité n’est écrite', en: 'No security policy is written down' },
        {
          fr: 'Une politique est écrite, sans approbation de la direction',
          en: 'A policy is written down but not approved by management'
        },
        {
          fr: 'La politique est approuvée par la direction et remise à chaque membre des équipes',
          en: 'The policy is approved by management and handed to every team member'
        },
        {
          fr: 'De plus, son application est contrôlée chaque année et le compte rendu est conservé',
          en: 'In addition, its application is checked every year and the report is kept'
        }
      ],
      target: 3
    },
    {
      code: 'Q02',
      scope: 'common',
      title: { fr: 'Responsable sécurité désigné', en: 'Named security officer' },
      question: {
        fr: 'Une personne est-elle nommément chargée de la sécurité du produit, avec le temps et l’autorité nécessaires ?',
        en: 'Is a named person in charge of the product’s security, with the time and authority needed?'
      },
      levels: [
        {
          fr: 'Personne n’est chargé de la sécurité du produit',
          en: 'Nobody is in charge of the product’s security'
        },
        {
          fr: 'Une personne est désignée par écrit, avec une fiche de mission',
          en: 'A person is appointed in writing, with a statement of duties'
        },
        {
          fr: 'La personne désignée peut en outre bloquer une mise en production et rend compte à la direction',
          en: 'The person appointed can also block a release and reports to management'
        }
      ],
      target: 2
    },
    {
      code: 'Q03',
      scope: 'common',
      title: { fr: 'Analyse de risques tenue à jour', en: 'Up-to-date risk analysis' },
      question: {
        fr: 'Les risques de sécurité propres au produit sont-ils analysés, traités et réexaminés ?',
        en: 'Are the security risks specific to the product analysed, treated and reviewed?'
      },
      levels: [
        { fr: 'Les risques n’ont jamais été analysés', en: 'The risks have never been analysed' },
        {
          fr: 'Une analyse existe, sans plan de traitement',
          en: 'An analysis exists, without a treatment plan'
        },
        {
          fr: 'L’analyse est assortie d’un plan de traitement et date de moins de deux ans',
          en: 'The analysis has a treatment plan and is less than two years old'
        },
        {
          fr: 'L’analyse est de plus revue à chaque version majeure, et les risques restants sont acceptés par écrit',
          en: 'The analysis is also reviewed at every major release, and remaining risks are accepted in writing'
        }
      ],
      target: 3
    },
    {
      code: 'Q04',
      scope: 'common',
      title: { fr: 'Sensibilisation des équipes', en: 'Staff security awareness' },
      question: {
        fr: 'Les équipes qui conçoivent, installent et assistent le produit sont-elles formées à la sécurité ?',
        en: 'Are the teams that design, install and support the product trained in security?'
      },
      levels: [
        { fr: 'Aucune formation à la sécurité n’est donnée', en: 'No security training is given' },
        {
          fr: 'Chaque nouvel arrivant suit une formation à la sécurité dans les trois mois',
          en: 'Every newcomer attends security training within three months'
        },
        {
          fr: 'Toutes les équipes suivent chaque année une formation adaptée à leur métier, avec émargement',
          en: 'All teams attend training suited to their role every year, and attendance is recorded'
        },
        {
          fr: 'Les acquis sont de plus évalués chaque année, et les résultats présentés à la direction',
          en: 'What they have learnt is also assessed every year, and the results presented to management'
        }
      ],
      target: 2
    },
    {
      code: 'Q05',
      scope: 'conditional',
      condition:
        'Produits pour lesquels un sous-traitant de l’éditeur peut accéder à des données personnelles',
      obligation: 'RGPD, article 28',
      title: { fr: 'Sécurité des sous-traitants', en: 'Subcontractor security' },
      question: {
        fr: 'Les contrats conclus avec les sous-traitants leur imposent-ils des obligations de sécurité, et ces obligations sont-elles vérifiées ?',
        en: 'Do contracts with subcontractors bind them to security obligations, and are these obligations verified?'
      },
      levels: [
        {
          fr: 'Des sous-traitants interviennent sans clause de sécurité : non conforme au RGPD',
          en: 'Subcontractors work without any security clause: in breach of the GDPR'
        },
        {
          fr: 'Seuls certains contrats comportent ces clauses : conformité incomplète',
          en: 'Only some contracts contain these clauses: compliance is incomplete'
        },
        {
          fr: 'Tous les contrats comportent les clauses exigées et la liste des sous-traitants est remise aux clients',
          en: 'All contracts contain the required clauses and the list of subcontractors is given to clients'
        },
        {
          fr: 'Le respect des clauses est en outre vérifié chaque année, preuves à l’appui',
          en: 'Compliance with the clauses is also verified every year, with evidence'
        }
      ],
      target: 3
    },
    {
      code: 'Q06',
      scope: 'common',
      title: { fr: 'Gestion des incidents de sécurité', en: 'Security incident handling' },
      question: {
        fr: 'Les incidents de sécurité qui touchent le produit sont-ils détectés, traités et signalés aux clients selon une procédure écrite ?',
        en: 'Are security incidents that affect the product detected, handled and reported to clients under a written procedure?'
      },
      levels: [
        { fr: 'Les incidents sont traités sans procédure', en: 'Incidents are handled without a procedure' },
        {
          fr: 'Une procédure est écrite, sans délai d’information des clients',
          en: 'A procedure is written down, with no deadline for informing clients'
        },
        {
          fr: 'La procédure fixe les rôles et les délais d’information des clients, et un registre des incidents est tenu',
          en: 'The procedure sets roles and deadlines for informing clients, and an incident register is kept'
        },
        {
          fr: 'La procédure est de plus éprouvée par un exercice annuel, dont les enseignements sont suivis',
          en: 'The procedure is also tested in a yearly exercise whose lessons are followed up'
        }
      ],
      target: 3
    }
  ]
};
