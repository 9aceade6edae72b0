// Requests to the emulator. Each has the header that pages of other origins cannot send.

export class RequestError extends Error {
  constructor(status, body) {
    super(body?.message ?? `The emulator responded with status ${status}.`);
    this.status = status;
    this.errors = body?.errors ?? {};
  }
}

export const state = { account: null, accounts: [], operations: [] };

export async function call(method, path, input) {
  const response = await fetch(`/console/api/${path}`, {
    method,
    headers: { 'X-Devpayr-Console': '1', ...(input === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: input === undefined ? undefined : JSON.stringify(input),
  });
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    throw new RequestError(response.status, body);
  }
  return body;
}

/** Calls a route of the API as the account's owner and returns the data of the envelope. */
export async function api(method, path, input) {
  return (await call(method, `accounts/${state.account}/api/${path}`, input)).data;
}

export const keysPath = () => `accounts/${state.account}/keys`;
