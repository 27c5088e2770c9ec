import type { ClientInit } from '@sveltejs/kit';
import { loadMessages } from '#lib/i18n/messages-of-page.ts';

export const init: ClientInit = () => loadMessages(document.documentElement.lang === 'en' ? 'en' : 'fr');
