import type { Locale } from './locale.ts';

const fr = {
  page: 'Comptes',
  title: ['compte', 'comptes'] as [string, string],
  noAccount: 'Aucun compte',
  lede: 'Chacun voit ce que permet son rôle. Tout changement ici est consigné au journal d’audit.',
  openLede:
    'Aucune identification n’est en vigueur\u00a0: ces comptes serviront dès que le premier existera.',
  roles: { reader: 'lecteur', analyst: 'analyste', manager: 'gestionnaire' },
  roleHelp: {
    reader: 'lit les publications figées, rien d’autre',
    analyst: 'lit tout, travaille sur les scénarios',
    manager: 'importe, corrige, publie, gère les comptes'
  },
  noRole: 'sans rôle',
  name: 'Nom',
  role: 'Rôle',
  lastSeen: 'Dernière connexion',
  never: 'jamais',
  protection: 'Protection',
  hasCode: 'mot de passe et code',
  noCode: 'code à enregistrer',
  byProvider: 'organisation',
  sessions: 'Sessions',
  closed: 'fermé',
  you: 'vous',
  change: 'Changer le rôle',
  close: 'Fermer',
  reopen: 'Rouvrir',
  recover: 'Nouvel accès',
  endSessions: 'Déconnecter',
  add: 'Ajouter un compte',
  addButton: 'Ajouter',
  handOver: 'Mot de passe à remettre en main propre à',
  handOverHelp:
    'Il n’est affiché qu’une fois, sert une fois et dans les 72 heures\u00a0: la personne choisit ensuite le sien.',
  tokens: 'Jetons d’API',
  problems: {
    bad_name:
      'Ce nom ne convient pas\u00a0: lettres, chiffres, espaces, points, tirets, 80 caractères au plus.',
    name_taken: 'Ce nom est déjà pris.',
    unknown_account: 'Ce compte n’existe plus.',
    last_manager: 'C’est le dernier gestionnaire\u00a0: donnez d’abord ce rôle à quelqu’un d’autre.',
    bad_token: 'Un jeton demande un nom, un rôle qui ne dépasse pas le vôtre, et une durée de 1 à 366 jours.',
    unknown_campaign: 'Cette campagne n’existe pas.'
  }
};

const en: typeof fr = {
  page: 'Accounts',
  title: ['account', 'accounts'],
  noAccount: 'No account',
  lede: 'Everybody sees what their role allows. Every change here goes on the audit trail.',
  openLede: 'No sign-in is in force: these accounts will serve as soon as the first exists.',
  roles: { reader: 'reader', analyst: 'analyst', manager: 'manager' },
  roleHelp: {
    reader: 'reads frozen publications, nothing else',
    analyst: 'reads everything, works on scenarios',
    manager: 'imports, corrects, publishes, keeps accounts'
  },
  noRole: 'no role',
  name: 'Name',
  role: 'Role',
  lastSeen: 'Last sign-in',
  never: 'never',
  protection: 'Protection',
  hasCode: 'password and code',
  noCode: 'code to be taken up',
  byProvider: 'organisation',
  sessions: 'Sessions',
  closed: 'closed',
  you: 'you',
  change: 'Change role',
  close: 'Close',
  reopen: 'Reopen',
  recover: 'New access',
  endSessions: 'Sign out',
  add: 'Add an account',
  addButton: 'Add',
  handOver: 'Password to hand over in person to',
  handOverHelp: 'It is shown once, works once and within 72 hours: they then choose their own.',
  tokens: 'API tokens',
  problems: {
    bad_name: 'This name will not do: letters, digits, spaces, dots, dashes, 80 characters at most.',
    name_taken: 'This name is taken.',
    unknown_account: 'This account no longer exists.',
    last_manager: 'This is the last manager: give somebody else that role first.',
    bad_token: 'A token wants a name, a role no higher than yours, and 1 to 366 days.',
    unknown_campaign: 'There is no such campaign.'
  }
};

/** Words of the page of accounts, and of roles. */
export function usersWords(locale: Locale): typeof fr {
  return { fr, en }[locale];
}
