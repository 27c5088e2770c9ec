import { longDate } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { ExportedProduct } from './product-export/export-data.ts';
import { productDossier } from './product-export/product-dossier.ts';
import { dossierHtml } from './writers/html/dossier-html.ts';
import { dossierStyle } from './writers/html/style.ts';
import { xmlText as text } from './xml-text.ts';

/** Whose copy it is. */
export interface SharedCopy {
  id: number;
  recipient: string;
  expiresOn: string;
}

/** One product's answers as a page that holds nothing else and asks nobody for anything. */
export function sharedPage(
  exported: ExportedProduct,
  { id, recipient, expiresOn }: SharedCopy,
  locale: Locale
): Uint8Array<ArrayBuffer> {
  const marking = say(
    locale,
    `Copie n° ${id} remise à ${recipient}, lisible jusqu’au ${longDate(expiresOn, 'fr')}, ne pas diffuser`,
    `Copy no. ${id} given to ${recipient}, readable until ${longDate(expiresOn, 'en')}, not for distribution`
  );
  return dossierHtml({ ...productDossier(exported, marking, locale), watermark: recipient });
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'";

function plainPage(locale: Locale, title: string, body: string): string {
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="robots" content="noindex"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${text(title)}</title><style>${dossierStyle()}form{display:grid;gap:12px;max-width:22em}input,button{font:inherit;padding:8px 12px}</style></head><body><main><h1>${text(title)}</h1>${body}</main></body></html>`;
}

/** The same words whatever the reason. */
export function noSharedPage(locale: Locale): string {
  return plainPage(
    locale,
    say(locale, 'Ce lien ne donne rien', 'This link gives nothing'),
    `<p>${text(say(locale, 'Demandez-en un autre à qui vous l’a remis.', 'Ask whoever gave it to you for another one.'))}</p>`
  );
}

/** Asks for the password that was given apart from the link. */
export function sharedPasswordPage(locale: Locale, wasWrong: boolean): string {
  const wrong = say(locale, 'Ce n’est pas le mot de passe.', 'That is not the password.');
  const label = say(locale, 'Mot de passe reçu à part', 'Password received apart');
  return plainPage(
    locale,
    say(locale, 'Un mot de passe ouvre cette page', 'A password opens this page'),
    `<form method="post">${wasWrong ? `<p role="alert"><b>${text(wrong)}</b></p>` : ''}<label for="password">${text(label)}</label><input id="password" name="password" type="password" required autocomplete="off"><button>${text(say(locale, 'Ouvrir', 'Open'))}</button></form>`
  );
}
