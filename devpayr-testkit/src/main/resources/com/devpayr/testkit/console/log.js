import { ask } from './api.js';
import { badge, byId, el, shown } from './dom.js';

const MOST = 500;

let last = 0;

export const lastNumber = () => last;

export function startLog() {
  byId('forget').addEventListener('click', () => ask('DELETE', 'requests'));
}

/** Adds what has come, newest first, and drops what the emulator itself has forgotten. */
export function updateLog(pulse) {
  const rows = byId('log-rows');
  if (pulse.end < last) { // another emulator than before
    rows.replaceChildren();
  }
  for (const request of pulse.requests) {
    if (request.number > last || pulse.end < last) {
      rows.prepend(row(request));
    }
  }
  last = pulse.end;
  while (rows.lastChild && (rows.children.length > MOST || Number(rows.lastChild.dataset.number) <= pulse.forgotten)) {
    rows.lastChild.remove();
  }
  byId('log-empty').hidden = rows.children.length > 0;
}

function row(request) {
  return el('li', { 'data-number': request.number },
    el('details', {},
      el('summary', {},
        badge(request.status === 0 ? 'hung up' : request.status, kind(request.status)),
        el('span', { class: 'method' }, request.method),
        el('span', { class: 'target' }, `/${request.target}`),
        el('time', { datetime: request.at }, shown(request.at).slice(11))),
      el('p', {}, request.operation ?? 'no such route', ' · ', shown(request.at), ' UTC'),
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
