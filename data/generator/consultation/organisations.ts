import type { Product } from '../products/product.ts';

export interface Organisation {
  name: string;
  type: string;
  /** From 0, in favour of whatever is asked, to 1. */
  reluctance: number;
  /** Whether it sends in the letter that several vendors share. */
  hasLetter: boolean;
}

const others: Record<string, [reluctance: number, names: string[]]> = {
  'Établissement de santé': [
    0.15,
    [
      'Centre hospitalier du Val d’Ombre',
      'CHU de Brévanne',
      'Clinique des Trois Tilleuls',
      'Hôpital de la Roche-Marlier',
      'Groupement hospitalier Loire-Vernelle',
      'Institut Saint-Aurélien',
      'Polyclinique du Pré-Léger',
      'Centre hospitalier de Monterive',
      'Maison de santé du Quai Neuf'
    ]
  ],
  'Fédération ou syndicat': [
    0.6,
    [
      'Fédération des logiciels de soin (fictive)',
      'Union des éditeurs de biologie (fictive)',
      'Collectif Officine numérique (fictif)'
    ]
  ],
  'Représentation de professionnels': [
    0.35,
    [
      'Collège des médecins de Vernelle (fictif)',
      'Réseau des pharmaciens du Léman (fictif)',
      'Association des radiologues de l’Ouest (fictive)'
    ]
  ],
  'Conseil et audit': [
    0.25,
    ['Cabinet Ferlinand', 'Atelier Quatre-Vents Sécurité', 'Lanterne Conseil', 'Prisme & Rempart']
  ],
  'Association de patients': [0.05, ['Patients de l’Estuaire (fictive)', 'Mieux soigner ensemble (fictive)']]
};

/** Every second vendor of the roster, and invented organisations of other kinds. */
export function organisationsOf(products: readonly Product[]): Organisation[] {
  const vendors = [...new Set(products.map(({ vendor }) => vendor))].filter((_, i) => i % 2 === 0);
  return [
    ...vendors.map((name, i) => ({ name, type: 'Éditeur', reluctance: 0.72, hasLetter: i % 3 === 0 })),
    ...Object.entries(others).flatMap(([type, [reluctance, names]]) =>
      names.map((name) => ({ name, type, reluctance, hasLetter: type === 'Fédération ou syndicat' }))
    )
  ];
}
