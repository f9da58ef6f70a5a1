import { t } from '@lingui/core/macro';
import type { CapacityPeriodView, CapacityView } from '@shelter-city/contract/capacity';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { failureWords } from '../api/failure-text.ts';
import { showToast } from '../design/toast.tsx';
import { capacityMutations, periodOn } from './capacity-queries.ts';
import { bodyOf, fieldsOf, type PeriodFields } from './period-form.ts';
import { capacityNow, refusalWords, showRefusal } from './refusal-words.ts';

type Place = CapacityPeriodView['place'];

/** What the form of a period is for. */
export type PeriodAct =
  | { readonly kind: 'request' | 'add'; readonly place: Place }
  | { readonly kind: 'answer' | 'offer' | 'change'; readonly period: CapacityPeriodView };

const failed = (failure: Error) => { showToast({ tone: 'bad', text: failureWords(failure) }); };

/** Sends the form of a period, signs it where that was ticked, offers the way back, and keeps a stale one in sight. */
export function usePeriodAct(slug: string, act: PeriodAct, form: UseFormReturn<PeriodFields>, onDone: () => void) {
  const [theirs, setTheirs] = useState<CapacityPeriodView | null>(null);
  const [version, setVersion] = useState('period' in act ? act.period.version : 0);
  const isCity = act.kind !== 'request';
  const enter = useMutation(capacityMutations.enter(act.kind === 'request' ? 'request' : 'add'));
  const rewrite = useMutation(capacityMutations.rewrite(act.kind === 'change' ? 'change' : 'offer'));
  const sign = useMutation(capacityMutations.sign(slug));
  const back = useMutation({ ...capacityMutations.rewrite(act.kind === 'change' ? 'change' : 'offer'), onError: failed });
  const takeBack = useMutation({ ...capacityMutations.withdraw(), onError: failed });

  const wayBack = (made: CapacityPeriodView): (() => void) | undefined => {
    if (!('period' in act)) return () => { takeBack.mutate({ periodId: made.id, body: { version: made.version, reason: t`Taken back at once` } }); };
    // What was asked can't be asked again by the city, and a signature isn't undone by another one.
    if (act.kind === 'answer' || made.status !== act.period.status) return undefined;
    return () => { back.mutate({ periodId: made.id, body: { version: made.version, ...bodyOf(fieldsOf(act.period)) } }); };
  };
  const told = (view: CapacityView, fields: PeriodFields, words: string) => {
    const made = periodOn(view, 'period' in act ? act.period.place.id : act.place.id, fields.opensOn);
    const undo = made && wayBack(made);
    showToast({ text: words, ...(undo && { undo }) });
    onDone();
  };
  const refused = (failure: Error) => {
    const now = capacityNow(failure)?.periods.find(({ id }) => 'period' in act && id === act.period.id);
    if (now) setTheirs(now);
    else showRefusal(form, isCity)(failure);
  };
  const signed = (view: CapacityView, fields: PeriodFields) => {
    const made = periodOn(view, 'period' in act ? act.period.place.id : act.place.id, fields.opensOn);
    if (act.kind === 'request') told(view, fields, t`Asked. The city sees it.`);
    else if (act.kind === 'change') told(view, fields, t`Changed and confirmed.`);
    else if (!fields.isCertain || !made) told(view, fields, t`Offered, not confirmed yet.`);
    else {
      sign.mutate([{ id: made.id, version: made.version }], {
        onSuccess: (after) => { told(after, fields, t`Offered and confirmed.`); },
        // The offer stands, so the form has nothing left to do; its row still asks for the confirmation.
        onError: (failure) => { showToast({ tone: 'bad', text: t`Offered, but not confirmed: ${refusalWords(failure, true)}` }); onDone(); },
      });
    }
  };
  return {
    theirs,
    isPending: enter.isPending || rewrite.isPending || sign.isPending,
    /** Drops what was typed for what is saved. */
    takeTheirs: () => {
      if (!theirs) return;
      setVersion(theirs.version);
      form.reset(fieldsOf(theirs));
      setTheirs(null);
    },
    send: (fields: PeriodFields, over = version) => {
      setTheirs(null);
      const then = { onSuccess: (view: CapacityView) => { signed(view, fields); }, onError: refused };
      const body = bodyOf(fields);
      if ('period' in act) rewrite.mutate({ periodId: act.period.id, body: { version: over, ...body } }, then);
      else enter.mutate({ placeId: act.place.id, body }, then);
    },
  };
}
