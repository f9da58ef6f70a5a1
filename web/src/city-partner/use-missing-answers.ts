import { t } from '@lingui/core/macro';
import type { CityView } from '@shelter-city/contract/cities';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { isConflict } from '../api/problems.ts';
import { showProblem } from '../api/show-problem.ts';
import { cityMutations, cityQueries } from '../cities/city-queries.ts';
import { showToast } from '../design/toast.tsx';
import { answeredCity, answeredPlace, type MissingFields, type OpenQuestions } from './open-questions.ts';

/**
 * Saves the answers one after the other: the city, each place, each address. What is saved stays saved when a later one
 * fails; the form then keeps everything typed, and the next try sends only what is left.
 */
export function useMissingAnswers(city: CityView, asked: OpenQuestions, form: UseFormReturn<MissingFields>, onDone: () => void) {
  const client = useQueryClient();
  const [saved, setSaved] = useState<ReadonlySet<string>>(new Set());
  const [isPending, setPending] = useState(false);
  const updateCity = useMutation(cityMutations.update(city.slug));
  const updatePlace = useMutation(cityMutations.updatePlace());
  const sealAddress = useMutation(cityMutations.sealAddress());

  const stepsOf = (fields: MissingFields): { key: string; run: () => Promise<unknown> }[] => {
    const facts = answeredCity(city, fields);
    const ofCity = facts ? [{ key: 'city', run: () => updateCity.mutateAsync({ version: city.version, facts }) }] : [];
    const ofPlaces = asked.places.flatMap(({ place: { id } }, index) => {
      const place = city.places.find((one) => one.id === id);
      const answer = fields.places[index];
      if (!answer || !place) return [];
      const placeFacts = answeredPlace(place, answer);
      const address = answer.address.trim();
      return [
        ...(placeFacts ? [{ key: place.id, run: () => updatePlace.mutateAsync({ placeId: place.id, version: place.version, facts: placeFacts }) }] : []),
        ...(address === '' ? [] : [{ key: `${place.id} address`, run: () => sealAddress.mutateAsync({ placeId: place.id, version: place.addressVersion ?? 0, address }) }]),
      ];
    });
    return [...ofCity, ...ofPlaces];
  };

  const save = async (fields: MissingFields) => {
    const steps = stepsOf(fields).filter(({ key }) => !saved.has(key));
    setPending(true);
    try {
      for (const { key, run } of steps) {
        await run();
        setSaved((before) => new Set([...before, key]));
      }
      if (steps.length > 0) showToast({ text: t`Thank you. The coordinators see it now.` });
      onDone();
    } catch (failure) {
      showProblem(form)(failure instanceof Error ? failure : new Error(String(failure)));
      // Somebody changed it meanwhile: the answers then go onto what is there now.
      if (isConflict(failure)) void client.invalidateQueries({ queryKey: cityQueries.all() });
    } finally {
      setPending(false);
    }
  };
  return { save, isPending };
}
