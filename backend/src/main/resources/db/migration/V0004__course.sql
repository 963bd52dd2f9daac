-- The course (forløb) with plan, pauses, conditions (tilstande), grants (bevillinger) and notes. States: O14, dk.genvej.course.CourseTransitions.

create table course (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  referral_id         uuid not null,
  state               text not null check (state in ('REFERRED', 'PLANNING', 'ACTIVE', 'PAUSED', 'EVALUATED', 'COMPLETED', 'REVIEWED',
                        'LAPSED', 'STOPPED', 'ANNULLED')),
  therapist_id        uuid not null,
  tovholder_id        uuid not null,
  care_area_id        uuid not null,
  district_id         uuid not null,
  legal_basis         text not null,
  started_on          date,
  due_on              date,
  evaluated_on        date,
  completed_on        date,
  stopped_on          date,
  stop_reason         text check (length(stop_reason) <= 40),
  stop_text           text check (length(stop_text) <= 2000),
  stop_week           int check (stop_week > 0),
  category            text check (category in ('SELF_RELIANT', 'LESS_HELP', 'UNCHANGED', 'MORE_HELP', 'NOT_COMPUTABLE')),
  category_reason     text check (length(category_reason) <= 40),
  degree_of_help      numeric(7, 1),
  saved_minutes       numeric(7, 1),
  reviewed_at         timestamptz,
  reviewed_by         uuid,
  review_comment      text check (length(review_comment) <= 2000),
  lives_alone_at_start boolean,
  serving_unit_at_start uuid,
  lapse_reason        text check (length(lapse_reason) <= 2000),
  referred_on         date not null,
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
  constraint course_of_referral unique (municipality_id, referral_id),
  constraint course_started check (state not in ('ACTIVE', 'PAUSED', 'EVALUATED', 'COMPLETED', 'REVIEWED', 'STOPPED')
    or (started_on is not null and due_on is not null and due_on > started_on)),
  constraint course_evaluated check (state not in ('EVALUATED', 'COMPLETED', 'REVIEWED') or evaluated_on is not null),
  constraint course_completed check (state not in ('COMPLETED', 'REVIEWED') or (completed_on is not null and category is not null)),
  constraint course_stopped check ((state = 'STOPPED') <= (stopped_on is not null and stop_reason is not null)),
  constraint course_reviewed check ((state = 'REVIEWED') <= (reviewed_at is not null and reviewed_by is not null)),
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, referral_id) references referral,
  foreign key (municipality_id, therapist_id) references app_user,
  foreign key (municipality_id, tovholder_id) references app_user,
  foreign key (municipality_id, reviewed_by) references app_user,
  foreign key (municipality_id, care_area_id) references unit,
  foreign key (municipality_id, district_id) references unit,
  foreign key (municipality_id, serving_unit_at_start) references unit
);
create index course_citizen on course (municipality_id, citizen_id);
-- O14: at most one course per citizen between HENVIST and EVALUERET.
create unique index course_open on course (municipality_id, citizen_id)
  where state in ('REFERRED', 'PLANNING', 'ACTIVE', 'PAUSED', 'EVALUATED');
create index course_therapist on course (municipality_id, therapist_id, state);
create index course_tovholder on course (municipality_id, tovholder_id);
create index course_reviewed_by on course (municipality_id, reviewed_by);
create index course_care_area on course (municipality_id, care_area_id);
create index course_district on course (municipality_id, district_id, completed_on);
create index course_serving on course (municipality_id, serving_unit_at_start);
create index course_due on course (municipality_id, due_on) where state in ('ACTIVE', 'PAUSED', 'EVALUATED');
create index course_completed_on on course (municipality_id, completed_on, id) where state in ('COMPLETED', 'REVIEWED');
create index course_stopped_on on course (municipality_id, stopped_on, id) where state = 'STOPPED';
call of_the_field('course', 'select, insert, update');
alter table care_relation add foreign key (municipality_id, course_id) references course deferrable initially deferred;

-- The plan of a course, with versions of its own; its id is the course's.
create table plan (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  citizens_words      text check (length(citizens_words) <= 4000),
  summary             text check (length(summary) <= 4000),
  intervention_type   text not null check (length(intervention_type) <= 40),
  version             int not null check (version > 0),
  seq                 bigint not null default 0,
  stamp_happened_at   timestamptz not null,
  stamp_recorded_at   timestamptz not null,
  stamp_received_at   timestamptz not null,
  stamp_author_id     uuid not null,
  stamp_device_id     uuid,
  stamp_mutation_id   uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, id) references course
);
create index plan_citizen on plan (municipality_id, citizen_id);
call of_the_field('plan', 'select, insert, update');
comment on column plan.citizens_words is 'personal: free text';
comment on column plan.summary is 'personal: free text';

create table pause (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  course_id           uuid not null,
  from_day            date not null,
  home_day            date,
  reason              text not null check (length(reason) <= 40),
  text                text check (length(text) <= 2000),
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
  constraint pause_days check (home_day >= from_day),
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, course_id) references course
);
create index pause_course on pause (municipality_id, course_id);
create index pause_citizen on pause (municipality_id, citizen_id);
call of_the_field('pause', 'select, insert, update');

-- One per citizen and FSIII code: its resource id is kept over courses.
create table condition (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  code                uuid not null,
  level               smallint not null check (level in (0, 1, 2, 3, 4, 9)),
  level_on            date not null,
  recorded_on         date not null,
  active              boolean not null default true,
  version             int not null check (version > 0),
  seq                 bigint not null default 0,
  stamp_happened_at   timestamptz not null,
  stamp_recorded_at   timestamptz not null,
  stamp_received_at   timestamptz not null,
  stamp_author_id     uuid not null,
  stamp_device_id     uuid,
  stamp_mutation_id   uuid,
  primary key (municipality_id, id),
  constraint condition_once unique (municipality_id, citizen_id, code),
  foreign key (municipality_id, citizen_id) references citizen
);
call of_the_field('condition', 'select, insert, update');

create table course_condition (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  course_id           uuid not null,
  condition_id        uuid not null,
  expected_level      smallint check (expected_level between 0 and 4),
  in_focus            boolean not null,
  level_at_start      smallint check (level_at_start in (0, 1, 2, 3, 4, 9)),
  level_at_end        smallint check (level_at_end in (0, 1, 2, 3, 4, 9)),
  version             int not null check (version > 0),
  seq                 bigint not null default 0,
  stamp_happened_at   timestamptz not null,
  stamp_recorded_at   timestamptz not null,
  stamp_received_at   timestamptz not null,
  stamp_author_id     uuid not null,
  stamp_device_id     uuid,
  stamp_mutation_id   uuid,
  primary key (municipality_id, id),
  constraint course_condition_once unique (municipality_id, course_id, condition_id),
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, course_id) references course,
  foreign key (municipality_id, condition_id) references condition
);
create index course_condition_citizen on course_condition (municipality_id, citizen_id);
create index course_condition_condition on course_condition (municipality_id, condition_id);
call of_the_field('course_condition', 'select, insert, update');

create table care_grant (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  course_id           uuid,
  code                text not null check (length(code) <= 40),
  legal_basis         text not null check (length(legal_basis) <= 40),
  level3_code         text check (length(level3_code) <= 60),
  level3_display      text check (length(level3_display) <= 200),
  delivery_types      jsonb not null default '[]',
  from_day            date not null,
  until_day           date,
  state               text not null check (state in ('ACTIVE', 'ON_HOLD', 'COMPLETED', 'REVOKED', 'ENTERED_IN_ERROR')),
  minutes_per_week    numeric(7, 1) check (minutes_per_week >= 0),
  version             int not null check (version > 0),
  seq                 bigint not null default 0,
  stamp_happened_at   timestamptz not null,
  stamp_recorded_at   timestamptz not null,
  stamp_received_at   timestamptz not null,
  stamp_author_id     uuid not null,
  stamp_device_id     uuid,
  stamp_mutation_id   uuid,
  primary key (municipality_id, id),
  constraint care_grant_days check (until_day >= from_day),
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, course_id) references course
);
create index care_grant_citizen on care_grant (municipality_id, citizen_id);
create index care_grant_course on care_grant (municipality_id, course_id);
call of_the_field('care_grant', 'select, insert, update');

create table note (
  municipality_id     int not null,
  id                  uuid not null,
  citizen_id          uuid not null,
  course_id           uuid not null,
  text                text not null check (length(text) between 1 and 8000),
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
  foreign key (municipality_id, citizen_id) references citizen,
  foreign key (municipality_id, course_id) references course
);
create index note_course on note (municipality_id, course_id);
create index note_citizen on note (municipality_id, citizen_id);
call of_the_field('note', 'select, insert, update (version, annulled_at, annulled_by, annulled_reason)');
comment on column course.stop_reason is 'personal: health';
comment on column course.stop_text is 'personal: free text';
comment on column course.category is 'personal: outcome';
comment on column course.review_comment is 'personal: free text';
comment on column course.lives_alone_at_start is 'personal: household';
comment on column course.lapse_reason is 'personal: free text';
comment on column course.annulled_reason is 'personal: free text';
comment on column pause.reason is 'personal: health';
comment on column pause.text is 'personal: free text';
comment on column pause.annulled_reason is 'personal: free text';
comment on column condition.code is 'personal: health';
comment on column condition.level is 'personal: health';
comment on column course_condition.expected_level is 'personal: health';
comment on column course_condition.level_at_start is 'personal: health';
comment on column course_condition.level_at_end is 'personal: health';
comment on column care_grant.code is 'personal: granted help';
comment on column care_grant.level3_code is 'personal: granted help';
comment on column care_grant.level3_display is 'personal: granted help';
comment on column care_grant.delivery_types is 'personal: granted help';
comment on column note.text is 'personal: free text';
comment on column note.annulled_reason is 'personal: free text';
