import { percent } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { say } from '#lib/i18n/wording.ts';
import type { CampaignCriterion, CriterionData } from '../criterion-data.ts';
import type { Figure } from '../figure.ts';
import { wilsonNote } from '../wilson-note.ts';
import { levelsFigure } from './criterion-levels.ts';

function title(now: CampaignCriterion, then: CampaignCriterion, locale: Locale): string {
  const [before, after] = [percent(then.figures.rate, locale), percent(now.figures.rate, locale)];
  const target =
    now.figures.target === then.figures.target
      ? ''
      : say(
          locale,
          ` ; la cible passe du niveau ${then.figures.target} au niveau ${now.figures.target}`,
          `; the target goes from level ${then.figures.target} to level ${now.figures.target}`
        );
  if (now.figures.rate === null || then.figures.rate === null)
    return say(
      locale,
      `Sans produit concerné dans l'une des campagnes${target}`,
      `No product concerned in one of the campaigns${target}`
    );
  return say(
    locale,
    `${before} à la cible dans ${then.campaign.name}, ${after} dans ${now.campaign.name}${target}`,
    `${before} at target in ${then.campaign.name}, ${after} in ${now.campaign.name}${target}`
  );
}

/** The criterion in this campaign and the earlier ones; absent where no earlier one has its code. */
export function criterionCampaignsFigure({ campaigns }: CriterionData, locale: Locale): Figure | undefined {
  const [now, then] = campaigns;
  if (!now || !then) return undefined;
  const reworded = campaigns.filter(({ sameLevels }) => !sameLevels).map(({ campaign }) => campaign.name);
  const note =
    reworded.length === 0
      ? ''
      : say(
          locale,
          ` Niveaux formulés autrement : ${reworded.join(', ')}.`,
          ` Levels worded otherwise: ${reworded.join(', ')}.`
        );
  return levelsFigure(
    say(locale, 'Campagne', 'Campaign'),
    campaigns.map(({ campaign, figures }) => ({
      label: say(
        locale,
        `${campaign.name}, cible ${figures.target}`,
        `${campaign.name}, target ${figures.target}`
      ),
      figures
    })),
    {
      id: 'campaigns',
      title: title(now, then, locale),
      subline: say(
        locale,
        'Chaque campagne au regard de sa propre cible',
        'Each campaign against its own target'
      ),
      caption:
        say(
          locale,
          'Tous les produits de chaque campagne, non le seul panel : la différence tient aussi aux entrées et aux sorties.',
          'All products of each campaign, not the panel alone: the difference also comes from products that entered and left.'
        ) +
        note +
        say(
          locale,
          ' Trait clair : intervalle de confiance à 95 % (Wilson).',
          ' Pale line: 95% confidence interval (Wilson).'
        ) +
        wilsonNote(locale)
    },
    locale
  );
}
