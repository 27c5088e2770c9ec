import type { Theme } from './criterion.ts';

export const identification: Theme = {
  name: 'Identification électronique',
  criteria: [
    {
      code: 'Q07',
      scope: 'common',
      title: { fr: 'Authentification à deux facteurs', en: 'Two-factor authentication' },
      question: {
        fr: 'Pour quels accès le produit exige-t-il deux facteurs d’authentification de nature différente ?',
        en: 'For which access does the product require two authentication factors of different kinds?'
      },
      levels: [
        {
          fr: 'Pour aucun : le mot de passe suffit partout',
          en: 'For none: a password is enough everywhere'
        },
        { fr: 'Pour les seuls accès d’administration', en: 'For administration access only' },
        {
          fr: 'Pour les accès d’administration et pour tout accès depuis l’extérieur de la structure',
          en: 'For administration access and for any access from outside the organisation'
        },
        { fr: 'Pour tous les accès, sans exception', en: 'For all access, without exception' }
      ],
      target: 3
    },
    {
      code: 'Q08',
      scope: 'common',
      obligation: 'Code de la santé publique, article L. 1470-2 ; arrêté du 28 mars 2022',
      title: { fr: 'Garantie des moyens d’identification', en: 'Assurance of identification means' },
      question: {
        fr: 'Les moyens d’identification électronique acceptés par le produit ont-ils le niveau de garantie qu’exige le référentiel d’identification électronique de la PGSSI-S ?',
        en: 'Do the electronic identification means that the product accepts have the assurance level required by the PGSSI-S electronic identification framework?'
      },
      levels: [
        {
          fr: 'Le niveau de garantie n’a pas été évalué : conformité au référentiel non établie',
          en: 'The assurance level has not been assessed: compliance with the framework is not established'
        },
        {
          fr: 'Tous les moyens acceptés ont été évalués et ont le niveau exigé',
          en: 'All accepted means have been assessed and have the required level'
        },
        {
          fr: 'L’évaluation est de plus revue chaque année et remise aux clients qui la demandent',
          en: 'The assessment is also reviewed every year and given to clients on request'
        }
      ],
      target: 2
    },
    {
      code: 'Q09',
      scope: 'conditional',
      condition: 'Produits ouverts par internet à des professionnels du secteur de la santé',
      title: { fr: 'Connexion par Pro Santé Connect', en: 'Sign-in with Pro Santé Connect' },
      question: {
        fr: 'Les professionnels peuvent-ils se connecter au produit avec Pro Santé Connect ?',
        en: 'Can professionals sign in to the product with Pro Santé Connect?'
      },
      levels: [
        {
          fr: 'Le produit n’est pas raccordé à Pro Santé Connect',
          en: 'The product is not connected to Pro Santé Connect'
        },
        {
          fr: 'La connexion par Pro Santé Connect est ouverte à tous les professionnels concernés',
          en: 'Sign-in with Pro Santé Connect is open to all professionals concerned'
        },
        {
          fr: 'De plus, les droits sont attribués d’après l’identité et l’activité transmises',
          en: 'In addition, rights are granted from the identity and activity that it conveys'
        }
      ],
      target: 2
    },
    {
      code: 'Q10',
      scope: 'conditional',
      condition: 'Produits utilisés par des professionnels titulaires d’une carte CPS',
      title: { fr: 'Carte CPS ou e-CPS', en: 'CPS card or e-CPS' },
      question: {
        fr: 'Le produit accepte-t-il la carte CPS ou l’application e-CPS comme moyen d’identification électronique ?',
        en: 'Does the product accept the CPS card or the e-CPS application as a means of electronic identification?'
      },
      levels: [
        {
          fr: 'Ni la carte CPS ni l’e-CPS n’est acceptée',
          en: 'Neither the CPS card nor the e-CPS is accepted'
        },
        { fr: 'L’une des deux est acceptée', en: 'One of the two is accepted' },
        {
          fr: 'Les deux sont acceptées, et le retrait de la carte ferme la session',
          en: 'Both are accepted, and removing the card closes the session'
        }
      ],
      target: 2
    },
    {
      code: 'Q11',
      scope: 'conditional',
      condition: 'Produits déployés dans des structures dotées de leur propre fournisseur d’identité',
      title: { fr: 'Fédération d’identité', en: 'Identity federation' },
      question: {
        fr: 'Le produit peut-il s’appuyer sur le fournisseur d’identité de la structure, par un protocole ouvert ?',
        en: 'Can the product rely on the organisation’s identity provider, through an open protocol?'
      },
      levels: [
        {
          fr: 'Les comptes sont gérés dans le seul produit',
          en: 'Accounts are managed in the product alone'
        },
        {
          fr: 'La connexion est déléguée par SAML ou OpenID Connect',
          en: 'Sign-in is delegated through SAML or OpenID Connect'
        },
        {
          fr: 'De plus, un compte fermé dans la structure l’est dans le produit en moins de 24 heures',
          en: 'In addition, an account closed in the organisation is closed in the product within 24 hours'
        }
      ],
      target: 2
    }
  ]
};
