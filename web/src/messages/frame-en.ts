import { messages as api } from './en/api.po';
import { messages as app } from './en/app.po';
import { messages as design } from './en/design.po';
import { messages as session } from './en/session.po';

/** The English text of the frame: sign-in, navigation, components and failures. */
export const messages = { ...api, ...app, ...design, ...session };
