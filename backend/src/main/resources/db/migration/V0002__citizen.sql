-- The citizen (borger). CPR is sealed (AES-GCM, key per municipality) and found by a keyed index, never by its digits.
-- Every table of the field carries: version and seq (change number), and stamp_*: happened, recorded on the tablet, received here,
-- author, device, mutation. A wrong entry is annulled, never deleted (R82).

create table citizen (
  municipality_id     int not null references municipality,
  id                  uuid not null,
  citizen_id          uuid not null generated always as (id) stored,
  cpr_sealed          bytea not null,
  cpr_index           bytea not null check (length(cpr_index) = 32),
  cpr_key             int not null,
  name                text not null check (length(name) between 1 and 200),
  name_key            text collate "C" not null,
  birth_date          date not null,
  street              text check (length(street) <= 200),
  postal_code         text check (postal_code ~ '^[0-9]{4}$'),
  city                text check (length(city) <= 100),
  phone               text check (length(phone) <= 30),
  protected_from      date,
  protected_until     date,
  care_area_id        uuid not null,
  responsible_visitator_id uuid,
  flags_interpreter_language text check (length(flags_interpreter_language) <= 50),
  flags_hearing_impaired    boolean not null default false,
  flags_vision_impaired     boolean not null default false,
  flags_exempt_from_digital_post boolean not null default false,
  flags_lives_alone         boolean,
  flags_reduced_capacity    boolean not null default false,
  died_on             date,
  moved_away_on       date,
  version             int not null check (version > 0),
  seq                 bigint not null default 0,
  stamp_happened_at   timestamptz not null,
  stamp_recorded_at   timestamptz not null,
  stamp_received_at   timestamptz not null,
  stamp_author_id     uuid not null,
  stamp_device_id     uuid,
  stamp_mutation_id   uuid,
  primary key (municipality_id, id),
  constraint citizen_cpr unique (municipality_id, cpr_index),
  constraint citizen_protection_days check (protected_until >= protected_from),
  foreign key (municipality_id, care_area_id) references unit,
  foreign key (municipality_id, responsible_visitator_id) references app_user
);
create index citizen_name on citizen (municipality_id, name_key, id);
create index citizen_birth_date on citizen (municipality_id, birth_date);
create index citizen_care_area on citizen (municipality_id, care_area_id);
create index citizen_visitator on citizen (municipality_id, responsible_visitator_id);
call of_the_field('citizen', 'select, insert, update');
alter table care_relation add constraint care_relation_citizen_fk
  foreign key (municipality_id, citizen_id) references citizen deferrable initially deferred;
comment on column citizen.cpr_sealed is 'personal: civil registration number, sealed';
comment on column citizen.cpr_index is 'personal: civil registration number, keyed hash';
comment on column citizen.name is 'personal: name';
comment on column citizen.name_key is 'personal: name, folded for search';
comment on column citizen.birth_date is 'personal: birth date';
comment on column citizen.street is 'personal: address';
comment on column citizen.postal_code is 'personal: address';
comment on column citizen.city is 'personal: address';
comment on column citizen.phone is 'personal: telephone';
comment on column citizen.protected_from is 'personal: address protection';
comment on column citizen.protected_until is 'personal: address protection';
comment on column citizen.flags_interpreter_language is 'personal: language needs';
comment on column citizen.flags_hearing_impaired is 'personal: health';
comment on column citizen.flags_vision_impaired is 'personal: health';
comment on column citizen.flags_exempt_from_digital_post is 'personal: post';
comment on column citizen.flags_lives_alone is 'personal: household';
comment on column citizen.flags_reduced_capacity is 'personal: health';
comment on column citizen.died_on is 'personal: death';
comment on column citizen.moved_away_on is 'personal: move';
