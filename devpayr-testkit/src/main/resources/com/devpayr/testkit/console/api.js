// Asks the emulator. Every request carries the header that no other site's page can send.

export class Refused extends Error {
  constructor(status, body) {
    super(body?.message ?? `The emulator answered ${status}.`);
    this.status = status;
    this.errors = body?.errors ?? {};
  }
}

export const state = { account: null, accounts: [], operations: [] };

export async function ask(method, path, input) {
  const response = await fetch(`/console/api/${path}`, {
    method,
    headers: { 'X-Devpayr-Console': '1', ...(input === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: input === undefined ? undefined : JSON.stringify(input),
  });
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    throw new Refused(response.status, body);
  }
  return body;
}

/** By the API's own routes, as the account's owner: what is in the envelope. */
export async function api(method, path, input) {
  return (await ask(method, `accounts/${state.account}/api/${path}`, input)).data;
}

export const keysPath = () => `accounts/${state.account}/keys`;
