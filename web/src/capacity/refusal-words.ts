import { t } from '@lingui/core/macro';
import type { CapacityView } from '@shelter-city/contract/capacity';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { failureText } from '../api/failure-text.ts';
import { ApiProblem } from '../api/problems.ts';
import { showProblem } from '../api/show-problem.ts';

/** What one can do about a refusal; null where the API's own words say it. */
function wayOut(failure: ApiProblem, isCity: boolean): string | null {
  switch (failure.slug) {
    case 'capacity-in-use':
      return isCity
        ? t`Leave the nights of the stay as they are, or ask Justice & Peace to move the stay first.`
        : t`Move the stay first, or leave its nights as they are.`;
    case 'capacity-overlaps':
      return t`Another period of this place already covers some of these days. Change that one, or choose days beside it.`;
    default:
      return null;
  }
}

/** A refused change of capacity in words: what happened and what to do. */
export function refusalWords(failure: unknown, isCity: boolean): string {
  const { title, detail } = failureText(failure);
  const way = failure instanceof ApiProblem ? wayOut(failure, isCity) : null;
  const more = [detail, way].filter((words) => words !== undefined && words !== null);
  return more.length === 0 ? title : [/[.!?]$/.test(title) ? title : `${title}.`, ...more].join(' ');
}

/** Puts a refusal into the form: beside its field where it names one, else above the fields with what to do. */
export const showRefusal =
  <V extends FieldValues>(form: Pick<UseFormReturn<V>, 'setError' | 'getValues'>, isCity: boolean) =>
  (failure: Error): void => {
    const namesFields = failure instanceof ApiProblem && (failure.details.errors ?? []).length > 0;
    if (namesFields) showProblem(form)(failure);
    else form.setError('root', { type: 'server', message: refusalWords(failure, isCity) });
  };

/** The capacity as it is now, which comes with the refusal of a stale change. */
export function capacityNow(failure: unknown): CapacityView | null {
  if (!(failure instanceof ApiProblem) || !['changed-meanwhile', 'capacity-not-in-that-state'].includes(failure.slug)) return null;
  const { current } = failure.details;
  // The endpoints of this folder all answer a stale change with the city's capacity.
  return typeof current === 'object' && current !== null ? (current as CapacityView) : null;
}
