import { api } from './api.js';
import { badge, cell, el, field, form, showStatus, table } from './dom.js';
import { pager, toggle } from './parts.js';

export async function showProjects(main) {
  const list = el('div');
  main.append(
    el('h2', {}, 'Projects'),
    list,
    el('details', { class: 'card' },
      el('summary', {}, 'New project'),
      form({ id: 'new-project' }, async (values, element) => {
        const project = await api('POST', 'project', { name: values.get('name') });
        element.reset();
        showStatus(`Project ${project.id} created.`);
        location.hash = `#/projects/${project.id}`;
      },
      field('Name', el('input', { name: 'name', required: true, autocomplete: 'off' })),
      el('button', { type: 'submit' }, 'Create project'))));
  await pager(list, cursor => api('GET', `projects${cursor}`), 'No projects yet. Create the first one below.', projects =>
    table('Projects', ['Project', 'Slug', 'Payment'], projects.map(project => el('tr', {},
      cell('Project', el('a', { href: `#/projects/${project.id}` }, project.name), ' ', el('span', { class: 'quiet' }, `#${project.id}`),
        project.is_active ? null : badge('inactive', 'warn')),
      cell('Slug', el('code', {}, project.slug)),
      cell('Payment', toggle(`${project.name} is paid`, 'Paid', project.has_paid,
        paid => api('PATCH', `project/${project.id}`, { has_paid: paid })))))));
  if (list.querySelector('.quiet.empty')) {
    main.querySelector('details').open = true;
  }
}
