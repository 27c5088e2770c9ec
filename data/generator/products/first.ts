import { inCorridor, type Product } from './product.ts';

/** The 71 products that answered in 2025, of 48 vendors. Every name is invented. */
export const answeredIn2025: Product[] = [
  ...inCorridor('Hôpital', [
    ['Orvelis Santé', 'Orvelis Dossier', 'Sur site'],
    ['Orvelis Santé', 'Orvelis Bloc', 'Sur site'],
    ['Orvelis Santé', 'Orvelis Urgences', 'Mixte'],
    ['Cadrasoin', 'Cadrasoin Lits', 'Sur site'],
    ['Cadrasoin', 'Cadrasoin Prescription', 'Mixte'],
    ['Dorvanec', 'Dorvanec Réanimation', 'Sur site'],
    ['Dorvanec', 'Dorvanec Anesthésie', 'Sur site'],
    ['Dorvanec', 'Dorvanec Maternité', 'Mixte'],
    ['Nuvastre', 'Nuvastre Parcours', 'SaaS'],
    ['Nuvastre', 'Nuvastre Admissions', 'SaaS'],
    ['Galvorine', 'Galvorine Oncologie', 'Mixte'],
    ['Isobrune', 'Isobrune Stérilisation', 'Sur site'],
    ['Isobrune', 'Isobrune Pharmacie', 'Sur site'],
    ['Marvelune', 'Marvelune Séjour', 'SaaS'],
    ['Hospalune', 'Dossier Hospalune', 'Sur site'],
    ['Ombrelune Logiciels', 'Veillombre', 'SaaS'],
    ['Perlovane', 'Perlovane Dialyse', 'Sur site'],
    ['Roselquin', 'Roselquin Brancardage', 'SaaS'],
    ['Vaudrelle Santé', 'Vaudrelle Psychiatrie', 'Mixte'],
    ['Bismorel', 'Bismorel Identités', 'Sur site'],
    ['Corvanelle', 'Corvanelle Coordination', 'SaaS'],
    ['Kervoline', 'Kervoline Télésuivi', 'SaaS']
  ]),
  ...inCorridor('Médecine de ville', [
    ['Cadrasoin', 'Cadrasoin Cabinet', 'SaaS'],
    ['Velquora', 'Velquora Cabinet', 'SaaS'],
    ['Velquora', 'Velquora Télésoin', 'SaaS'],
    ['Klermoa', 'Klermoa Consultation', 'SaaS'],
    ['Klermoa', 'Agenda', 'SaaS'],
    ['Jasmorel', 'Jasmorel Dentaire', 'Sur site'],
    ['Jasmorel', 'Jasmorel Orthophonie', 'SaaS'],
    ['Lumiquart', 'Lumiquart Infirmier', 'SaaS'],
    ['Nacrelis', 'Nacrelis Kiné', 'SaaS'],
    ['Santérisse', 'Santérisse Généraliste', 'Mixte'],
    ['Yvradine', 'Yvradine Centre de santé', 'SaaS'],
    ['Elmorise', 'Agenda', 'SaaS'],
    ['Fauvelice', 'Fauvelice Spécialiste', 'SaaS'],
    ['Jonquival', 'Jonquival Maison de santé', 'SaaS'],
    ['Mirvaudais', 'Mirvaudais Sage-femme', 'SaaS']
  ]),
  ...inCorridor('Biologie médicale', [
    ['Brumaline', 'Brumaline Laboratoire', 'Sur site'],
    ['Brumaline', 'Brumaline Résultats', 'SaaS'],
    ['Brumaline', 'Brumaline Microbiologie', 'Sur site'],
    ['Ferrandole', 'Ferrandole Hématologie', 'Sur site'],
    ['Ferrandole', 'Ferrandole Serveur', 'Mixte'],
    ['Ostravie', 'Ostravie Génétique', 'SaaS'],
    ['Wexmorin', 'Wexmorin Anatomopathologie', 'Sur site'],
    ['Drisquane', 'Drisquane Qualité', 'SaaS'],
    ['Opalquine', 'Opalquine Plateau', 'Sur site']
  ]),
  ...inCorridor('Imagerie', [
    ['Cadrasoin', 'Cadrasoin Imagerie', 'Sur site'],
    ['Quintivel', 'Quintivel Archivage', 'Mixte'],
    ['Quintivel', 'Quintivel Rendez-vous', 'SaaS'],
    ['Galvorine', 'Galvorine Radiothérapie', 'Sur site'],
    ['Argelune Imagerie', 'Argelune Diffusion', 'SaaS'],
    ['Xantivère', 'Xantivère Compte rendu', 'SaaS'],
    ['Hélomarque', 'Hélomarque Dosimétrie', 'Sur site'],
    ['Prasivelle', 'Prasivelle Téléradiologie', 'SaaS']
  ]),
  ...inCorridor('Officine', [
    ['Velquora', 'Velquora Comptoir', 'SaaS'],
    ['Ofizelle', 'Ofizelle Comptoir', 'Sur site'],
    ['Ofizelle', 'Ofizelle Stock', 'SaaS'],
    ['Tramavelle', 'Tramavelle Officine', 'Sur site'],
    ['Tramavelle', 'Tramavelle Entretiens', 'SaaS'],
    ['Tervolia', 'Tervolia Dispensation', 'SaaS'],
    ['Ulmavène', 'Ulmavène Piluliers', 'SaaS'],
    ['Grenavie', 'Grenavie Officine', 'Sur site'],
    ['Noisevane', 'Noisevane Ordonnances', 'SaaS']
  ]),
  ...inCorridor('Médico-social', [
    ['Orvelis Santé', 'Orvelis Résidence', 'SaaS'],
    ['Sylvandrine Santé', 'Sylvandrine Soins', 'SaaS'],
    ['Sylvandrine Santé', 'Sylvandrine Domicile', 'SaaS'],
    ['Marvelune', 'Marvelune Accueil', 'SaaS'],
    ['Zéphorane', 'Zéphorane Projet', 'SaaS'],
    ['Indrevane', 'Indrevane Usagers', 'Mixte'],
    ['Lisandrame', 'Lisandrame Handicap', 'SaaS'],
    ['Quercilune', 'Quercilune Tournées', 'SaaS']
  ])
];

const silentInBoth: Product[] = [
  ...inCorridor('Hôpital', [
    ['Werlinoa', 'Werlinoa Endoscopie', 'Sur site'],
    ['Werlinoa', 'Werlinoa Blocs', 'Sur site']
  ]),
  ...inCorridor('Biologie médicale', [['Ferrandole', 'Ferrandole Prélèvements', 'SaaS']]),
  ...inCorridor('Officine', [['Yzeronde', 'Yzeronde Comptoir', 'Sur site']])
];

/** Asked to answer in 2025, and did not. */
export const silentIn2025: Product[] = [
  ...silentInBoth,
  ...inCorridor('Hôpital', [['Vaudrelle Santé', 'Vaudrelle Addictologie', 'SaaS']]),
  ...inCorridor('Médecine de ville', [['Solquenie', 'Solquenie Visites', 'SaaS']]),
  ...inCorridor('Médico-social', [['Zinvarelle', 'Zinvarelle Foyers', 'SaaS']])
];

/** Asked to answer in 2026, and did not; two of them had answered in 2025. */
export const silentIn2026: Product[] = [
  ...silentInBoth,
  ...answeredIn2025.filter(({ vendor }) => vendor === 'Opalquine' || vendor === 'Hélomarque')
];
