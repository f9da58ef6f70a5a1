import { Trans, useLingui } from '@lingui/react/macro';
import { colourThemes, type ColourTheme } from '@shelter-city/contract/vocabulary';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureWords } from '../api/failure-text.ts';
import { Checkbox, RadioGroup } from '../design/choices.tsx';
import { Card } from '../design/layout.tsx';
import { chooseTheme, chosenTheme } from '../design/theme.ts';
import { showToast } from '../design/toast.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { useAccount } from './own-session.ts';
import { sessionMutations, sessionQueries } from './session-queries.ts';

/** Language, theme and single-key shortcuts. They change at once, on this device and in the account. */
export function Preferences() {
  const { t } = useLingui();
  const client = useQueryClient();
  const account = useAccount();
  const [theme, setTheme] = useState(() => chosenTheme(account.theme));
  const prefer = useMutation({
    ...sessionMutations.prefer(),
    onSuccess: (session) => {
      client.setQueryData(sessionQueries.show().queryKey, session);
    },
    onError: (failure) => {
      showToast({ text: failureWords(failure), tone: 'bad' });
    },
  });
  const words: Record<ColourTheme, string> = {
    system: t`As the device`,
    light: t`Light`,
    dark: t`Dark`,
  };
  return (
    <Card title={<Trans>How it looks</Trans>}>
      <div className="grid gap-5">
        <div className="grid max-w-60 gap-1">
          <label htmlFor="language" className="text-sm font-medium">
            <Trans>Language</Trans>
          </label>
          <LanguageChoice
            id="language"
            onChosen={(language) => {
              prefer.mutate({ language });
            }}
          />
        </div>
        <RadioGroup
          label={t`Theme`}
          inline
          choices={colourThemes.map((value) => ({ value, label: words[value] }))}
          selected={theme}
          field={{
            name: 'theme',
            onChange: (event) => {
              const chosen = colourThemes.find((one) => one === event.target.value);
              if (!chosen) return;
              setTheme(chosen);
              chooseTheme(chosen);
              prefer.mutate({ theme: chosen });
            },
          }}
        />
        <Checkbox
          label={t`Single keys as shortcuts`}
          hint={t`g and a letter goes to a page. Ctrl K searches and Ctrl Shift L locks the screen, always.`}
          checked={account.shortcuts}
          onChange={(event) => {
            prefer.mutate({ shortcuts: event.target.checked });
          }}
        />
      </div>
    </Card>
  );
}
