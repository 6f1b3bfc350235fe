/** What a server did against the protocol during the test that runs. */
export const violations = [];
