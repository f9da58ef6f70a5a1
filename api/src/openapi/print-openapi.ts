import { writeFileSync } from 'node:fs';
import { openApiDocument } from './openapi-document.ts';

// `npm run openapi -w api`: the document beside the contract, so that a change of the API shows in a review.
writeFileSync(
  new URL('../../contract/openapi.json', import.meta.url),
  `${JSON.stringify(openApiDocument(), null, 2)}\n`,
);
