import type { Theme } from './criterion.ts';

export const hosting: Theme = {
  name: 'Hébergement et exploitation',
  criteria: [
    {
      code: 'Q44',
      scope: 'conditional',
      condition:
        'Produits dont les données de santé sont hébergées, pour tout ou partie, par l’éditeur ou par un prestataire',
      obligation: 'Code de la santé publique, article L. 1111-8',
      title: { fr: 'Hébergement certifié HDS', en: 'HDS-certified hosting' },
      question: {
        fr: 'Les données de santé sont-elles hébergées chez un hébergeur certifié HDS pour toutes les activités concernées ?',
        en: 'Are health data hosted by an HDS-certified provider for all the activities concerned?'
      },
      levels: [
        {
          fr: 'Une activité au moins n’est pas couverte par un certificat valide : non conforme à la loi',
          en: 'At least one activity is not covered by a valid certificate: in breach of the law'
        },
        {
          fr: 'Toutes les activités sont couvertes par un certificat valide, remis aux clients',
          en: 'All activities are covered by a valid certificate, given to clients'
        }
      ],
      target: 2
    },
    {
      code: 'Q45',
      scope: 'common',
      title: { fr: 'Durcissement des systèmes', en: 'System hardening' },
      question: {
        fr: 'Les systèmes sur lesquels le produit fonctionne sont-ils configurés selon un guide de durcissement ?',
        en: 'Are the systems on which the product runs configured according to a hardening guide?'
      },
      levels: [
        { fr: 'Les réglages d’usine sont conservés', en: 'Factory settings are kept' },
        {
          fr: 'Les services inutiles sont arrêtés et les mots de passe d’usine changés',
          en: 'Unneeded services are stopped and factory passwords changed'
        },
        {
          fr: 'Un guide de durcissement écrit est appliqué à tous les systèmes',
          en: 'A written hardening guide is applied to all systems'
        },
        {
          fr: 'Les écarts au guide sont de plus détectés automatiquement et corrigés',
          en: 'Deviations from the guide are also detected automatically and corrected'
        }
      ],
      target: 3
    },
    {
      code: 'Q46',
      scope: 'conditional',
      condition: 'Produits proposés uniquement en mode SaaS',
      appliesWhen: 'hosting = SaaS',
      title: { fr: 'Cloisonnement du réseau', en: 'Network segmentation' },
      question: {
        fr: 'Le réseau d’hébergement est-il cloisonné selon la sensibilité des composants ?',
        en: 'Is the hosting network segmented according to how sensitive the components are?'
      },
      levels: [
        { fr: 'Tous les composants partagent un même réseau', en: 'All components share one network' },
        { fr: 'La base de données est isolée d’internet', en: 'The database is isolated from the internet' },
        {
          fr: 'Chaque zone est séparée et seuls les flux utiles sont ouverts',
          en: 'Each zone is separate and only the flows needed are open'
        },
        {
          fr: 'Les règles de filtrage sont en outre revues chaque semestre et testées',
          en: 'Filtering rules are also reviewed every six months and tested'
        }
      ],
      target: 3
    },
    {
      code: 'Q47',
      scope: 'conditional',
      condition: 'Produits dont l’éditeur assure la maintenance à distance chez le client',
      title: { fr: 'Télémaintenance maîtrisée', en: 'Controlled remote maintenance' },
      question: {
        fr: 'Les interventions à distance sont-elles autorisées par le client, limitées et enregistrées ?',
        en: 'Are remote interventions authorised by the client, limited and recorded?'
      },
      levels: [
        { fr: 'Un accès permanent et partagé est en place', en: 'A permanent, shared access is in place' },
        {
          fr: 'Les accès sont nominatifs, sans accord préalable du client',
          en: 'Access is by personal account, without the client’s prior agreement'
        },
        {
          fr: 'Chaque intervention est nominative, ouverte avec l’accord du client et enregistrée',
          en: 'Every intervention uses a personal account, is opened with the client’s agreement and is recorded'
        },
        {
          fr: 'Elle passe de plus par un point d’accès unique, à deux facteurs d’authentification',
          en: 'It also goes through a single access point, with two authentication factors'
        }
      ],
      target: 3
    },
    {
      code: 'Q48',
      scope: 'conditional',
      condition: 'Produits installés sur des postes ou des serveurs que le client protège lui-même',
      title: { fr: 'Compatibilité antivirus et EDR', en: 'Antivirus and EDR compatibility' },
      question: {
        fr: 'Le produit fonctionne-t-il sans qu’il faille désactiver la protection des postes et des serveurs ?',
        en: 'Does the product run without the protection of workstations and servers having to be turned off?'
      },
      levels: [
        {
          fr: 'Des dossiers ou des processus doivent être exclus de la protection',
          en: 'Folders or processes have to be excluded from protection'
        },
        {
          fr: 'Aucune exclusion n’est demandée, et la compatibilité est testée à chaque version',
          en: 'No exclusion is asked for, and compatibility is tested at every release'
        }
      ],
      target: 2
    },
    {
      code: 'Q49',
      scope: 'conditional',
      condition: 'Produits proposés uniquement en mode SaaS',
      appliesWhen: 'hosting = SaaS',
      title: { fr: 'Isolation entre clients', en: 'Isolation between clients' },
      question: {
        fr: 'Les données de chaque client sont-elles isolées de celles des autres clients ?',
        en: 'Are each client’s data isolated from those of other clients?'
      },
      levels: [
        {
          fr: 'L’isolation repose sur les seuls filtres de l’interface',
          en: 'Isolation rests on the filters of the interface alone'
        },
        {
          fr: 'L’isolation est imposée au niveau des données et testée à chaque version',
          en: 'Isolation is enforced at the data level and tested at every release'
        },
        {
          fr: 'Chaque client dispose en outre de sa propre base et de ses propres clés',
          en: 'Each client also has its own database and its own keys'
        }
      ],
      target: 2
    }
  ]
};
