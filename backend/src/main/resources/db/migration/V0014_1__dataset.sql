-- The dataset (R73): what analysts' tools read, as flat views and as a star of facts and dimensions. A column's comment is its line in the
-- data dictionary, which is Danish as its readers are. Columns are only added at the end; any other change raises dataset_version.
-- The views show what row level security shows: docs/dataset.md tells how a tool's role names its municipality.

create view dataset_outcome with (security_invoker = true) as
select 1 as dataset_version,
       o.municipality_id as municipality,
       o.tracking_id as course,
       o.version,
       o.event,
       o.operation,
       o.supersedes,
       o.superseded_by,
       o.superseded_by is null and o.operation <> 'ANNULLED' as standing,
       o.event_on,
       o.district_id,
       d.name as district,
       o.serving_unit_id as supplier_id,
       s.name as supplier,
       o.age_band,
       o.lives_alone,
       o.legal_basis,
       o.intervention_type,
       o.referral_reason,
       o.started_on,
       o.due_on,
       o.evaluated_on,
       o.completed_on,
       o.stopped_on,
       o.stop_reason,
       o.stop_week,
       o.before_minutes,
       o.before_basis,
       o.shadow_minutes,
       o.shadow_basis,
       o.after_minutes,
       o.after_basis,
       o.category,
       o.category_reason,
       o.goals_met,
       o.goals_total,
       o.visits,
       o.visit_minutes,
       o.follow_up_month,
       o.follow_up_minutes,
       o.follow_up_basis,
       o.follow_up_result,
       o.cohort,
       o.historic,
       o.definition_version
  from outcome o
  join unit d on d.municipality_id = o.municipality_id and d.id = o.district_id
  left join unit s on s.municipality_id = o.municipality_id and s.id = o.serving_unit_id;

create view dataset_outcome_instrument with (security_invoker = true) as
select 1 as dataset_version,
       i.municipality_id as municipality,
       i.tracking_id as course,
       i.version,
       o.superseded_by is null and o.operation <> 'ANNULLED' as standing,
       o.event_on,
       i.instrument,
       i.instrument_version,
       i.scale,
       i.items,
       i.before_mean,
       i.after_mean,
       i.change,
       i.scorer_class
  from outcome_instrument i
  join outcome o on o.municipality_id = i.municipality_id and o.tracking_id = i.tracking_id and o.version = i.version;

-- Facts: only what counts, with the measures as numbers that may be added up.
create view fact_outcome with (security_invoker = true) as
select o.municipality, o.course, o.event, coalesce(o.follow_up_month, 0) as follow_up_month, o.event_on, o.started_on,
       o.district_id, o.supplier_id, o.age_band, o.lives_alone, o.legal_basis, o.intervention_type, o.referral_reason,
       o.stop_reason, o.category, o.follow_up_result, o.cohort,
       1 as courses,
       case when o.category in ('SELF_RELIANT', 'LESS_HELP', 'UNCHANGED', 'MORE_HELP') then 1 else 0 end as computable,
       o.before_minutes, o.shadow_minutes, o.after_minutes,
       case when o.category in ('SELF_RELIANT', 'LESS_HELP', 'UNCHANGED', 'MORE_HELP')
            then o.shadow_minutes - o.after_minutes end as saved_minutes,
       o.follow_up_minutes, o.goals_met, o.goals_total, o.visits, o.visit_minutes
  from dataset_outcome o
 where o.standing;

create view fact_outcome_instrument with (security_invoker = true) as
select i.municipality, i.course, i.event_on, i.instrument, i.instrument_version, i.scale, i.scorer_class,
       1 as results, i.items, i.before_mean, i.after_mean, i.change
  from dataset_outcome_instrument i
 where i.standing;

create view dim_unit with (security_invoker = true) as
select u.municipality_id as municipality, u.id as unit_id, u.name, u.kind, u.parent_id, u.from_day, u.before_day from unit u;

create view dim_day with (security_invoker = true) as
select d::date as day,
       extract(year from d)::int as year,
       extract(year from d)::int || '-K' || extract(quarter from d)::int as quarter,
       to_char(d, 'YYYY-MM') as month,
       (array['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'])
         [extract(month from d)::int] as month_name,
       to_char(d, 'IYYY-"U"IW') as week,
       (array['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'])[extract(isodow from d)::int] as weekday
  from generate_series(date '2015-01-01', date '2049-12-31', interval '1 day') d;

-- Every code of the facts with its Danish text, in the order in which it is shown.
create view dim_code with (security_invoker = true) as
select l.column_name, l.code, l.position, l.title from (values
  ('event', 'COMPLETED', 1, 'Afsluttet'),
  ('event', 'STOPPED', 2, 'Afbrudt'),
  ('event', 'FOLLOW_UP', 3, 'Opfølgning'),
  ('operation', 'NEW', 1, 'Ny'),
  ('operation', 'CORRECTION', 2, 'Rettelse'),
  ('operation', 'ANNULLED', 3, 'Annulleret'),
  ('age_band', 'UNDER_65', 1, 'Under 65'),
  ('age_band', 'FROM_65_TO_69', 2, '65-69'),
  ('age_band', 'FROM_70_TO_74', 3, '70-74'),
  ('age_band', 'FROM_75_TO_79', 4, '75-79'),
  ('age_band', 'FROM_80_TO_84', 5, '80-84'),
  ('age_band', 'FROM_85_TO_89', 6, '85-89'),
  ('age_band', 'FROM_90', 7, '90 og derover'),
  ('legal_basis', 'SEL_83A', 1, 'Serviceloven § 83 a'),
  ('legal_basis', 'AELDRELOVEN_10', 2, 'Ældreloven § 10'),
  ('referral_reason', 'AFTER_ADMISSION', 1, 'Efter indlæggelse'),
  ('referral_reason', 'NEW_APPLICANT', 2, 'Ny ansøger'),
  ('referral_reason', 'MORE_HELP_NEEDED', 3, 'Behov for mere hjælp'),
  ('referral_reason', 'FUNCTIONAL_DECLINE', 4, 'Funktionstab'),
  ('referral_reason', 'EARLY_FINDING', 5, 'Tidlig opsporing'),
  ('referral_reason', 'OTHER', 6, 'Andet'),
  ('stop_reason', 'DIED', 1, 'Død'),
  ('stop_reason', 'MOVED_AWAY', 2, 'Fraflyttet kommunen'),
  ('stop_reason', 'DECLINED', 3, 'Ønsker ikke at fortsætte'),
  ('stop_reason', 'NURSING_HOME', 4, 'Flyttet i plejebolig'),
  ('stop_reason', 'OTHER', 5, 'Andet'),
  ('basis', 'MINUTES', 1, 'Minutter pr. ydelse'),
  ('basis', 'COURSE_LEVEL', 2, 'Forløbsniveau'),
  ('category', 'SELF_RELIANT', 1, 'Selvhjulpen'),
  ('category', 'LESS_HELP', 2, 'Mindre hjælp'),
  ('category', 'UNCHANGED', 3, 'Uændret'),
  ('category', 'MORE_HELP', 4, 'Mere hjælp'),
  ('category', 'NOT_COMPUTABLE', 5, 'Ikke beregnelig'),
  ('category_reason', 'SHADOW_MISSING', 1, 'Skyggevisitering mangler'),
  ('category_reason', 'DIFFERENT_BASIS', 2, 'Forskelligt grundlag'),
  ('category_reason', 'SHADOW_ZERO', 3, 'Skyggevisitering er 0'),
  ('follow_up_result', 'CONTINUES', 1, 'Fortsættes'),
  ('follow_up_result', 'CHANGED', 2, 'Ændres inden for rammen'),
  ('follow_up_result', 'ENDED', 3, 'Afsluttes'),
  ('follow_up_result', 'REVISITATION', 4, 'Revisitation'),
  ('scorer_class', 'CITIZEN', 1, 'Borgeren, eventuelt med fagperson'),
  ('scorer_class', 'PROXY', 2, 'Pårørende'),
  ('scorer_class', 'STAFF', 3, 'Fagperson')
) as l(column_name, code, position, title);

-- For research (R77): what stands, with the waiting days of R53 and the citizen's id, which the export replaces by keyed hashes.
create view dataset_research with (security_invoker = true) as
select 1 as dataset_version,
       o.municipality_id as municipality,
       o.tracking_id as course,
       c.citizen_id as citizen,
       o.event,
       o.cohort,
       d.name as district,
       o.age_band,
       o.lives_alone,
       o.referral_reason,
       extract(year from o.started_on)::int || '-K' || extract(quarter from o.started_on)::int as start_quarter,
       extract(year from o.started_on)::int as start_year,
       o.intervention_type,
       r.assessed_on - r.received_on as days_contact_to_assessment,
       v.first_on - r.assessed_on as days_assessment_to_visit,
       o.evaluated_on - o.started_on as days_start_to_evaluation,
       coalesce(o.completed_on, o.stopped_on) - o.started_on as days_start_to_end,
       o.stop_reason,
       o.before_minutes,
       o.shadow_minutes,
       o.after_minutes,
       o.after_basis,
       o.category,
       o.goals_met,
       o.goals_total,
       o.visits,
       o.visit_minutes,
       o.follow_up_month,
       o.follow_up_minutes,
       o.follow_up_result,
       o.definition_version
  from outcome_standing o
  join unit d on d.municipality_id = o.municipality_id and d.id = o.district_id
  join outcome_course n on n.municipality_id = o.municipality_id and n.tracking_id = o.tracking_id
  join course c on c.municipality_id = n.municipality_id and c.id = n.course_id
  join referral r on r.municipality_id = c.municipality_id and r.id = c.referral_id
  left join lateral (
    select (min(v.held_at) at time zone 'Europe/Copenhagen')::date as first_on
      from visit v
     where v.municipality_id = c.municipality_id and v.course_id = c.id and v.state = 'HELD'
       and v.contact_type <> 'TEAM_MEETING') v on true;

create view dataset_research_instrument with (security_invoker = true) as
select 1 as dataset_version,
       i.municipality,
       i.course,
       i.instrument,
       i.instrument_version,
       i.scale,
       i.items,
       i.before_mean,
       i.after_mean,
       i.change,
       i.scorer_class
  from dataset_outcome_instrument i
 where i.standing;

grant select on dataset_outcome, dataset_outcome_instrument, fact_outcome, fact_outcome_instrument, dim_unit, dim_day, dim_code,
  dataset_research, dataset_research_instrument to genvej_app;
