create table if not exists purchase (
    reference  varchar(64)  primary key,
    customer   varchar(200) not null,
    domain     varchar(200) not null,
    license    varchar(20)  default 'NONE' not null,
    key_ending varchar(4)
);

alter table purchase add column if not exists license_changed_at timestamp(6) with time zone;

create table if not exists payment_event (
    id          varchar(64) primary key,
    arrival     bigint generated always as identity,
    purchase    varchar(64) not null references purchase,
    type        varchar(20) not null,
    occurred_at timestamp(6) with time zone not null,
    done        boolean default false not null,
    problem     varchar(500)
);

create index if not exists payment_event_of_purchase on payment_event (purchase, occurred_at);
