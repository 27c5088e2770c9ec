import type { Locale } from './locale.ts';

const fr = {
  title: 'Identifiez-vous',
  lede: 'Les réponses sont confidentielles\u00a0: chaque accès est nominatif et consigné au journal d’audit.',
  open: 'Aucune identification n’est configurée',
  openLede:
    'Palier est ouvert à la personne qui utilise cette machine, et à elle seule. Pour que d’autres s’y connectent, créez un premier compte\u00a0: «\u00a0palier user add NOM --role manager\u00a0».',
  name: 'Nom du compte',
  password: 'Mot de passe',
  code: 'Code à six chiffres',
  codeHelp: 'Celui de votre application d’authentification\u00a0; à laisser vide la première fois.',
  button: 'S’identifier',
  byProvider: 'S’identifier auprès de mon organisation',
  or: 'ou avec un compte de cette application',
  refused: 'Nom, mot de passe ou code incorrect. Un code ne sert qu’une fois\u00a0: attendez le suivant.',
  locked: 'Trop d’essais\u00a0: réessayez dans',
  minutes: ['minute', 'minutes'] as [string, string],
  lost: 'Mot de passe ou téléphone perdu\u00a0? Un gestionnaire peut rouvrir votre accès, page «\u00a0Comptes\u00a0».',
  first: 'Première connexion\u00a0: protégez votre compte',
  firstLede:
    'Un mot de passe se vole\u00a0; un code qui change toutes les 30 secondes, beaucoup moins. Rien ne s’affiche avant cette étape.',
  takeUp:
    'Ajoutez Palier à votre application d’authentification\u00a0: photographiez ce QR code depuis l’application, ou recopiez la clé, ou, sur le téléphone même, ouvrez l’adresse.',
  qrCode: 'QR code de la clé, à photographier depuis l’application d’authentification',
  key: 'Clé',
  address: 'Adresse',
  newCode: 'Code que l’application affiche',
  newPassword: 'Nouveau mot de passe',
  newPasswordHelp: 'Douze caractères au moins\u00a0; l’ancien ne servira plus.',
  again: 'Encore une fois',
  finish: 'Terminer',
  problems: {
    wrong_code: 'Ce code n’est pas celui de l’application. Vérifiez l’heure de votre téléphone.',
    too_short: 'Le mot de passe doit avoir au moins douze caractères.',
    too_long: 'Le mot de passe est trop long (200 caractères au plus).',
    is_name: 'Le mot de passe contient le nom du compte.',
    not_same: 'Les deux saisies du mot de passe diffèrent.',
    wrong_password: 'Le mot de passe actuel est faux.'
  },
  waiting: 'Votre compte attend un rôle',
  waitingLede:
    'Votre organisation vous a reconnu. Un gestionnaire doit encore vous donner un rôle\u00a0; revenez ensuite.',
  providerDown: 'Le service d’identification ne répond pas',
  providerDownLede:
    'Votre organisation n’a pas pu être jointe. Réessayez dans quelques minutes\u00a0; si cela dure, prévenez qui s’occupe de ce serveur.',
  providerRefused: 'L’identification n’a pas abouti',
  providerRefusedLede:
    'La réponse de votre organisation n’est pas celle qui était attendue, ou elle a déjà servi. Recommencez.',
  tryAgain: 'Recommencer'
};

const en: typeof fr = {
  title: 'Sign in',
  lede: 'The answers are confidential: every access is personal and goes on the audit trail.',
  open: 'No sign-in is configured',
  openLede:
    'Palier is open to the person who uses this machine, and to nobody else. To let others in, make a first account: “palier user add NAME --role manager”.',
  name: 'Account name',
  password: 'Password',
  code: 'Six-digit code',
  codeHelp: 'The one that your authenticator application shows; leave it blank the first time.',
  button: 'Sign in',
  byProvider: 'Sign in with my organisation',
  or: 'or with an account of this application',
  refused: 'Wrong name, password or code. A code works once: wait for the next.',
  locked: 'Too many tries: try again in',
  minutes: ['minute', 'minutes'],
  lost: 'Lost your password or telephone? A manager can reopen your access, on the page “Accounts”.',
  first: 'First sign-in: protect your account',
  firstLede:
    'A password can be stolen; a code that changes every 30 seconds much less easily. Nothing is shown before this step.',
  takeUp:
    'Add Palier to your authenticator application: scan this QR code from it, or copy the key, or, on the telephone itself, open the address.',
  qrCode: 'QR code of the key, to be scanned from the authenticator application',
  key: 'Key',
  address: 'Address',
  newCode: 'Code that the application shows',
  newPassword: 'New password',
  newPasswordHelp: 'Twelve characters at least; the former one will no longer work.',
  again: 'Once more',
  finish: 'Finish',
  problems: {
    wrong_code: 'This is not the application’s code. Check your telephone’s clock.',
    too_short: 'The password must have at least twelve characters.',
    too_long: 'The password is too long (200 characters at most).',
    is_name: 'The password contains the account’s name.',
    not_same: 'The two entries of the password differ.',
    wrong_password: 'The current password is wrong.'
  },
  waiting: 'Your account waits for a role',
  waitingLede: 'Your organisation vouches for you. A manager must still give you a role; come back then.',
  providerDown: 'The sign-in service does not answer',
  providerDownLede:
    'Your organisation could not be reached. Try again in a few minutes; if it lasts, tell whoever runs this server.',
  providerRefused: 'Signing in did not succeed',
  providerRefusedLede:
    'Your organisation’s answer is not the one that was expected, or was used before. Start again.',
  tryAgain: 'Start again'
};

/** Words of signing in. */
export function signInWords(locale: Locale): typeof fr {
  return { fr, en }[locale];
}
