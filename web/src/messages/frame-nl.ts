import { messages as api } from './nl/api.po';
import { messages as app } from './nl/app.po';
import { messages as design } from './nl/design.po';
import { messages as session } from './nl/session.po';

/** The Dutch text of the frame: sign-in, navigation, components and failures. */
export const messages = { ...api, ...app, ...design, ...session };
