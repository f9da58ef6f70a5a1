import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Overrules } from '@shelter-city/contract/stays';
import { useState } from 'react';
import { ApiProblem } from '../api/problems.ts';
import { Checkbox } from '../design/choices.tsx';
import { Select } from '../design/select.tsx';
import { overruleReasonWords } from '../matching/overrule-words.ts';

/** What a coordinator was shown against a choice. */
export type Advice = { readonly firstCity: string | null; readonly weaker: readonly MessageDescriptor[] };

const isOverruleReason = (code: string): code is keyof typeof overruleReasonWords => code in overruleReasonWords;

/** What the answer says when the arrival lies outside the days that the person named; null for any other failure. */
const outsideSentence = (failure: Error): string | null =>
  failure instanceof ApiProblem && failure.slug === 'arrival-outside-window' ? (failure.details.errors ?? []).map(({ detail }) => detail).join(' ') : null;

/** What the answer says when only the reason is missing; null for any other failure. */
function reasonSentence(failure: Error): string | null {
  const errors = failure instanceof ApiProblem && failure.slug === 'invalid-request' ? (failure.details.errors ?? []) : [];
  return errors.length > 0 && errors.every(({ pointer }) => pointer === '/overrules/reason') ? errors.map(({ detail }) => detail).join(' ') : null;
}

/**
 * What the rules say against a proposal, and what the coordinator answers. An arrival outside the person's own days is
 * learned from the refusal: whoever says that the person agrees, and why, sends it again.
 */
export function useOverruling(arrivesOn: string) {
  const [refused, setRefused] = useState<{ readonly day: string; readonly sentence: string } | null>(null);
  const [agreedTo, setAgreedTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  // Another day is another question: what was agreed to one day isn't agreed to all.
  const outside = refused?.day === arrivesOn ? refused.sentence : null;
  const agreed = outside !== null && agreedTo === arrivesOn;
  return {
    outside, agreed, reason, setReason,
    /** What is said beside the reason while none is given. */
    reasonFault: reason === '' && agreed ? missing : null,
    setAgreed: (agrees: boolean) => { setAgreedTo(agrees ? arrivesOn : null); },
    /** Takes the refusal that this is about; false for any other. */
    takes: (failure: Error): boolean => {
      const sentence = outsideSentence(failure);
      if (sentence !== null) setRefused({ day: arrivesOn, sentence });
      const asked = reasonSentence(failure);
      setMissing(asked);
      return sentence !== null || asked !== null;
    },
    /** What to send of it; nothing when nothing was against the choice. */
    answer: (advice: Advice | null): { readonly overrules?: Overrules } => {
      if (advice === null && !agreed) return {};
      return { overrules: { reason: isOverruleReason(reason) ? reason : null, ...(agreed && { outsideWindow: true }) } };
    },
  };
}

/** The same as fields, above the button. Nothing when nothing is against the choice. */
export function OverrulingFields({ overruling, advice = null }: { readonly overruling: ReturnType<typeof useOverruling>; readonly advice?: Advice | null }) {
  const { t, i18n } = useLingui();
  const { outside, agreed, setAgreed, reason, setReason, reasonFault } = overruling;
  if (outside === null && advice === null) return null;
  return (
    <section className="grid gap-2 rounded-md border border-line bg-sunken p-3 text-sm">
      {advice !== null && advice.firstCity !== null && <p><Trans>By the rules {advice.firstCity} comes first.</Trans></p>}
      {advice !== null && advice.weaker.length > 0 && <p><Trans>Weaker here: {advice.weaker.map((word) => i18n._(word)).join(', ')}</Trans></p>}
      {outside !== null && (
        <>
          <p role="alert" className="font-medium text-warn">{outside}</p>
          <Checkbox label={t`The person was asked and agrees to these days`} checked={agreed} onChange={(event) => { setAgreed(event.target.checked); }} />
        </>
      )}
      <Select
        label={t`Why all the same`}
        hint={t`Helps to better the rules. The city doesn’t see it.`}
        optional={!agreed}
        placeholder={t`No reason given`}
        choices={Object.entries(overruleReasonWords).map(([value, word]) => ({ value, label: i18n._(word) }))}
        value={reason}
        error={reasonFault === null ? undefined : { message: reasonFault }}
        onChange={(event) => { setReason(event.target.value); }}
      />
    </section>
  );
}
