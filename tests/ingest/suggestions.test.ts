import { describe, expect, test } from 'vitest';
import { suggestedHeading } from '#lib/ingest/suggestions.ts';
import { criterionRow, questionnaire } from './builders.ts';

const label = 'Une personne est-elle nommément chargée de la sécurité du produit chez l’éditeur ?';
const { criteria } = questionnaire(criterionRow({ label_fr: label }));
/** As a tool writes it that drops apostrophes and dashes. */
const question = label.replace(/[’-]/g, '');

describe('a column is suggested for a field', () => {
  test.each([
    ['product', 'Nom du logiciel'],
    ['product', 'Votre solution'],
    ['vendor', 'Société éditrice'],
    ['vendor', 'Raison sociale de l’entreprise'],
    ['submitted_at', 'Date de réponse'],
    ['corridor', 'Couloir du produit ']
  ] as const)('%s where people call it « %s »', (field, heading) => {
    expect(suggestedHeading(field, ['Effectif', question, heading], criteria)).toBe(heading);
  });

  test('but never a question that names it', () => {
    for (const field of ['product', 'vendor'] as const) {
      expect(suggestedHeading(field, [question], criteria)).toBeUndefined();
      expect(
        suggestedHeading(field, ['Le produit chiffre-t-il les flux que voit l’éditeur ?'])
      ).toBeUndefined();
    }
  });
});
