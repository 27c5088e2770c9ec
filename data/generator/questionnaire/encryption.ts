import type { Theme } from './criterion.ts';

export const encryption: Theme = {
  name: 'Chiffrement',
  criteria: [
    {
      code: 'Q18',
      scope: 'common',
      obligation: 'RGPD, article 32',
      title: { fr: 'Chiffrement des flux', en: 'Encryption in transit' },
      question: {
        fr: 'Les données personnelles sont-elles chiffrées chaque fois qu’elles circulent sur un réseau ?',
        en: 'Are personal data encrypted whenever they travel over a network?'
      },
      levels: [
        {
          fr: 'Des données personnelles circulent en clair sur internet : non conforme à l’obligation de sécurité',
          en: 'Personal data travel in clear over the internet: in breach of the duty of security'
        },
        {
          fr: 'Les flux externes sont chiffrés, certains avec une version obsolète du protocole',
          en: 'External flows are encrypted, some of them with an obsolete protocol version'
        },
        {
          fr: 'Tous les flux externes sont chiffrés en TLS 1.2 ou plus récent',
          en: 'All external flows are encrypted with TLS 1.2 or later'
        },
        {
          fr: 'Les flux internes le sont aussi, et la configuration est contrôlée chaque trimestre',
          en: 'Internal flows are too, and the configuration is checked every quarter'
        }
      ],
      target: 3
    },
    {
      code: 'Q19',
      scope: 'common',
      title: { fr: 'Chiffrement des données stockées', en: 'Encryption at rest' },
      question: {
        fr: 'Quelle part des données de santé conservées par le produit est chiffrée sur son support ?',
        en: 'How much of the health data kept by the product is encrypted on its medium?'
      },
      levels: [
        { fr: 'Aucun support n’est chiffré', en: 'No medium is encrypted' },
        {
          fr: 'Les supports mobiles et les sauvegardes sont chiffrés',
          en: 'Removable media and backups are encrypted'
        },
        {
          fr: 'Tous les supports qui portent des données de santé sont chiffrés',
          en: 'All media that hold health data are encrypted'
        },
        {
          fr: 'Les champs les plus sensibles sont en outre chiffrés par l’application elle-même',
          en: 'The most sensitive fields are also encrypted by the application itself'
        }
      ],
      target: 3
    },
    {
      code: 'Q20',
      scope: 'conditional',
      condition: 'Produits qui chiffrent au moins une partie des données stockées',
      appliesWhen: 'Q19 >= 2',
      title: { fr: 'Gestion des clés', en: 'Key management' },
      question: {
        fr: 'Les clés de chiffrement sont-elles créées, conservées, renouvelées et révoquées selon une procédure écrite ?',
        en: 'Are encryption keys created, stored, renewed and revoked under a written procedure?'
      },
      levels: [
        { fr: 'Les clés sont stockées à côté des données', en: 'Keys are stored next to the data' },
        {
          fr: 'Les clés sont conservées à part, sans renouvellement prévu',
          en: 'Keys are stored apart, with no renewal planned'
        },
        {
          fr: 'Les clés sont conservées à part et renouvelées selon un calendrier écrit',
          en: 'Keys are stored apart and renewed on a written schedule'
        },
        {
          fr: 'Elles sont de plus protégées par un module matériel de sécurité',
          en: 'They are also protected by a hardware security module'
        }
      ],
      target: 3
    },
    {
      code: 'Q21',
      scope: 'conditional',
      condition: 'Produits qui conservent les mots de passe de leurs utilisateurs',
      obligation: 'RGPD, article 32',
      title: { fr: 'Stockage des mots de passe', en: 'Password storage' },
      question: {
        fr: 'Les mots de passe sont-ils conservés sous une forme qui ne permet pas de les retrouver ?',
        en: 'Are passwords stored in a form from which they cannot be recovered?'
      },
      levels: [
        {
          fr: 'Des mots de passe peuvent être retrouvés : non conforme à l’obligation de sécurité',
          en: 'Some passwords can be recovered: in breach of the duty of security'
        },
        {
          fr: 'Tous sont hachés avec un sel propre à chaque compte et une fonction prévue pour cet usage',
          en: 'All are hashed with a salt specific to each account and a function meant for this purpose'
        },
        {
          fr: 'De plus, le coût de calcul est revu chaque année et les mots de passe divulgués sont refusés',
          en: 'In addition, the computing cost is reviewed every year and leaked passwords are rejected'
        }
      ],
      target: 2
    }
  ]
};
