import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CityHomeView } from '@shelter-city/contract/city-home';

type Missing = CityHomeView['capacity']['missing'][number];

/** What nobody has filled in yet, as a line of a list. */
export const missingWords: Record<Missing, MessageDescriptor> = {
  LANGUAGES: msg`Which languages are spoken with guests`,
  CARE: msg`Whether specialised care is nearby`,
  STEP_FREE: msg`Whether each place is step-free`,
  QUIET: msg`Whether each place is quiet`,
  DIET: msg`Whether each place can cater for diets`,
  ADDRESS: msg`The address of each place`,
  NEXT_YEAR: msg`The dates of next year`,
};

/** What can be answered in the form of missing facts; next year's dates are a page of their own. */
export const isFact = (missing: Missing): missing is Exclude<Missing, 'NEXT_YEAR'> => missing !== 'NEXT_YEAR';
