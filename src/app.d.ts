import type { Person } from '#lib/access/person.ts';
import type { Role } from '#lib/access/role.ts';
import type { Who } from './who-asks.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Store } from '#lib/server/store.ts';

declare global {
  namespace App {
    interface Locals {
      store: Store;
      locale: Locale;
      /** Whether the window is known to be as wide as a desk's: what is drawn for narrower ones need not be sent. */
      isDesk: boolean;
      /** What whoever asks may do; undefined before signing in. */
      role: Role | undefined;
      /** Who asks; undefined before signing in. */
      who: Who | undefined;
      /** How a page that is made now names whoever asks: by a blank where it is kept for others. */
      person: Person;
    }
    interface Error {
      message: string;
      /** What a person quotes when asking for help; the log has the details under it. */
      reference?: string;
    }
  }
}

export {};
