-- The data dictionary (R73): what each column of the dataset means, in Danish as its readers are. An export writes it beside the rows.

comment on column dataset_outcome.dataset_version is 'Datasættets version; hæves, når en kolonne får anden betydning, plads eller navn';
comment on column dataset_outcome.municipality is 'Kommunekode';
comment on column dataset_outcome.course is 'Forløb: et tilfældigt id, der ikke er nøglen i fagsystemet';
comment on column dataset_outcome.version is 'Version; én tæller pr. forløb over alle dets rækker';
comment on column dataset_outcome.event is 'Hændelse: afsluttet, afbrudt eller opfølgning';
comment on column dataset_outcome.operation is 'Ny, rettelse eller annulleret';
comment on column dataset_outcome.supersedes is 'Den version, som denne erstatter eller annullerer';
comment on column dataset_outcome.superseded_by is 'Den version, som har erstattet denne; tom, når den er den seneste';
comment on column dataset_outcome.standing is 'Om rækken gælder: seneste og ikke annulleret. Kun de gældende tæller';
comment on column dataset_outcome.event_on is 'Hændelsens dag, som rækken tælles i';
comment on column dataset_outcome.district_id is 'Distrikt ved forløbets begyndelse, som nøgle';
comment on column dataset_outcome.district is 'Distriktets navn nu';
comment on column dataset_outcome.supplier_id is 'Den enhed, der gav hjælpen ved start, som nøgle; tom, hvis ingen';
comment on column dataset_outcome.supplier is 'Leverandørens navn nu';
comment on column dataset_outcome.age_band is 'Aldersgruppe på startdagen';
comment on column dataset_outcome.lives_alone is 'Bor alene ved start; tom, når det ikke vides';
comment on column dataset_outcome.legal_basis is 'Lovgrundlag på afgørelsens dag';
comment on column dataset_outcome.intervention_type is 'Indsatstype; resultater af forskellige typer lægges aldrig sammen';
comment on column dataset_outcome.referral_reason is 'Årsag til henvendelsen';
comment on column dataset_outcome.started_on is 'Forløbets første dag';
comment on column dataset_outcome.due_on is 'Frist for 12-ugers evaluering';
comment on column dataset_outcome.evaluated_on is 'Dagen for 12-ugers evaluering';
comment on column dataset_outcome.completed_on is 'Dagen for revisitation, hvor forløbet blev afsluttet';
comment on column dataset_outcome.stopped_on is 'Dagen, hvor forløbet blev afbrudt';
comment on column dataset_outcome.stop_reason is 'Årsag til, at forløbet blev afbrudt';
comment on column dataset_outcome.stop_week is 'Uge efter start, hvor det blev afbrudt; uge 1 er dag 0 til 6';
comment on column dataset_outcome.before_minutes is 'Hjælp før forløbet, minutter pr. uge efter SEL § 83';
comment on column dataset_outcome.before_basis is 'Hvad før hviler på: minutter pr. ydelse eller forløbsniveau';
comment on column dataset_outcome.shadow_minutes is 'Skyggevisitering: den hjælp, borgeren ellers ville have fået, minutter pr. uge';
comment on column dataset_outcome.shadow_basis is 'Hvad skyggevisiteringen hviler på';
comment on column dataset_outcome.after_minutes is 'Hjælp efter forløbet ved revisitation, minutter pr. uge';
comment on column dataset_outcome.after_basis is 'Hvad efter hviler på; er det et andet end skyggevisiteringens, sammenlignes de ikke';
comment on column dataset_outcome.category is 'Resultat: efter sammenlignet med skyggevisitering; tom for afbrudte';
comment on column dataset_outcome.category_reason is 'Hvorfor resultatet ikke kan beregnes';
comment on column dataset_outcome.goals_met is 'Mål, der er nået';
comment on column dataset_outcome.goals_total is 'Mål i alt';
comment on column dataset_outcome.visits is 'Holdte besøg';
comment on column dataset_outcome.visit_minutes is 'Deres minutter i alt (brugertid)';
comment on column dataset_outcome.follow_up_month is 'Måneder efter afslutning, som opfølgningen gælder: 3, 6 eller 12';
comment on column dataset_outcome.follow_up_minutes is 'Hjælp ved opfølgning, minutter pr. uge';
comment on column dataset_outcome.follow_up_basis is 'Hvad den hviler på';
comment on column dataset_outcome.follow_up_result is 'Opfølgningens resultat efter FSIII';
comment on column dataset_outcome.cohort is 'Om borgeren er udtrukket til en kohorte, der følges';
comment on column dataset_outcome.historic is 'Om rækken er dannet af indlæst eller ældre historik; den tæller som de andre';
comment on column dataset_outcome.definition_version is 'Version af de definitioner, tallene er beregnet efter';
comment on column dataset_outcome_instrument.instrument is 'Måleredskab, fx COPM eller PSFS';
comment on column dataset_outcome_instrument.instrument_version is 'Redskabets version; versioner sammenlignes aldrig';
comment on column dataset_outcome_instrument.scale is 'Skala i redskabet';
comment on column dataset_outcome_instrument.items is 'Antal aktiviteter, der er scoret både før og efter';
comment on column dataset_outcome_instrument.before_mean is 'Gennemsnit før, to decimaler';
comment on column dataset_outcome_instrument.after_mean is 'Gennemsnit efter, to decimaler';
comment on column dataset_outcome_instrument.change is 'Ændring, beregnet af de nøjagtige gennemsnit og afrundet til sidst';
comment on column dataset_outcome_instrument.scorer_class is 'Hvem der scorede, begge gange taget sammen';
comment on column dataset_research.course is 'Forløb: pseudonym, som er det samme under samme nøgle';
comment on column dataset_research.citizen is 'Borger: pseudonym, så flere forløb kan følges';
comment on column dataset_research.start_quarter is 'Kvartal for start; tom, når for få deler den';
comment on column dataset_research.start_year is 'År for start';
comment on column dataset_research.days_contact_to_assessment is 'Ventedage fra henvendelse til vurdering';
comment on column dataset_research.days_assessment_to_visit is 'Ventedage fra vurdering til første besøg';
comment on column dataset_research.days_start_to_evaluation is 'Dage fra start til 12-ugers evaluering';
comment on column dataset_research.days_start_to_end is 'Dage fra start til afslutning eller afbrydelse';
comment on column dataset_research_instrument.course is 'Forløb: pseudonym, som er det samme under samme nøgle';
comment on column fact_outcome.follow_up_month is 'Måneder efter afslutning; 0 for afslutning og afbrydelse';
comment on column fact_outcome.courses is 'Altid 1, til at lægge sammen';
comment on column fact_outcome.computable is '1, når resultatet kan beregnes: nævneren for andele og grad af hjælp';
comment on column fact_outcome.saved_minutes is 'Skyggevisitering minus efter; kun når resultatet kan beregnes';
comment on column fact_outcome_instrument.results is 'Altid 1, til at lægge sammen';
comment on column dim_unit.unit_id is 'Enhedens nøgle, som district_id og supplier_id peger på';
comment on column dim_unit.name is 'Navn nu';
comment on column dim_unit.kind is 'Kommune, distrikt, plejeområde, hjemmeplejegruppe eller leverandør';
comment on column dim_unit.parent_id is 'Enheden over';
comment on column dim_unit.from_day is 'Første dag';
comment on column dim_unit.before_day is 'Første dag, den ikke længere findes';
comment on column dim_day.day is 'Dagen, som event_on og started_on peger på';
comment on column dim_day.year is 'År';
comment on column dim_day.quarter is 'Kvartal, fx 2025-K2';
comment on column dim_day.month is 'Måned, fx 2025-04';
comment on column dim_day.month_name is 'Månedens navn';
comment on column dim_day.week is 'Uge efter ISO 8601, fx 2025-U16';
comment on column dim_day.weekday is 'Ugedag';
comment on column dim_code.column_name is 'Kolonnen, som koden står i; basis gælder alle kolonner, der ender på _basis';
comment on column dim_code.code is 'Koden';
comment on column dim_code.position is 'Rækkefølge ved visning';
comment on column dim_code.title is 'Kodens tekst';

-- A column of the same name means the same everywhere: what has no comment of its own gets that of the flat views.
do $$
declare
  bare record;
begin
  for bare in
    select c.relname, a.attname, coalesce(col_description('dataset_outcome'::regclass, o.attnum),
                                          col_description('dataset_outcome_instrument'::regclass, i.attnum)) as words
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      left join pg_attribute o on o.attrelid = 'dataset_outcome'::regclass and o.attname = a.attname
      left join pg_attribute i on i.attrelid = 'dataset_outcome_instrument'::regclass and i.attname = a.attname
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
       and (c.relname like 'dataset\_%' or c.relname like 'fact\_%' or c.relname like 'dim\_%')
       and col_description(c.oid, a.attnum) is null
  loop
    execute format('comment on column %I.%I is %L', bare.relname, bare.attname, bare.words);
  end loop;
end
$$;
