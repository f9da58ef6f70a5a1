import { useLingui } from '@lingui/react/macro';
import type { ComponentProps } from 'react';
import { RadioGroup } from '../design/choices.tsx';

/** What a yes-no field holds in a form: '' while nobody knows. */
export type YesNoText = 'yes' | 'no' | '';

/** A fact as the form holds it. */
export const toYesNo = (is: boolean | null): YesNoText => (is === null ? '' : is ? 'yes' : 'no');
/** A fact as the API takes it. */
export const fromYesNo = (text: YesNoText): boolean | null => (text === '' ? null : text === 'yes');

/** Yes, no, or not known yet, beside each other. */
export function YesNoField(props: Pick<ComponentProps<typeof RadioGroup>, 'label' | 'hint' | 'error' | 'field'>) {
  const { t } = useLingui();
  return <RadioGroup {...props} inline choices={[{ value: 'yes', label: t`Yes` }, { value: 'no', label: t`No` }, { value: '', label: t`Not known yet` }]} />;
}
