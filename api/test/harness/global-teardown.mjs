/** Ends the server that `global-setup.mjs` started; its databases and files go with it. */
export default async function tearDown() {
  await globalThis.shelterTestServer?.stop();
}
