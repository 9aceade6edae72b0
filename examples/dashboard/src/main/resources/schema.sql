-- What webhooks reported: a change of a license or of its project, as "license 5" or "project 1".
create table if not exists state_change (
    event      varchar(255) primary key,   -- ID, since events arrive repeatedly
    resource   varchar(40) not null,
    changed_at timestamp(6) with time zone not null,
    denial     varchar(40)                 -- null: the resource permits the application to run
);

create index if not exists state_change_of_resource on state_change (resource, changed_at);
