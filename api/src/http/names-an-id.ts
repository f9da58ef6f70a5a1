const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text from a path can be the id of anything; one that can't names nothing, and the database isn't asked. */
export const namesAnId = (text: string): boolean => uuid.test(text);
