import type { AuditCell } from '#lib/maturity/declared-found.ts';
import type { AuditFlags } from '#lib/maturity/audit-flags.ts';
import { integer } from './format.ts';
import type { Locale } from './locale.ts';
import { isSingular, say } from './wording.ts';

/** The sentence that stands beside every figure made of audits. */
export function noRandomSample(locale: Locale): string {
  return say(
    locale,
    'Les produits audités ne sont pas un échantillon au hasard : ces parts ne valent pas telles quelles pour les autres.',
    'Audited products are no random sample: these shares do not hold as they are for the others.'
  );
}

export function auditCellWord(cell: AuditCell, locale: Locale): string {
  const words: Record<AuditCell, [fr: string, en: string]> = {
    gap: ['écart entre déclaré et constaté', 'gap between declared and found'],
    confirmed: ['à la cible, contrôle conforme', 'at target, control conforming'],
    untested: ['à la cible, aucun contrôle testé', 'at target, no control tested'],
    below: ['déclaré sous la cible', 'declared below target'],
    none: ['non applicable', 'not applicable']
  };
  return words[cell][locale === 'fr' ? 0 : 1];
}

/** What is out of date in a form on the day of filing, one phrase a reason; none where all is in order. */
export function flagWords({ oldEvidence, undatedEvidence, passi }: AuditFlags, locale: Locale): string[] {
  const proofs = (n: number) => integer(n, locale);
  const many = (n: number) => (isSingular(n, locale) ? '' : 's');
  return [
    ...(oldEvidence === 0
      ? []
      : [
          say(
            locale,
            `${proofs(oldEvidence)} preuve${many(oldEvidence)} d'un an ou plus`,
            `evidence of ${proofs(oldEvidence)} control${many(oldEvidence)} one year old or more`
          )
        ]),
    ...(undatedEvidence === 0
      ? []
      : [
          say(
            locale,
            `${proofs(undatedEvidence)} preuve${many(undatedEvidence)} sans date`,
            `evidence of ${proofs(undatedEvidence)} control${many(undatedEvidence)} undated`
          )
        ]),
    ...(passi === 'expired' ? [say(locale, 'qualification PASSI échue', 'PASSI qualification expired')] : []),
    ...(passi === 'unknown'
      ? [say(locale, 'qualification PASSI sans échéance', 'PASSI qualification without an end')]
      : [])
  ];
}

/** « 26 déclarés ; entre 10 et 21 si l’écart constaté valait pour tous ». */
export function ifGapHeldWords(
  {
    declared,
    audited,
    low,
    high
  }: { declared: number; audited: number; low: number | null; high: number | null },
  locale: Locale
): string {
  const [P, x, y] = [declared, low ?? 0, high ?? 0].map((n) => integer(n, locale));
  const many = isSingular(declared, 'fr') ? '' : 's';
  const passing = say(locale, `${P} déclaré${many}`, `${P} declared`);
  if (declared === 0) return passing;
  if (audited === 0) return passing + say(locale, ' ; aucun n’a été audité', '; none of them was audited');
  if (low === high)
    return (
      passing +
      say(locale, ` ; ${x} si l’écart constaté valait pour tous`, `; ${x} if the gap found held for all`)
    );
  return (
    passing +
    say(
      locale,
      ` ; entre ${x} et ${y} si l’écart constaté valait pour tous`,
      `; between ${x} and ${y} if the gap found held for all`
    )
  );
}

export type AuditsWords = ReturnType<typeof auditsWords>;

/** The fixed words of the page on audits: its server's, so that a browser need not load both languages. */
export function auditsWords(locale: Locale) {
  return {
    page: say(locale, 'Audits', 'Audits'),
    forms: say(locale, 'Les fiches, au jour de leur dépôt', 'The forms, on the day they were filed'),
    filed: say(locale, 'Dépôt', 'Filed'),
    auditor: say(locale, 'Auditeur', 'Auditor'),
    gaps: say(locale, 'Écarts', 'Gaps'),
    high: say(locale, 'Gravité haute', 'High severity'),
    medium: say(locale, 'Gravité moyenne', 'Medium severity'),
    eligible: say(locale, 'Éligible', 'Eligible'),
    yes: say(locale, 'oui', 'yes'),
    no: say(locale, 'non', 'no'),
    outOfDate: say(locale, 'Hors délai', 'Out of date'),
    inOrder: say(locale, 'à jour', 'in order'),
    limits: say(
      locale,
      'Éligibilité : contrôles non conformes admis',
      'Eligibility: nonconforming controls allowed'
    ),
    limitsHigh: say(locale, 'de gravité haute, au plus', 'of high severity, at most'),
    limitsMedium: say(locale, 'de gravité moyenne, au plus', 'of medium severity, at most'),
    apply: say(locale, 'Appliquer', 'Apply'),
    outside: say(locale, 'Fiches de produits hors de la campagne', 'Forms of products outside the campaign'),
    outsideSubline: say(
      locale,
      'Sans réponse en vigueur, rien ne dit ce qui est déclaré : ces fiches ne comptent dans aucun chiffre.',
      'Without a response in force nothing says what is declared: these forms count in no figure.'
    ),
    ...scenarioWords(locale),
    ...formWords(locale)
  };
}

/** The words on scenarios, given what audits found. */
function scenarioWords(locale: Locale) {
  return {
    scenarios: say(
      locale,
      'Ce que deviendrait chaque scénario si l’écart constaté valait pour tous',
      'What would become of each scenario if the gap found held for all'
    ),
    scenariosSubline: say(
      locale,
      'Produits qui passent un scénario : déclarés, puis si ceux qui n’ont pas été audités s’écartaient comme les audités',
      'Products that pass a scenario: as declared, then if those not audited fell short as the audited do'
    ),
    scenariosCaption: say(
      locale,
      'Écart : un produit qui passe le scénario selon ses déclarations, dont un contrôle rattaché à une de ses exigences est non conforme ; parmi les audités, ce qui est constaté reste acquis. Bornes : intervalle à 95 % (Wilson) de cette part, reporté sur les autres. C’est une hypothèse, non une estimation ; un contrôle qui manque ne révèle rien, et l’écart peut être plus grand.',
      'Gap: a product that passes the scenario as declared while a control mapped to one of its requirements is nonconforming; for the audited, what was found stands. Ends: 95% interval (Wilson) of that share, carried over to the others. It is a hypothesis, no estimate; a control that was not run reveals nothing, and the gap may be larger.'
    ),
    scenario: say(locale, 'Scénario', 'Scenario'),
    result: say(locale, 'Résultat', 'Result'),
    auditedPassing: say(locale, 'Audités', 'Audited')
  };
}

/** The words of the form that takes new files. */
function formWords(locale: Locale) {
  return {
    import: say(locale, 'Importer des fiches d’audit', 'Import audit forms'),
    map: say(locale, 'Table des contrôles', 'Map of controls'),
    mapHelp: say(
      locale,
      'CSV ou .xlsx : contrôle, critère, gravité (haute, moyenne) ; une ligne par critère concerné.',
      'CSV or .xlsx: control, criterion, severity (high, medium); a line for each criterion concerned.'
    ),
    file: say(locale, 'Fiches d’audit', 'Audit forms'),
    fileHelp: say(
      locale,
      'CSV ou .xlsx, une ligne par contrôle : éditeur, produit, contrôle, résultat, date de la preuve, date de dépôt, auditeur, référence et validité PASSI. Un import s’annule à la page Données.',
      'CSV or .xlsx, a line for each control: vendor, product, control, result, evidence date, filing date, auditor, PASSI reference and validity. An import is undone on the Data page.'
    )
  };
}
