import type { Locale } from './locale.ts';

const fr = {
  page: 'Mon compte',
  openTitle: 'Ouvert à la personne de cette machine',
  signOut: 'Se déconnecter',
  elsewhere: 'Déconnecter mes autres sessions',
  ended: 'Vos autres sessions sont closes.',
  password: 'Changer de mot de passe',
  current: 'Mot de passe actuel',
  changed: 'Le mot de passe est changé et vos autres sessions sont closes.',
  changeButton: 'Changer',
  tokens: 'Jetons d’API',
  tokensLede:
    'Un programme interroge l’API à votre nom avec «\u00a0Authorization: Bearer …\u00a0». Un jeton ne fait que lire, jamais plus que votre rôle.',
  none: 'Aucun jeton.',
  label: 'À quoi il sert',
  role: 'Rôle',
  campaign: 'Campagne',
  allCampaigns: 'toutes',
  days: 'Durée en jours',
  expires: 'Expire le',
  used: 'Dernier usage',
  never: 'jamais',
  make: 'Créer un jeton',
  made: 'Copiez ce jeton maintenant\u00a0: il ne sera plus affiché.',
  revoke: 'Révoquer'
};

const en: typeof fr = {
  page: 'My account',
  openTitle: 'Open to the person of this machine',
  signOut: 'Sign out',
  elsewhere: 'Sign out my other sessions',
  ended: 'Your other sessions have ended.',
  password: 'Change password',
  current: 'Current password',
  changed: 'The password is changed and your other sessions have ended.',
  changeButton: 'Change',
  tokens: 'API tokens',
  tokensLede:
    'A program asks the API in your name by “Authorization: Bearer …”. A token only reads, and never more than your role.',
  none: 'No token.',
  label: 'What it is for',
  role: 'Role',
  campaign: 'Campaign',
  allCampaigns: 'all',
  days: 'Days it lasts',
  expires: 'Expires on',
  used: 'Last used',
  never: 'never',
  make: 'Make a token',
  made: 'Copy this token now: it will not be shown again.',
  revoke: 'Revoke'
};

/** Words of one’s own account and its tokens. */
export function accountWords(locale: Locale): typeof fr {
  return { fr, en }[locale];
}
