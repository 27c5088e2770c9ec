import { expect, test } from 'vitest';
import { disclosureNotes } from '#lib/reports/dossier/disclosure-notes.ts';
import { methodNotes } from '#lib/reports/dossier/method.ts';
import { defaultThresholds } from '#lib/maturity/publication/thresholds.ts';
import { notesOnSlides } from '#lib/reports/writers/pptx/notes-on-slide.ts';

const rules = { thresholds: defaultThresholds, ground: 'secret des affaires' };

test.each(['fr', 'en'] as const)(
  'the notes of the method fill two slides, in their order, each whole: %s',
  (locale) => {
    const notes = [...methodNotes(locale), ...disclosureNotes(rules, locale)];
    const slides = notesOnSlides(notes);
    expect(slides.flat()).toEqual(notes);
    expect(slides).toHaveLength(2);
    expect(notesOnSlides(methodNotes(locale))).toHaveLength(1);
    const long = { title: 'T', paragraphs: ['mot '.repeat(600)] };
    expect(notesOnSlides([long, ...methodNotes(locale)]).length).toBeGreaterThan(1);
  }
);
