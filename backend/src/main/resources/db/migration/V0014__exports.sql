-- What exports and figures need beside the field: counts of people (R76), and which courses a record system has got (T1, T2).

-- Inhabitants of a district on a day, and those of them who receive help: P and R of O10. Numbers, nobody's data.
create table headcount (
  municipality_id int not null references municipality,
  id              uuid not null,
  kind            text not null check (kind in ('INHABITANTS', 'RECIPIENTS')),
  district_id     uuid not null,
  counted_on      date not null,
  from_age        smallint not null check (from_age between 0 and 120),
  people          int not null check (people >= 0),
  version         int not null check (version > 0),
  author_id       uuid not null,
  received_at     timestamptz not null,
  primary key (municipality_id, id),
  constraint headcount_once unique (municipality_id, kind, counted_on, from_age, district_id),
  foreign key (municipality_id, district_id) references unit,
  foreign key (municipality_id, author_id) references app_user
);
create index headcount_district on headcount (municipality_id, district_id);
create index headcount_author on headcount (municipality_id, author_id);
call by_municipality('headcount', 'select, insert, update');
comment on column headcount.from_age is 'Age in whole years from which people are counted: 65 is 65 and more.';

alter table imported_row drop constraint imported_row_file_kind_check;
alter table imported_row add constraint imported_row_file_kind_check
  check (file_kind in ('CITIZENS', 'GRANTS', 'CONTACTS', 'POPULATION', 'RECIPIENTS'));

-- What a record system has got of a course, and as of which change number of its citizen: each telling is written once.
create table course_delivery (
  municipality_id int not null,
  receiver        text not null check (receiver ~ '^[a-z][a-z0-9-]{0,39}$'),
  course_id       uuid not null,
  revision        int not null check (revision > 0),
  seq             bigint not null,
  content_hash    bytea not null check (length(content_hash) = 32),
  delivered_at    timestamptz not null,
  primary key (municipality_id, receiver, course_id),
  foreign key (municipality_id, course_id) references course
);
create index course_delivery_course on course_delivery (municipality_id, course_id);
call by_municipality('course_delivery', 'select, insert, update');
comment on column course_delivery.revision is 'Of what was told: the record system keeps the highest.';
