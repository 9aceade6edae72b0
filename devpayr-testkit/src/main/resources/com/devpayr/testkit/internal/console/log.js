import { call } from './api.js';
import { badge, byId, el, formatTime } from './dom.js';

const MAX_ROWS = 500;

let last = 0;

export const lastNumber = () => last;

export function startLog() {
  byId('clear-log').addEventListener('click', () => call('DELETE', 'requests'));
}

/** Adds new requests at the top and removes those that the emulator's log no longer contains. */
export function updateLog(status) {
  const rows = byId('log-rows');
  if (status.end < last) { // the emulator was restarted
    rows.replaceChildren();
  }
  for (const request of status.requests) {
    if (request.number > last || status.end < last) {
      rows.prepend(row(request));
    }
  }
  last = status.end;
  while (rows.lastChild && (rows.children.length > MAX_ROWS || Number(rows.lastChild.dataset.number) <= status.dropped)) {
    rows.lastChild.remove();
  }
  byId('log-empty').hidden = rows.children.length > 0;
}

function row(request) {
  return el('li', { 'data-number': request.number },
    el('details', {},
      el('summary', {},
        badge(request.status === 0 ? 'closed' : request.status, kind(request.status)),
        el('span', { class: 'method' }, request.method),
        el('span', { class: 'target' }, `/${request.target}`),
        el('time', { datetime: request.at }, formatTime(request.at).slice(11))),
      el('p', {}, request.operation ?? 'unknown route', ' · ', formatTime(request.at), ' UTC'),
      list('Headers', request.headers),
      Object.keys(request.fields).length === 0 ? null : list('Body', request.fields)));
}

function kind(status) {
  return status === 0 || status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good';
}

function list(title, values) {
  return el('dl', {},
    el('dt', { class: 'head' }, title),
    Object.entries(values).map(([name, value]) => [
      el('dt', {}, name),
      el('dd', {}, typeof value === 'string' ? value : JSON.stringify(value)),
    ]));
}
