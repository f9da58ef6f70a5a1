import { messages as api } from './fr/api.po';
import { messages as app } from './fr/app.po';
import { messages as design } from './fr/design.po';
import { messages as session } from './fr/session.po';

/** The French text of the frame: sign-in, navigation, components and failures. */
export const messages = { ...api, ...app, ...design, ...session };
