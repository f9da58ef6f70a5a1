import { i18n } from '@lingui/core';
import { I18nProvider, useLingui } from '@lingui/react';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nProvider as AriaLocale } from 'react-aria-components/I18nProvider';

type Props = { readonly client: QueryClient; readonly children: ReactNode };

/** What every page needs around it: the language, for our sentences and for react-aria's, and the cache. */
export function App({ client, children }: Props) {
  return (
    <I18nProvider i18n={i18n}>
      <LocaleOfBehaviours>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </LocaleOfBehaviours>
    </I18nProvider>
  );
}

const regions: Readonly<Record<string, string>> = { en: 'en-GB', nl: 'nl-NL', fr: 'fr-FR' };

function LocaleOfBehaviours({ children }: { readonly children: ReactNode }) {
  const { i18n: spoken } = useLingui();
  return <AriaLocale locale={regions[spoken.locale] ?? 'en-GB'}>{children}</AriaLocale>;
}
