import type { RequirementStatus, RequirementTheme } from '#lib/maturity/requirements.ts';
import type { Locale } from './locale.ts';
import { say } from './wording.ts';

/** A theme of requirements in full. */
export function themeName(theme: RequirementTheme | null, locale: Locale): string {
  const names: Record<RequirementTheme, string> = {
    ssi: say(locale, 'Sécurité des systèmes d’information', 'Information-system security'),
    ie: say(locale, 'Identification électronique', 'Electronic identification'),
    iam: say(locale, 'Gestion des identités et des accès', 'Identity and access management')
  };
  return theme === null ? say(locale, 'Sans thème', 'Without a theme') : names[theme];
}

/** The same where there is little room. */
export function shortTheme(theme: RequirementTheme | null, locale: Locale): string {
  const names: Record<RequirementTheme, string> = {
    ssi: say(locale, 'SSI', 'Security'),
    ie: say(locale, 'Identification', 'Identification'),
    iam: say(locale, 'Identités et accès', 'Identity and access')
  };
  return theme === null ? say(locale, 'sans thème', 'no theme') : names[theme];
}

export function statusName(status: RequirementStatus | 'outside', locale: Locale): string {
  const names: Record<RequirementStatus | 'outside', string> = {
    mandatory: say(locale, 'obligatoire', 'mandatory'),
    recommended: say(locale, 'recommandée', 'recommended'),
    candidate: say(locale, 'non retenue', 'not retained'),
    outside: say(locale, 'hors du scénario', 'outside')
  };
  return names[status];
}

type Say = (fr: string, en: string) => string;

/** The bar above the page, and the headings of its list. */
function barWords(s: Say) {
  return {
    eyebrow: s('Calibrage des exigences', 'Calibration of requirements'),
    scenario: s('Scénario', 'Scenario'),
    comparedWith: s('Comparé à', 'Compared with'),
    nothing: s('rien', 'nothing'),
    corridor: s('Couloir', 'Corridor'),
    duplicate: s('Dupliquer', 'Duplicate'),
    freeze: s('Figer', 'Freeze'),
    frozen: s('Figé', 'Frozen'),
    export: s('Exporter', 'Export'),
    criterion: s('Critère', 'Criterion'),
    status: s('Statut', 'Status'),
    level: s('Niveau exigé', 'Level required'),
    levelKey: s('• cible', '• target'),
    attained: s('Atteint à ce niveau', 'Attained at this level'),
    attainedKey: s('sur produits concernés', 'of products concerned'),
    blocks: s('Bloque seule', 'Blocks alone'),
    blocksKey: s('gain si retirée', 'gain if dropped'),
    ifAdded: s('Si ajoutée', 'If added'),
    ifAddedKey: s('produits restants', 'products left')
  };
}

/** The list of requirements and its form. */
function listWords(s: Say) {
  return {
    details: s('Détails', 'Details'),
    target: s('cible', 'target'),
    obligations: s('Déjà exigé par la loi', 'Already required by law'),
    uncovered: s('Sans critère : atteinte inconnue', 'Without a criterion: attainment unknown'),
    unknown: s('atteinte inconnue', 'attainment unknown'),
    others: s('Autres critères du questionnaire', 'Other criteria of the questionnaire'),
    save: s('Enregistrer', 'Save'),
    saveHelp: s(
      'Les conséquences sont celles de votre saisie.',
      'The consequences are those of what you typed.'
    ),
    unsaved: s('Modifications non enregistrées', 'Changes not saved'),
    reset: s('Annuler', 'Undo')
  };
}

/** The consequences, and the products. */
function panelWords(s: Say) {
  return {
    consequences: s('Conséquences aujourd’hui', 'Consequences today'),
    lacking: s('Exigences manquantes', 'Requirements missing'),
    within: s('Niveaux manquants', 'Levels missing'),
    cumulative: s('produits, cumul sur', 'products, cumulative, of'),
    byTheme: s('Par thème', 'By theme'),
    byThemeKey: s('obligatoires du thème seul, n/N', 'mandatory ones of the theme only, n/N'),
    byCorridor: s('Par couloir', 'By corridor'),
    bySize: s('Par taille d’éditeur', 'By size of vendor'),
    allKept: s('toutes respectées, n/N', 'all attained, n/N'),
    firmness: s('Fermeté', 'Firmness'),
    effort: s('Effort total', 'Total effort'),
    firstBlock: s('Premier blocage', 'First blocker'),
    addable: s('À ajouter sans perte', 'To add without loss'),
    products: s('Produits', 'Products'),
    productsSubline: s(
      'Les plus proches d’abord ; entre parenthèses, le niveau déclaré et le niveau exigé. Aucun ordre dans une même distance.',
      'The nearest first; in brackets, the level declared and the level required. No order within a distance.'
    ),
    product: s('Produit', 'Product'),
    vendor: s('Éditeur', 'Vendor'),
    lacks: s('Exigences manquantes', 'Requirements missing'),
    levels: s('Niveaux', 'Levels'),
    which: s('Lesquelles (déclaré → exigé)', 'Which (declared → required)'),
    passes: s('respecte tout', 'attains all'),
    notConcerned: s('non concerné', 'not concerned')
  };
}

/** The scenarios of a campaign, and what can be done with them. */
function scenarioWords(s: Say) {
  return {
    scenarios: s('Scénarios de la campagne', 'Scenarios of the campaign'),
    name: s('Nom', 'Name'),
    newName: s('Nom du nouveau scénario', 'Name of the new scenario'),
    create: s('Créer un scénario', 'Create a scenario'),
    from: s('À partir de', 'From'),
    fromTargets: s('niveaux cibles du questionnaire', 'the questionnaire’s targets'),
    fromFile: s('Fichier CSV, .xlsx ou JSON (facultatif)', 'CSV, .xlsx or JSON file (optional)'),
    createAction: s('Créer', 'Create'),
    by: s('Votre nom', 'Your name'),
    mandatory: s('Obligatoires', 'Mandatory'),
    passing: s('Produits qui passent', 'Products that pass'),
    changed: s('Dernier changement', 'Last change'),
    rename: s('Renommer', 'Rename'),
    remove: s('Supprimer', 'Remove'),
    restore: s('Rétablir', 'Restore'),
    removed: s('Scénarios supprimés', 'Removed scenarios'),
    history: s('Historique', 'History'),
    act: s('Acte', 'Act'),
    when: s('Quand', 'When'),
    who: s('Qui', 'Who'),
    lines: s('Lignes', 'Lines'),
    fromOptimum: s('Partir d’un optimum sous contraintes', 'Begin with an optimum under constraints'),
    noScenario: s('Aucun scénario pour cette campagne', 'No scenario for this campaign yet'),
    noScenarioLede: s(
      'Un scénario est un jeu d’exigences à l’étude : des critères, chacun à un niveau exigé. Commencez par les niveaux cibles du questionnaire ; ce que la loi exige déjà y est d’emblée obligatoire.',
      'A scenario is a set of requirements under study: criteria, each at a level. Begin with the questionnaire’s targets; what the law already requires is mandatory from the start.'
    )
  };
}

/** The fields of one requirement. */
function fieldWords(s: Say) {
  return {
    weight: s('Poids (risque)', 'Weight (risk)'),
    theme: s('Thème', 'Theme'),
    code: s('Code de l’exigence', 'Code of the requirement'),
    wording: s('Rédaction', 'Wording'),
    proof: s('Moyens de preuve', 'Means of proof'),
    effectiveFrom: s('Date d’effet', 'Date of effect'),
    note: s('Note', 'Note'),
    promised: s('Part visée à la prochaine campagne, en %', 'Share promised for the next campaign, in %'),
    law: s('Base légale', 'Legal basis'),
    saved: s('C’est enregistré.', 'Saved.'),
    strip: s('respectent les obligatoires', 'attain the mandatory ones'),
    stripWithin: s('à un niveau près', 'within one level')
  };
}

/** The fixed words of the calibration page. */
export function calibrationWords(locale: Locale) {
  const s: Say = (fr, en) => say(locale, fr, en);
  return { ...barWords(s), ...listWords(s), ...panelWords(s), ...scenarioWords(s), ...fieldWords(s) };
}

export type CalibrationWords = ReturnType<typeof calibrationWords>;
