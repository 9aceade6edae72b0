import { call, state } from './api.js';
import { byId, copy, el, showStatus } from './dom.js';
import { showProjects } from './projects.js';
import { showProject } from './project.js';
import { showKeys } from './keys.js';
import { showFaults, updateFaults } from './faults.js';
import { showWebhooks } from './webhooks.js';
import { showClock, updateClock } from './clock.js';
import { startLog, updateLog, lastNumber } from './log.js';

const PERIOD = 1000;

const PAGES = [
  [/^#\/projects$/, showProjects, 'Projects'],
  [/^#\/projects\/(\d+)(?:\/(licenses|domains|injectables))?$/, showProject, 'Project'],
  [/^#\/keys$/, showKeys, 'API keys'],
  [/^#\/webhooks$/, showWebhooks, 'Webhooks'],
  [/^#\/requests$/, main => main.replaceChildren(), 'Requests'],
  [/^#\/faults$/, showFaults, 'Faults'],
  [/^#\/clock$/, showClock, 'Clock'],
];

let revision = null;
let latestLoad = 0;

/** Shows the page of the URL. The number prevents a page that was left while loading from being shown. */
async function show() {
  const load = ++latestLoad;
  const hash = location.hash || '#/projects';
  const page = PAGES.find(([pattern]) => pattern.test(hash)) ?? PAGES[0];
  const section = hash.split('/')[1];
  document.body.dataset.page = section;
  document.title = `${page[2]} · DevPayr emulator`;
  for (const link of document.querySelectorAll('.tabs a')) {
    const current = link.getAttribute('href') === `#/${section}`;
    current ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  }
  const main = el('div');
  try {
    await page[1](main, ...(page[0].exec(hash) ?? []).slice(1));
  } catch (failure) {
    main.replaceChildren(el('p', { class: 'notice bad', role: 'alert' }, failure.message));
  }
  if (load === latestLoad) {
    byId('main').replaceChildren(main);
  }
}

async function loadAccounts() {
  let { accounts } = await call('GET', 'accounts');
  if (accounts.length === 0) {
    accounts = [await call('POST', 'accounts', { name: 'Default' })];
  }
  state.accounts = accounts;
  state.account ??= accounts[0].id;
  byId('account-label').hidden = accounts.length < 2;
  byId('account').replaceChildren(...accounts.map(account =>
    el('option', { value: account.id, selected: account.id === state.account }, account.name)));
}

async function poll() {
  try {
    const status = await call('GET', `status?after=${lastNumber()}`);
    byId('offline').hidden = true;
    state.operations = status.operations;
    updateLog(status);
    updateClock(status.clock);
    updateFaults(status.faults);
    const current = `${status.revision} ${status.webhooks}`;
    if (revision !== null && revision !== current) {
      document.dispatchEvent(new Event('changed'));
    }
    revision = current;
  } catch {
    byId('offline').hidden = false;
  }
  setTimeout(poll, PERIOD);
}

addEventListener('hashchange', async () => {
  await show();
  byId('main').focus();
  window.scrollTo(0, 0);
});

byId('account').addEventListener('change', event => {
  state.account = Number(event.target.value);
  location.hash === '#/projects' ? show() : location.hash = '#/projects';
});

const baseUrl = `${location.origin}/api/v1/`;
byId('base-url').textContent = baseUrl;
byId('copy-base-url').addEventListener('click', () => copy(baseUrl));

startLog();
try {
  await loadAccounts();
} catch (failure) {
  showStatus(failure.message);
}
await poll();
await show();
