import { useLingui } from '@lingui/react/macro';
import { languages, type Language } from '@shelter-city/contract/vocabulary';
import {
  chooseLanguage,
  currentLanguage,
  isLanguage,
  languageNames,
} from '../messages/language.ts';
import { SelectBox } from '../design/select.tsx';

type Props = { readonly id?: string; readonly onChosen?: (language: Language) => void };

/** The language of the pages, each named in itself. It changes at once and stays on this device. */
export function LanguageChoice({ id, onChosen }: Props) {
  const { t } = useLingui();
  return (
    <SelectBox
      id={id}
      aria-label={t`Language`}
      value={currentLanguage()}
      choices={languages.map((value) => ({ value, label: languageNames[value] }))}
      onChange={(event) => {
        const language = event.target.value;
        if (!isLanguage(language)) return;
        void chooseLanguage(language).then(() => onChosen?.(language));
      }}
    />
  );
}
