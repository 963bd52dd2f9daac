-- Evaluations (O3), the follow-ups at 3, 6 and 12 months (O9) and the tasks they raise. The revisitation is the AFTER row of help.

create table evaluation (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  course_id           uuid not null,
  kind                text not null check (kind in ('INTERIM', 'TWELVE_WEEK')),
  state               text not null check (state in ('DUE', 'DRAFT', 'SUBMITTED', 'CANCELLED', 'ANNULLED')),
  due_on              date,
  evaluated_on        date,
  early_reason        text check (length(early_reason) <= 2000),
  citizens_voice      text check (length(citizens_voice) <= 4000),
  progress            text check (length(progress) <= 4000),
  advice              text check (length(advice) <= 4000),
  timely              boolean,
  levels              jsonb not null default '[]',
  goals               jsonb not null default '[]',
  correction_reason   text check (length(correction_reason) <= 2000),
  annulled_at         timestamptz,
  annulled_by         uuid,
  annulled_reason     text check (length(annulled_reason) <= 2000),
  version             int not null check (version > 0),
  seq                 bigint not null default 0,
  stamp_happened_at   timestamptz not null,
  stamp_recorded_at   timestamptz not null,
  stamp_received_at   timestamptz not null,
  stamp_author_id     uuid not null,
  stamp_device_id     uuid,
  stamp_mutation_id   uuid,
  primary key (municipality_id, id),
  constraint evaluation_due check ((kind = 'TWELVE_WEEK') = (due_on is not null)),
  constraint evaluation_submitted check ((state = 'SUBMITTED') <= (evaluated_on is not null)),
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, course_id) references course
);
-- R5: exactly one twelve-week evaluation per course.
create unique index evaluation_twelve_week on evaluation (municipality_id, course_id) where kind = 'TWELVE_WEEK' and state <> 'ANNULLED';
create index evaluation_course on evaluation (municipality_id, course_id);
create index evaluation_citizen on evaluation (municipality_id, citizen_id);
create index evaluation_due_on on evaluation (municipality_id, due_on) where state in ('DUE', 'DRAFT');
call of_the_field('evaluation', 'select, insert, update');

create table follow_up (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  course_id           uuid not null,
  month               smallint not null check (month between 1 and 60),
  due_on              date not null,
  state               text not null check (state in ('DUE', 'RECORDED', 'CANCELLED')),
  held_on             date,
  result              text check (result in ('CONTINUES', 'CHANGED', 'ENDED', 'REVISITATION')),
  note                text check (length(note) <= 4000),
  annulled_at         timestamptz,
  annulled_by         uuid,
  annulled_reason     text check (length(annulled_reason) <= 2000),
  version             int not null check (version > 0),
  seq                 bigint not null default 0,
  stamp_happened_at   timestamptz not null,
  stamp_recorded_at   timestamptz not null,
  stamp_received_at   timestamptz not null,
  stamp_author_id     uuid not null,
  stamp_device_id     uuid,
  stamp_mutation_id   uuid,
  primary key (municipality_id, id),
  constraint follow_up_once unique (municipality_id, course_id, month),
  constraint follow_up_recorded check ((state = 'RECORDED') <= (held_on is not null and result is not null)),
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, course_id) references course
);
create index follow_up_citizen on follow_up (municipality_id, citizen_id);
create index follow_up_due on follow_up (municipality_id, due_on) where state = 'DUE';
call of_the_field('follow_up', 'select, insert, update');
alter table help add foreign key (municipality_id, follow_up_id) references follow_up;

create table task (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  course_id           uuid,
  kind                text not null check (kind in ('CONSIDER_NEW_COURSE', 'CITIZEN_DIED', 'CITIZEN_MOVED')),
  state               text not null check (state in ('OPEN', 'DONE')),
  raised_on           date not null,
  done_on             date,
  outcome             text check (length(outcome) <= 2000),
  version             int not null check (version > 0),
  seq                 bigint not null default 0,
  stamp_happened_at   timestamptz not null,
  stamp_recorded_at   timestamptz not null,
  stamp_received_at   timestamptz not null,
  stamp_author_id     uuid not null,
  stamp_device_id     uuid,
  stamp_mutation_id   uuid,
  primary key (municipality_id, id),
  -- R32: "consider a new course" once per course; a death or a move once per citizen (and course).
  constraint task_once unique nulls not distinct (municipality_id, citizen_id, course_id, kind),
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, course_id) references course
);
create index task_course on task (municipality_id, course_id);
create index task_open on task (municipality_id, raised_on) where state = 'OPEN';
call of_the_field('task', 'select, insert, update');
comment on column evaluation.early_reason is 'personal: free text';
comment on column evaluation.citizens_voice is 'personal: free text';
comment on column evaluation.progress is 'personal: free text';
comment on column evaluation.advice is 'personal: free text';
comment on column evaluation.correction_reason is 'personal: free text';
comment on column evaluation.annulled_reason is 'personal: free text';
comment on column evaluation.levels is 'personal: health';
comment on column evaluation.goals is 'personal: health';
comment on column follow_up.result is 'personal: health';
comment on column follow_up.note is 'personal: free text';
comment on column follow_up.annulled_reason is 'personal: free text';
comment on column task.kind is 'personal: care';
comment on column task.outcome is 'personal: free text';
